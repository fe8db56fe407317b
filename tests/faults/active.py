"""Faults that run or fetch something: what a careless or a hostile stranger may put into a page."""

from __future__ import annotations

from faults.fault import Fault

LOYALTY, CUSTOMERS = "relationships/loyalty.md", "foundations/customers.md"
GAPS, TEAM = "quality/service-quality/gaps.md", "organization/team.md"
COMPLAINTS, TYPES, HOME = "complaints-and-crises/complaints.md", "interaction/customer-types.md", "index.md"
RETENTION = "从没买过的人，谈不上保留。"


def after(text: str) -> tuple[str, str]:
    """Return what to take out and to put in for `text` on a line of its own in the chapter on loyalty."""
    return f"{RETENTION}\n", f"{RETENTION}\n\n{text}\n"


FAULTS = [
    Fault("image of another host", "SITE-03", LOYALTY, *after("![奶箱](https://example.org/box.png)"), at="![奶箱]"),
    Fault("image of whatever scheme", "SITE-03", LOYALTY, *after("![奶箱](//example.org/box.png)"), at="![奶箱]"),
    Fault("image in the text", "SITE-03", LOYALTY, *after("![奶箱](data:image/png;base64,AAAA)"), at="![奶箱]"),
    Fault("image in a reason", "SITE-03", LOYALTY, "> 她留下是因为没得选，", "> ![她](http://example.org/a.gif)她留下是因为没得选，"),
    Fault("font of another host", "SITE-03", "assets/css/course.css", "", "@import 'https://fonts.example.org/css';\n"),
    Fault("background of another host", "SITE-03", "assets/css/practice.css", "", "body { background: url(//example.org/x.png); }\n"),
    Fault("request in a script", "SITE-03", "assets/js/store.js", "", 'fetch("https://example.org/count");\n'),
    Fault("module of another host", "SITE-03", "assets/js/home.js", "", "import x from 'https://cdn.example.org/x.js';\n"),
    Fault("script", "SITE-04", LOYALTY, *after("<script>alert(1)</script>"), at="<script>"),
    Fault("script in capitals", "SITE-04", GAPS, "### PDCA 循环 {#pdca}\n", "### PDCA 循环 {#pdca}\n\n<SCRIPT SRC=x.js></SCRIPT>\n", at="<SCRIPT"),
    Fault("script over several lines", "SITE-04", TEAM, "## 教人 {#training}\n", "## 教人 {#training}\n\n<script\n  type=module\n>alert(1)</script>\n", at="<script\n"),
    Fault("script behind an empty comment", "SITE-04", LOYALTY, *after("<!--><script>alert(1)</script>-->"), at="<!--><"),
    Fault("script behind a comment of another end", "SITE-04", LOYALTY, *after("<!-- --!><script>alert(1)</script> -->"), at="<!-- --!"),
    Fault("script behind an escaped mark", "SITE-04", LOYALTY, *after("\\`<script>alert(1)</script>\\`"), at="\\`<"),
    Fault("script in an option", "SITE-04", LOYALTY, "- [ ] 方姐每天在楼下唯一的超市买菜", "- [ ] <script>alert(1)</script>方姐每天在楼下唯一的超市买菜"),
    Fault("picture with a handler in a stem", "SITE-04", LOYALTY, "下面四位客户，谁的表现最符合考试对“客户忠诚度”的定义？", '下面四位客户<img src="x" onerror="alert(1)">，谁的表现最符合考试对“客户忠诚度”的定义？'),
    Fault("handler on an allowed tag", "SITE-04", CUSTOMERS, "这一页认客户，", '<span onclick="alert(1)">这一页</span>认客户，'),
    Fault("style on an allowed tag", "SITE-04", TEAM, "## 教人 {#training}\n", '## 教人 {#training}\n\n<span style="color:red">教人</span>\n', at="<span"),
    Fault("frame", "SITE-04", TYPES, "本章分三页：", '<iframe src="https://example.org"></iframe>本章分三页：'),
    Fault("form", "SITE-04", COMPLAINTS, "这一页认识投诉，", '<form action="https://example.org"><input name="tel"></form>这一页认识投诉，'),
    Fault("style sheet", "SITE-04", HOME, '<div id="resume"></div>', '<style>body { display: none }</style><div id="resume"></div>'),
    Fault("object", "SITE-04", LOYALTY, *after('<object data="x.swf"></object>'), at="<object"),
    Fault("drawing by hand", "SITE-04", LOYALTY, *after('<svg><a href="javascript:alert(1)"/></svg>'), at="<svg>"),
    Fault("video", "SITE-04", LOYALTY, *after('<video src="https://example.org/v.mp4"></video>'), at="<video"),
    Fault("table by hand", "SITE-04", LOYALTY, *after("<table><tr><td>一</td></tr></table>"), at="<table"),
    Fault("centred as of old", "SITE-04", LOYALTY, *after("<center>居中</center>"), at="<center"),
    Fault("running link", "SITE-04", LOYALTY, *after("[点我](javascript:alert(1))"), at="[点我]"),
    Fault("running link in disguise", "SITE-04", LOYALTY, *after("[点我](&#106;avaScript:alert(1))"), at="[点我]"),
    Fault("running link by reference", "SITE-04", LOYALTY, *after("[点我][here]\n\n[here]: javascript:alert(1)"), at="[here]: "),
    Fault("link to somebody's disk", "SITE-04", LOYALTY, *after("[讲义](file:///D:/handout.doc)"), at="[讲义]"),
    Fault("handler in braces", "SITE-04", TEAM, "[第三页](team/test.md)", '[第三页](team/test.md){ onclick="alert(1)" }'),
    Fault("style in braces", "SITE-04", GAPS, "## 质量怎样管 {#managing-quality}", '## 质量怎样管 {#managing-quality style="color:red"}'),
    Fault("handler on a caption", "SITE-04", GAPS, "    attrs: {id: tab-gaps}\n", "    attrs: {id: tab-gaps, onclick: alert(1)}\n"),
    Fault("markup in a description", "SITE-04", "routes/exam.md", "description: 备考自考", 'description: "><script>alert(1)</script>备考自考'),
    Fault("markup in a title", "SITE-04", COMPLAINTS, "\ntitle: ", "\ntitle: <b>重</b>", at="title: "),
    Fault("markup in a definition", "SITE-04", "glossary.yml", "definition: 一次购买里拍板的人。", "definition: <img src=x onerror=alert(1)>一次购买里拍板的人。"),
    Fault("markup in a point", "SITE-04", "syllabus.yml", "title: 客户保留度", "title: <i>客户保留度</i>"),
    Fault("page outside the navigation", "SITE-07", "relationships/new.md", "", "# 新的一页 {#new-page}\n"),
    Fault("page in a new folder", "SITE-07", "relationships/loyalty/more/again.md", "", "# 又一页 {#again}\n"),
]  # fmt: skip
