"""Faults in links, ids and addresses."""

from __future__ import annotations

from faults.fault import Fault

LOYALTY, CHURN = "relationships/loyalty.md", "relationships/loyalty/churn.md"
CUSTOMERS, GAPS = "foundations/customers.md", "quality/service-quality/gaps.md"
TEAM, COMPLAINTS = "organization/team.md", "complaints-and-crises/complaints.md"
TYPES, ADDRESSES = "interaction/customer-types.md", "addresses.yml"
LIST = "docs/addresses.yml"

FAULTS = [
    Fault("page in the wrong folder", "LINK-01", LOYALTY, "[第二页](loyalty/churn.md)", "[第二页](churn.md)"),
    Fault("built address instead of a file", "LINK-01", TEAM, "[第三页](team/test.md)", "[第三页](/organization/team/test/)"),
    Fault("no .md", "LINK-01", TYPES, "[第二页](customer-types/needs.md)", "[第二页](customer-types/needs)"),
    Fault("one folder too few upwards", "LINK-01", GAPS, "(../service-process.md)", "(service-process.md)"),
    Fault("page by reference", "LINK-01", CUSTOMERS, "## 顾客与客户 {#customer-and-client}\n", "## 顾客与客户 {#customer-and-client}\n\n见[那一页][there]。\n\n[there]: gone.md\n", at="[there]: gone.md"),
    Fault("link in a box", "LINK-01", COMPLAINTS, "(complaints/handling.md#statutory-remedies)", "(handling.md#statutory-remedies)"),
    Fault("anchor misspelt", "LINK-02", CUSTOMERS, "[内部客户](#internal-customer)。", "[内部客户](#internal-customers)。"),
    Fault("anchor in Chinese", "LINK-02", CUSTOMERS, "[内部客户](#internal-customer)。", "[内部客户](#内部客户)。"),
    Fault("anchor of another page", "LINK-02", LOYALTY, "(loyalty/churn.md#clv-calculation)", "(loyalty/churn.md#loyalty-ladder)"),
    Fault("renamed heading that others link to", "LINK-02", CHURN, "{#silent-customers}", "{#quiet-customers}", at="(../relationships/loyalty/churn.md#silent-customers)", where=f"docs/{COMPLAINTS}"),
    Fault("renamed page that the navigation names", "LINK-02", COMPLAINTS, "(complaints/handling.md#statutory-remedies)", "(complaints/handling.md#triple)"),
    Fault("image that is nowhere", "LINK-03", TEAM, "## 招人 {#recruitment}\n", "## 招人 {#recruitment}\n\n![招聘现场，三张桌子](recruiting.png)\n", at="![招聘现场"),
    Fault("image with a wrong path", "LINK-03", LOYALTY, "### 客户保留度 {#customer-retention}\n", "### 客户保留度 {#customer-retention}\n\n看![空的奶箱](assets/images/favicon.svg)这里。\n", at="看![空的"),
    Fault("image in a link", "LINK-03", TYPES, "本章分三页：", "[![三页](pages.webp)](customer-types/needs.md)本章分三页："),
    Fault("image on somebody's disk", "SITE-03", GAPS, "### PDCA 循环 {#pdca}\n", "### PDCA 循环 {#pdca}\n\n![四步](C:/Users/li/pdca.png)\n", at="![四步]"),
    Fault("heading without id", "LINK-04", TEAM, "## 教人 {#training}", "## 教人"),
    Fault("id in Chinese", "LINK-04", GAPS, "## 质量怎样管 {#managing-quality}", "## 质量怎样管 {#质量管理}"),
    Fault("id in capitals", "LINK-04", CUSTOMERS, "### 广义的顾客 {#broad-customer}", "### 广义的顾客 {#Broad-Customer}"),
    Fault("id with an underscore", "LINK-04", TYPES, "{#listener-casual}", "{#listener_casual}"),
    Fault("braces without a hash", "LINK-04", LOYALTY, "### 客户保留度 {#customer-retention}", "### 客户保留度 {customer-retention}"),
    Fault("heading id twice", "LINK-05", TEAM, "### 培训什么 {#training-content}", "### 培训什么 {#training}"),
    Fault("heading like a table", "LINK-05", GAPS, "## 五种差距 {#gap-model}", "## 五种差距 {#tab-gaps}"),
    Fault("caption copied with its id", "LINK-05", COMPLAINTS, "{id: tab-complaint-channels}", "{id: fig-complaint-causes}"),
    Fault("heading like a question", "LINK-05", LOYALTY, "### 客户保留度 {#customer-retention}", "### 客户保留度 {#q-loyalty-definition-1}"),
    Fault("span like a heading", "LINK-05", CUSTOMERS, "这一页认客户，", '<span id="customers"></span>这一页认客户，'),
    Fault("published heading renamed", "LINK-07", TEAM, "## 教人 {#training}", "## 教人 {#teaching}", at="---"),
    Fault("published section deleted", "LINK-07", TYPES, "### 漫听型 {#listener-casual}\n", "", at="---"),
    Fault("published figure renamed", "LINK-07", COMPLAINTS, "{id: fig-complaint-causes}", "{id: fig-causes}", at="---"),
    Fault("published term renamed", "LINK-07", "glossary.yml", "- id: buying-decider\n", "- id: decider\n", at="---", where="docs/reference/glossary.md"),
    Fault("published page gone", "LINK-07", ADDRESSES, "  relationships/loyalty.md:\n", "  relationships/faithfulness.md:\n  - faithfulness\n  relationships/loyalty.md:\n"),
    Fault("redirect to nowhere", "LINK-07", ADDRESSES, "\nmoved:\n", "\nmoved:\n  relationships/faith.md: relationships/gone.md\n", at="  relationships/faith.md"),
    Fault("redirect to a lost section", "LINK-07", ADDRESSES, "\nmoved:\n", f"\nmoved:\n  {LOYALTY}#lost: {LOYALTY}#gone\n", at=f"  {LOYALTY}#lost"),
    Fault("redirect from a living page", "LINK-07", ADDRESSES, "\nmoved:\n", f"\nmoved:\n  {LOYALTY}: {CHURN}\n", at=f"  {LOYALTY}: "),
    Fault("redirect from a living section", "LINK-07", ADDRESSES, "\nmoved:\n", f"\nmoved:\n  {LOYALTY}#loyalty-ladder: {CHURN}\n", at=f"  {LOYALTY}#loyalty-ladder"),
    Fault("chain of redirects", "LINK-07", ADDRESSES, "\nmoved:\n", f"\nmoved:\n  a/one.md: a/two.md\n  a/two.md: {LOYALTY}\n", at="  a/one.md"),
    Fault("loop of redirects", "LINK-07", ADDRESSES, "\nmoved:\n", "\nmoved:\n  a/one.md: a/two.md\n  a/two.md: a/one.md\n", at="  a/two.md: a/one"),
    Fault("redirect written twice", "LINK-07", ADDRESSES, "\nmoved:\n", f"\nmoved:\n  a/one.md: {LOYALTY}\n  a/one.md: {CHURN}\n", at=f"  a/one.md: {CHURN}"),
    Fault("redirect from a web address", "LINK-07", ADDRESSES, "\nmoved:\n", f"\nmoved:\n  relationships/old/: {LOYALTY}\n", at="  relationships/old/"),
    Fault("moved page without one of its sections", "LINK-07", ADDRESSES, "\nmoved:\n\n# 下面的清单由程序来写，请不要手改：python3 scripts check --fix\npages:\n", f"\nmoved:\n  a/one.md: {LOYALTY}\n\npages:\n  a/one.md:\n  - loyalty\n  - lost\n", at="  a/one.md:\n"),
    Fault("new section", "LINK-08", GAPS, "### PDCA 循环 {#pdca}\n", "### 先试一处 {#try-once}\n\n改一处。\n\n### PDCA 循环 {#pdca}\n"),
    Fault("new page", "LINK-08", "relationships/new.md", "", "# 新的一页 {#new-page}\n"),
    Fault("new figure", "LINK-08", COMPLAINTS, "{id: fig-complaint-causes}", "{id: fig-four-causes}"),
    Fault("new term", "LINK-08", "glossary.yml", "- id: customer-meaning\n", "- id: what-a-customer-is\n", at="---", where="docs/reference/glossary.md"),
]  # fmt: skip
