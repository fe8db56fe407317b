"""Faults of writing: typography, characters, wording, the shape of a page, leftovers."""

from __future__ import annotations

from faults.fault import Fault

LOYALTY, CHURN = "relationships/loyalty.md", "relationships/loyalty/churn.md"
GAPS, TEAM = "quality/service-quality/gaps.md", "organization/team.md"
CRM, TALK = "organization/contact-center-and-crm.md", "interaction/communication.md"
NEEDS, TRUTH = "interaction/customer-types/needs.md", "interaction/moments-of-truth.md"
COMPLAINTS, GUESTS = "complaints-and-crises/complaints.md", "foundations/customers.md"
LADDER = "她没有打电话。"
BEFORE = "### 客户忠诚度 {#loyalty-definition}\n"


def before(name: str, rule: str, new: str, at: str = "") -> Fault:
    """A fault put on lines of its own into the middle of a chapter."""
    return Fault(name, rule, LOYALTY, BEFORE, f"{new}\n\n{BEFORE}", at=at)


TYPOGRAPHY = [
    Fault("no blank beside digits", "TEXT-02", LOYALTY, "晨禾在开福区月初有 800 户", "晨禾在开福区月初有800户"),
    Fault("no blank in a box", "TEXT-02", LOYALTY, "    长沙，十一月，", "    长沙，11月，"),
    Fault("half-width comma in a stem", "TEXT-02", LOYALTY, "下面四位客户，谁的表现", "下面四位客户,谁的表现"),
    Fault("half-width brackets in a cell", "TEXT-02", "reference/errata.md", "令一种（评估方式）", "令一种(评估方式)"),
    Fault("straight quotes in a reason", "TEXT-02", LOYALTY, "“每天都来”很像忠诚", '"每天都来"很像忠诚'),
    Fault("blank beside a comma", "TEXT-02", LOYALTY, "她忠诚过吗？她为什么", "她忠诚过吗？ 她为什么"),
    Fault("full-width letters in a heading", "TEXT-02", CRM, "# 呼叫中心与 CRM {", "# 呼叫中心与 ＣＲＭ {"),
    Fault("label of a diagram", "TEXT-02", LOYALTY, 'a["潜在忠诚<br/>重复购买少"]', 'a["潜在忠诚,少<br/>重复购买少"]'),
    Fault(
        "half-width colon in the front matter",
        "TEXT-02",
        LOYALTY,
        "description: 忠诚和保留差在哪里，",
        "description: 忠诚和保留,",
    ),
    Fault(
        "blank at the end of a line",
        "TEXT-02",
        LOYALTY,
        "从没买过的人，谈不上保留。\n",
        "从没买过的人，谈不上保留。  \n",
    ),
    Fault(
        "definition of a term", "TEXT-02", "glossary.yml", "前者可以不记姓名、成批接待，", "前者可以不记姓名、成批接待,"
    ),
    Fault("three dots", "TEXT-02", LOYALTY, LADDER, "她没有打电话...没有。"),
]

CHARACTERS = [
    Fault("zero-width blank", "TEXT-03", LOYALTY, LADDER, "她没有\u200b打电话。"),
    Fault("bidirectional override", "TEXT-03", LOYALTY, LADDER, "她没有\u202e打电话。"),
    Fault(
        "bidirectional isolate in the key",
        "TEXT-03",
        "answer-key.yml",
        "- 试弹了半小时没有买的学生",
        "- 试弹了\u2067半小时没有买的学生",
    ),
    Fault("no-break blank in a question", "TEXT-03", LOYALTY, "谁的表现最符合考试对", "谁的表现最\u00a0符合考试对"),
    Fault("tab", "TEXT-03", LOYALTY, f"    {LADDER}", f"\t{LADDER}"),
    Fault("Kangxi radical", "TEXT-03", LOYALTY, "林姐掀开门口", "林姐掀开⾨口"),
    Fault("compatibility ideograph", "TEXT-03", "glossary.yml", "一次购买里拍板的人", "一次购买\uf9e9拍板的人"),
    Fault("Cyrillic letter in a word", "TEXT-03", CRM, "# 呼叫中心与 CRM {", "# 呼叫中心与 СRM {"),
    Fault(
        "Greek letter in a name",
        "TEXT-03",
        LOYALTY,
        "琼斯与萨瑟（Jones & Sasser, 1995）报告，在施乐",
        "琼斯与萨瑟（Jοnes & Sasser, 1995）报告，在施乐",
    ),
    Fault("letter for a digit", "TEXT-03", LOYALTY, "晨禾在开福区月初有 800 户", "晨禾在开福区月初有 8O0 户"),
    Fault("what a wrong encoding leaves", "TEXT-03", LOYALTY, LADDER, "她没有打\ufffd\ufffd。"),
    Fault("private use", "TEXT-03", LOYALTY, LADDER, "她没有打\ue123。"),
    Fault("escape sequence", "TEXT-03", LOYALTY, LADDER, "她没有\x1b打电话。"),
    Fault("bidirectional control in a script", "TEXT-03", "assets/js/dom.js", "", "// \u202e\n"),
]

WORDING = [
    Fault("Traditional word", "TEXT-04", LOYALTY, LADDER, "她沒有打電話。"),
    Fault("one Traditional character in an option", "TEXT-04", LOYALTY, "说没别处可去。\n", "说没別处可去。\n"),
    Fault("Traditional caption", "TEXT-04", LOYALTY, "accTitle: 忠诚的四种类型", "accTitle: 忠誠的四种类型"),
    before("Traditional heading", "TEXT-04", "### 客戶的心 {#heart}"),
    Fault("Traditional definition", "TEXT-04", "glossary.yml", "一次购买里拍板的人", "一次購買里拍板的人"),
    Fault(
        "Traditional title of a box",
        "TEXT-04",
        LOYALTY,
        '!!! dispute "存疑与更正：满意了就会忠诚吗"',
        '!!! dispute "存疑與更正：满意了就会忠诚吗"',
    ),
    Fault("slip of the notes", "TEXT-05", LOYALTY, LADDER, "她看重相应性。"),
    Fault("slip of the notes in an option", "TEXT-05", LOYALTY, "说没别处可去。\n", "说没别处可去，只看保证行。\n"),
    before(
        "slip of the notes in a case",
        "TEXT-05",
        '!!! case "案例：一间花店（虚构）"\n\n    店主记得 3A 法制。',
        at="3A 法制",
    ),
    Fault("typo in the glossary", "TEXT-05", "glossary.yml", "一次购买里拍板的人", "一次购买里自已拍板的人"),
    Fault("typo in a cell", "TEXT-05", LOYALTY, "accTitle: 忠诚的四种类型", "accTitle: 忠诚渡的四种类型"),
    Fault("typo", "TEXT-05", LOYALTY, LADDER, "她己经不打电话。"),
]

LAYOUT = [
    Fault(
        "no description", "TEXT-06", LOYALTY, "description: 忠诚和保留差在哪里，", "descripton: 忠诚和保留差在哪里，"
    ),
    Fault("minutes in words", "TEXT-06", LOYALTY, "minutes: 25", "minutes: 二十五"),
    Fault("no minutes", "TEXT-06", TRUTH, "minutes: ", "minutes: 0  # "),
    Fault("unknown level", "TEXT-06", LOYALTY, "level: 基础", "level: 入门"),
    Fault("title of another page", "TEXT-06", LOYALTY, "title: 客户忠诚与客户流失", "title: 客户满意"),
    Fault("text before the front matter", "TEXT-06", LOYALTY, "", "\n", at="\n"),
    Fault(
        "description of two words",
        "TEXT-06",
        "reference/sources.md",
        "description: 这门课从哪里来：",
        "description: 出处 #",
    ),
    before(
        "level skipped",
        "TEXT-07",
        "#### 跳过一级 {#skipped-level}\n\n##### 又一级 {#skipped-again}\n\n### 回来 {#back}\n\n##### 再跳 {#again}",
        at="##### 再跳",
    ),
    before("second title", "TEXT-07", "# 又一个大标题 {#second-title}"),
    before("no blank after the hashes", "TEXT-07", "##没有空格"),
    Fault("no title", "TEXT-07", GUESTS, "\n# ", "\n## "),
    before("full-width hash", "TEXT-07", "＃ 全角的井号"),
    before("rule right under words", "TEXT-07", "这一行会变成标题\n---", at="---\n\n### 客户忠诚度"),
    before("long paragraph", "TEXT-08", "他记下日期，也记下金额，还写上是谁接的电话。\n" * 13 + "完。"),
    before(
        "long paragraph in a box",
        "TEXT-08",
        '!!! exam "考试怎么答"\n\n' + "    他记下日期，也记下金额，还写上是谁接的电话。\n" * 13,
        at="    他记下",
    ),
    before("long item", "TEXT-08", "- " + "他记下日期，也记下金额，还写上是谁接的电话；" * 13),
    before("long line", "TEXT-08", "他记下日期，也记下金额，还写上是谁接的电话，" * 13 + "完。"),
    before(
        "long definition", "TEXT-08", "甲\n:   " + "他记下日期，也记下金额，还写上是谁接的电话；" * 13, at=":   他记下"
    ),
    Fault(
        "two sentences on a line", "TEXT-09", LOYALTY, "前一个问忠诚，后一个问保留。", "前一个问忠诚。后一个问保留。"
    ),
    Fault("two sentences in a box", "TEXT-09", LOYALTY, f"    {LADDER}\n    月底", f"    {LADDER}月底"),
    before("two sentences, a link between", "TEXT-09", "见[上一节](#loyalty)。下一节再说。"),
    before("two sentences, a note between", "TEXT-09", "琼斯量过[^jones-sasser-1995]。别人没有。"),
]

LEFTOVERS = [
    before("conflict", "TEXT-10", "<<<<<<< HEAD\n甲\n=======\n乙\n>>>>>>> other"),
    before("end of a conflict", "TEXT-10", ">>>>>>> main"),
    before("div that is not closed", "TEXT-10", '<div class="way" markdown>\n\n甲'),
    before("comment that is not closed", "TEXT-10", "<!-- 以后再写"),
    before("diagram without its name", "TEXT-10", "```\nflowchart TB\n  a --> b\n```"),
    before("entity", "TEXT-10", "甲&nbsp;乙。"),
    before("unknown box", "TEXT-10", '!!! note "注意"\n\n    小心。'),
    before("box without a title", "TEXT-10", "!!! exam\n\n    照写。"),
    before("box with full-width marks", "TEXT-10", '！！！ exam "考试怎么答"\n\n    照写。'),
    before("box whose words are not indented", "TEXT-10", '!!! exam "考试怎么答"\n\n照写。'),
    before("unknown fence", "TEXT-10", "```python\nx = 1\n```"),
    before("fence that is not closed", "TEXT-10", "```mermaid\nflowchart TB\n  accTitle: 甲\n  accDescr: 乙"),
    before("caption that is not closed", "TEXT-10", "/// figure-caption\n    attrs: {id: fig-nothing}\n没有收尾"),
    before("note without words", "TEXT-10", "有人说过[^nobody-1900]。"),
    Fault(
        "note that nobody uses",
        "TEXT-10",
        LOYALTY,
        "\n[^jones-sasser-1995]:",
        "\n[^idle-1900]: 谁也没有用到。\n[^jones-sasser-1995]:",
    ),
    before("note written twice", "TEXT-10", "[^jones-sasser-1995]: 又写了一次。\n", at="[^jones-sasser-1995]: Jones"),
    before("full-width link", "TEXT-10", "见[上一节]（#loyalty）。"),
    before("placeholder", "TEXT-10", "TODO 这里还要补一个例子。"),
    before("bold that does not end", "TEXT-10", "这里**很要紧。"),
    before("list without blanks", "TEXT-10", "-第一条\n-第二条"),
    before("endless line", "TEXT-10", "很长" * 2500),
    before("quotation mark alone", "TEXT-11", "她说：“不订了。"),
    before("bracket alone", "TEXT-11", "晨禾（虚构的公司，在长沙。"),
    before("marks the wrong way round", "TEXT-11", "她说：”不订了“。"),
    before("title without an end", "TEXT-11", "见《消费者权益保护法第七条。"),
    before("double comma", "TEXT-11", "她想了想，，没有打电话。"),
    before("comma and full stop", "TEXT-11", "她想了想，。"),
    Fault(
        "bracket alone in a stem",
        "TEXT-11",
        LOYALTY,
        "谁的表现最符合考试对“客户忠诚度”的定义",
        "谁的表现最符合考试对“客户忠诚度的定义",
    ),
]

FAULTS = [*TYPOGRAPHY, *CHARACTERS, *WORDING, *LAYOUT, *LEFTOVERS]
