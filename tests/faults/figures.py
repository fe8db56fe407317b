"""Faults in diagrams, captions and image files."""

from __future__ import annotations

from faults.fault import Fault

LOYALTY, CUSTOMERS = "relationships/loyalty.md", "foundations/customers.md"
GAPS, TEAM = "quality/service-quality/gaps.md", "organization/team.md"
COMPLAINTS, TYPES = "complaints-and-crises/complaints.md", "interaction/customer-types.md"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">{}</svg>\n'
PICTURE = "assets/images/box.svg"
BEFORE = "### 客户保留度 {#customer-retention}\n"


def image(text: str) -> tuple[str, str]:
    """Return what to take out and to put in for a page that shows the site's icon by `text`."""
    return BEFORE, f"{BEFORE}\n看{text}这里。\n"


FAULTS = [
    Fault("no title", "FIG-01", LOYALTY, "  accTitle: 忠诚的四种类型\n", "", at="```mermaid"),
    Fault("no description", "FIG-01", CUSTOMERS, "  accDescr: 一副眼镜分出四支。购买者是罗婆婆，付了 680 元；使用者是小宇，天天戴；决定者是妈妈，在视频里拍板；影响者是班主任，催他来验光。\n", "", at="```mermaid"),
    Fault("title misspelt", "FIG-01", TEAM, "accTitle: 两种客服部结构", "accTitel: 两种客服部结构", at="```mermaid"),
    Fault("full-width colon", "FIG-01", COMPLAINTS, "accTitle: 一台洗衣机，四类投诉", "accTitle：一台洗衣机，四类投诉", at="```mermaid"),
    Fault("kind misspelt", "FIG-02", TYPES, "```mermaid\nflowchart LR\n", "```mermaid\nflowchar LR\n", at="```mermaid"),
    Fault("bracket not closed", "FIG-02", CUSTOMERS, '  r["一副<br/>眼镜"]\n', '  r["一副<br/>眼镜"\n', at="```mermaid"),
    Fault("text before the kind", "FIG-02", GAPS, "```mermaid\nflowchart TB\n  accTitle: 服务质量差距模型", "```mermaid\n画一幅图\nflowchart TB\n  accTitle: 服务质量差距模型", at="```mermaid"),
    Fault("subgraph without an end", "FIG-02", LOYALTY, '    d["虚假忠诚<br/>重复购买多"]\n  end\n', '    d["虚假忠诚<br/>重复购买多"]\n', at="```mermaid"),
    Fault("title copied from the caption", "FIG-03", COMPLAINTS, "accTitle: 一台洗衣机，四类投诉", "accTitle: 四个环节，四类投诉（本课的归法）", at="```mermaid"),
    Fault("description copied from the caption", "FIG-03", CUSTOMERS, "accDescr: 一副眼镜分出四支。购买者是罗婆婆，付了 680 元；使用者是小宇，天天戴；决定者是妈妈，在视频里拍板；影响者是班主任，催他来验光。", "accDescr: 一副眼镜，四种人", at="```mermaid"),
    Fault("description too short", "FIG-03", CUSTOMERS, "accDescr: 一副眼镜分出四支。购买者是罗婆婆，付了 680 元；使用者是小宇，天天戴；决定者是妈妈，在视频里拍板；影响者是班主任，催他来验光。", "accDescr: 购买者、使用者等四种人。", at="```mermaid"),
    Fault("description that says nothing", "FIG-03", CUSTOMERS, "accDescr: 一副眼镜分出四支。购买者是罗婆婆，付了 680 元；使用者是小宇，天天戴；决定者是妈妈，在视频里拍板；影响者是班主任，催他来验光。", "accDescr: 这是一张流程示意图，形象地展示了本节的主要内容和各个部分的关系。", at="```mermaid"),
    Fault("no caption", "FIG-03", COMPLAINTS, "/// figure-caption\n    attrs: {id: fig-complaint-contents}\n四个环节，四类投诉（本课的归法）\n///\n", "", at='```mermaid\nflowchart LR\n  accTitle: 一台洗衣机'),
    Fault("caption of a table below a figure", "FIG-03", CUSTOMERS, "/// figure-caption\n    attrs: {id: fig-customer-roles}", "/// table-caption\n    attrs: {id: tab-customer-roles}"),
    Fault("caption away from its table", "FIG-03", TEAM, "/// table-caption\n    attrs: {id: tab-management-focus}", "四点都是管人。\n\n/// table-caption\n    attrs: {id: tab-management-focus}", at="/// table-caption\n    attrs: {id: tab-management-focus}"),
    Fault("caption without id", "FIG-03", GAPS, "    attrs: {id: tab-gaps}\n", "", at="/// table-caption\n早会"),
    Fault("caption id of the wrong kind", "FIG-03", TYPES, "{id: fig-five-yardsticks}", "{id: tab-five-yardsticks}", at="/// figure-caption"),
    Fault("caption id in Chinese", "FIG-03", TYPES, "{id: tab-social-styles}", "{id: tab-四种风格}", at="/// table-caption\n    attrs: {id: tab-四"),
    Fault("empty caption", "FIG-03", COMPLAINTS, "{id: tab-complaint-channels}\n三种投诉方式\n", "{id: tab-complaint-channels}\n", at="/// table-caption\n    attrs: {id: tab-complaint-channels}"),
    Fault("image without caption", "FIG-03", LOYALTY, BEFORE, f'{BEFORE}\n![奶箱，盖子开着](../assets/images/favicon.svg){{ width="40" height="40" }}\n', at="![奶箱"),
    Fault("one letter for two boxes", "FIG-04", LOYALTY, '    d["虚假忠诚<br/>重复购买多"]', '    c["虚假忠诚<br/>重复购买多"]', at='    c["不忠诚'),
    Fault("one letter for two boxes in a chain", "FIG-04", CUSTOMERS, '  r --> b["使用者：小宇', '  r --> a["使用者：小宇', at='  r --> a["购买者'),
    Fault("one letter for two boxes in subgraphs", "FIG-04", TEAM, '    a["客服主管（专人）"] --> b', '    c["客服主管（专人）"] --> b'),
    Fault("box named twice", "FIG-04", GAPS, '  m -->|差距二| s["质量标准"]', '  m["质量标准"] -->|差距二| s["质量标准"]', at='  e["客户期望的服务"] -->|差距一| m['),
    Fault("no alternative text", "FIG-05", LOYALTY, *image('![](../assets/images/favicon.svg){ width="40" height="40" }'), at="看!["),
    Fault("file name for a text", "FIG-05", LOYALTY, *image('![favicon.svg](../assets/images/favicon.svg){ width="40" height="40" }'), at="看!["),
    Fault("file name without its end", "FIG-05", LOYALTY, *image('![favicon](../assets/images/favicon.svg){ width="40" height="40" }'), at="看!["),
    Fault("“picture” for a text", "FIG-05", LOYALTY, *image('![ 图片 ](../assets/images/favicon.svg){ width="40" height="40" }'), at="看!["),
    Fault("caption for a text", "FIG-05", LOYALTY, BEFORE, f'{BEFORE}\n![一只奶箱](../assets/images/favicon.svg){{ width="40" height="40" }}\n\n/// figure-caption\n    attrs: {{id: fig-box}}\n一只奶箱\n///\n', at="![一只"),
    Fault("no text in a linked image", "FIG-05", TYPES, "本章分三页：", '[![](../assets/images/favicon.svg){ width="40" height="40" }](customer-types/needs.md)本章分三页：'),
    Fault("no size", "FIG-06", LOYALTY, *image("![奶箱，盖子开着](../assets/images/favicon.svg)"), at="看!["),
    Fault("half a size", "FIG-06", LOYALTY, *image('![奶箱，盖子开着](../assets/images/favicon.svg){ width="40" }'), at="看!["),
    Fault("size of another shape", "FIG-06", LOYALTY, *image('![奶箱，盖子开着](../assets/images/favicon.svg){ width="40" height="80" }'), at="看!["),
    Fault("file that no page uses", "FIG-06", PICTURE, "", SVG.format("")),
    Fault("unknown format", "FIG-06", "assets/images/plan.vsdx", "", "x"),
    Fault("document among the pages", "FIG-06", "relationships/notes.txt", "", "记一笔"),
    Fault("heavy file", "FIG-06", "assets/images/favicon.svg", "</svg>", f"<!-- {'重' * 60_000} --></svg>", at="<svg"),
    Fault("script in an image", "FIG-06", "assets/images/favicon.svg", "</svg>", "<script>alert(1)</script></svg>", at="<svg"),
    Fault("handler in an image", "FIG-06", "assets/images/favicon.svg", "</svg>", '<g onload="alert(1)"/></svg>', at="<svg"),
    Fault("another host in an image", "FIG-06", "assets/images/favicon.svg", "</svg>", '<image href="https://example.org/x.png"/></svg>', at="<svg"),
    Fault("running link in an image", "FIG-06", "assets/images/favicon.svg", "</svg>", '<a href="java&#10;script:alert(1)"/></svg>', at="<svg"),
    Fault("style from another host", "FIG-06", "assets/images/favicon.svg", "</svg>", "<style>@import 'https://example.org/x.css'</style></svg>", at="<svg"),
    Fault("entity in an image", "FIG-06", "assets/images/favicon.svg", "", '<!DOCTYPE svg [<!ENTITY a "b">]>'),
    Fault("broken image", "FIG-06", "assets/images/favicon.svg", "</svg>", "<g></svg>", at="<svg"),
]  # fmt: skip
