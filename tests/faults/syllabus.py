"""Faults in docs/syllabus.yml and docs/glossary.yml, and in the sections that teach what they name."""

from __future__ import annotations

from faults.fault import Fault

SYLLABUS, GLOSSARY = "syllabus.yml", "glossary.yml"
LOYALTY, SATISFIED = "relationships/loyalty.md", "relationships/satisfaction.md"
CENTER, SERVICE = "organization/contact-center-and-crm.md", "foundations/service.md"
IN_SYLLABUS, IN_GLOSSARY = "docs/syllabus.yml", "docs/glossary.yml"
CTI = "    - id: cti\n"
LADDER = "    - id: loyalty-ladder\n"
KANO = "    - id: satisfaction-kano\n"

FAULTS = [
    # SYLL-01: sections that teach
    Fault("an anchor misspelt", "SYLL-01", SYLLABUS, "      anchor: kano\n", "      anchor: kanno\n", KANO),
    Fault("a page renamed", "SYLL-01", SYLLABUS, "    - id: cti\n      title: CTI 计算机电话集成的功能\n      page: organization/contact-center-and-crm.md", "    - id: cti\n      title: CTI 计算机电话集成的功能\n      page: organization/contact-center.md", CTI),
    Fault("a heading loses its id", "SYLL-01", LOYALTY, " {#loyalty-ladder}", "", LADDER, IN_SYLLABUS),
    Fault("a heading gets a nicer id", "SYLL-01", SATISFIED, "{#kano}", "{#kano-model}", KANO, IN_SYLLABUS),
    Fault("an address instead of a path", "SYLL-01", SYLLABUS, "      page: relationships/loyalty.md\n      anchor: loyalty-ladder\n", "      page: /relationships/loyalty/\n      anchor: loyalty-ladder\n", LADDER),
    # SYLL-02: terms taught
    Fault("a term that the section does not have", "SYLL-02", SYLLABUS, "terms: [CTI, 计算机电话集成, 话务控制, 媒介处理]", "terms: [CTI, 计算机电话集成, 话务控制, 媒体处理]", CTI),
    Fault("a term spelt otherwise", "SYLL-02", SYLLABUS, "terms: [当然, 一元, 魅力, 无差异, 逆向]", "terms: [当然, 一元, 魅力, 无差别, 逆向]", KANO),
    Fault("an added term", "SYLL-02", SYLLABUS, "terms: [潜在客户, 购买者, 支持者, 普通购买者, 跟随者, 拥护者, 合伙人]", "terms: [潜在客户, 购买者, 支持者, 普通购买者, 跟随者, 拥护者, 合伙人, 忠诚金字塔]", LADDER),
    Fault("two terms run together", "SYLL-02", SYLLABUS, "terms: [客户总价值, 客户总成本, 顾客让渡价值]", "terms: [客户总价值、客户总成本, 顾客让渡价值]", "    - id: delivered-value\n"),
    # SYLL-03: points asked
    Fault("a new point without question", "SYLL-03", SYLLABUS, KANO, "    - id: kano-history\n      title: 狩野模型的来历\n      page: relationships/satisfaction.md\n      anchor: kano\n      level: 识记\n      terms: [当然]\n      sources: []\n" + KANO),
    Fault("a point renamed, its questions not", "SYLL-03", SYLLABUS, CTI, "    - id: computer-telephony\n"),
    Fault("a point's name cut short", "SYLL-03", SYLLABUS, LADDER, "    - id: ladder\n"),
    Fault("another case in a point's id", "SYLL-03", SYLLABUS, "    - id: delivered-value\n", "    - id: Delivered-Value\n"),
    # SYLL-04: listed twice
    Fault("a point copied", "SYLL-04", SYLLABUS, CTI, "    - id: loyalty-ladder\n"),
    Fault("a knowledge point given to two", "SYLL-04", SYLLABUS, "      sources: [bt-073]\n", "      sources: [bt-073, ex-085]\n", CTI),
    Fault("a knowledge point written twice", "SYLL-04", SYLLABUS, "      sources: [ex-085]\n", "      sources: [ex-085, ex-085]\n", CTI),
    Fault("an id from the next chapter", "SYLL-04", SYLLABUS, KANO, "    - id: loyalty-definition\n"),
    # SYLL-05: levels
    Fault("a level of our own", "SYLL-05", SYLLABUS, "      anchor: kano\n      level: 应用", "      anchor: kano\n      level: 运用", KANO),
    Fault("a level in English", "SYLL-05", SYLLABUS, "      anchor: cti\n      level: 识记", "      anchor: cti\n      level: recall", CTI),
    Fault("a Traditional character", "SYLL-05", SYLLABUS, "      anchor: loyalty-ladder\n      level: 识记", "      anchor: loyalty-ladder\n      level: 識記", LADDER),
    Fault("no level", "SYLL-05", SYLLABUS, "      anchor: total-value-and-cost\n      level: 应用\n      terms: [客户总价值", "      anchor: total-value-and-cost\n      level: ''\n      terms: [客户总价值", "    - id: delivered-value\n"),
    # SYLL-06: glossary
    Fault("a term's section is elsewhere", "SYLL-06", GLOSSARY, "  definition: 服务的特性之一：不能存着以后用，时间过了就没了，要靠预约和错峰。\n  page: foundations/service.md", "  definition: 服务的特性之一：不能存着以后用，时间过了就没了，要靠预约和错峰。\n  page: foundations/services.md", "- id: service-perishability\n"),
    Fault("a term that the section never says", "SYLL-06", GLOSSARY, "  term: 易消失性\n  also: [易逝性]\n", "  term: 不可储存性\n", "- id: service-perishability\n"),
    Fault("an id used twice", "SYLL-06", GLOSSARY, "- id: service-perishability\n", "- id: service-variability\n"),
    Fault("the section renamed", "SYLL-06", SERVICE, "{#service-characteristics}", "{#characteristics}", "- id: service-perishability\n", IN_GLOSSARY),
    # SYLL-07: fields
    Fault("a chapter's number skipped", "SYLL-07", SYLLABUS, "    number: 14\n", "    number: 15\n", "  - slug: loyalty\n"),
    Fault("capitals in a slug", "SYLL-07", SYLLABUS, "- slug: quality\n", "- slug: Quality\n"),
    Fault("a chapter's slug used twice", "SYLL-07", SYLLABUS, "  - slug: team\n", "  - slug: customers\n"),
    Fault("a chapter without title", "SYLL-07", SYLLABUS, "    title: 客服团队与员工管理\n", "    title: ''\n", "  - slug: team\n"),
    Fault("an underscore in a point's id", "SYLL-07", SYLLABUS, KANO, "    - id: satisfaction_kano\n"),
    Fault("a point on another chapter's page", "SYLL-07", SYLLABUS, "      page: relationships/satisfaction.md\n      anchor: kano\n", "      page: relationships/loyalty.md\n      anchor: loyalty-ladder\n", KANO),
    Fault("no terms", "SYLL-07", SYLLABUS, "terms: [当然, 一元, 魅力, 无差异, 逆向]", "terms: []", KANO),
    Fault("an empty term", "SYLL-07", SYLLABUS, "terms: [CTI, 计算机电话集成, 话务控制, 媒介处理]", "terms: [CTI, '', 话务控制, 媒介处理]", CTI),
    Fault("a point without title", "SYLL-07", SYLLABUS, "      title: CTI 计算机电话集成的功能\n", "      title: ' '\n", CTI),
    Fault("knowledge points in one string", "SYLL-07", SYLLABUS, "      sources: [ex-042]\n", "      sources: [ex-042；ex-043]\n", "    - id: delivered-value\n"),
    Fault("an alias that is another's name", "SYLL-07", GLOSSARY, "  term: 易变性\n  also: [异质性]\n", "  term: 易变性\n  also: [异质性, 易消失性]\n", "- id: service-variability\n"),
    Fault("an alias that is its own name", "SYLL-07", GLOSSARY, "  also: [易逝性]\n", "  also: [易消失性]\n", "- id: service-perishability\n"),
    Fault("a definition left for later", "SYLL-07", GLOSSARY, "  definition: 服务的特性之一：换了人、时间、地点，好坏就不同，要把必做的步骤定下来。\n", "  definition: ''\n", "- id: service-variability\n"),
    Fault("a Chinese id", "SYLL-07", GLOSSARY, "- id: service-paid\n", "- id: 有偿性\n"),
]  # fmt: skip
