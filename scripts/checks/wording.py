"""Wording: Traditional characters where the course writes Simplified ones, and words that it does not use.

What stands in quotation marks or is a title may say what it says: that is how the course shows the words of others.
So may a box that corrects something, and the page of errata.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from checks.findings import Finding, Rule
from course import Course, Page
from course.words import Words, data_words, page_words, unquoted
from outputs.traditional import traditional_in

TRADITIONAL = Rule(
    "TEXT-04",
    "正文写简体字；引号、书名号和脚注里可以照录繁体。",
    "改成简体；确实要引用原文的，放进引号。",
    waivable=True,
)
TERM = Rule(
    "TEXT-05",
    "术语和常用词照本课的写法，错的写法只出现在引号、“存疑与更正”框和勘误页里。",
    "改成提示里的写法；引用旧资料的原话，放进引号。",
    waivable=True,
)

ERRATA = "reference/errata.md"
_DATA_FILES = ("syllabus.yml", "glossary.yml")

# (what not to write, a regular expression; what to write; why). First come slips of the old notes, those in the list
# of docs/reference/errata.md among them, then what is often mistyped in this trade. Words that are right elsewhere
# (改建, 表演) are not here.
TERMS: tuple[tuple[str, str, str], ...] = (
    ("相应性", "响应性", "服务质量的五个维度之一，讲义写错"),
    ("保证行", "保证性", "服务质量的五个维度之一，讲义写错"),
    ("有效写作", "有效协作", "讲义写错"),
    ("3 ?A ?法制", "3A 法则", "题库写错"),
    ("令一种", "另一种", "讲义写错"),
    ("有说服务力", "有说服力", "讲义写错"),
    ("应直立足于", "应立足于", "讲义写错"),
    ("台皂力", "能力", "扫描错字"),
    ("可以为服务", "可以为您服务", "讲义漏字"),
    ("自然流失业|竞争流失业", "自然流失、竞争流失", "讲义写错"),
    ("公平理理论", "公平理论", "讲义写错"),
    ("资格机招聘", "资格及招聘", "讲义写错"),
    (r"(?<=、)比试|比试(?=[、和与]面试)", "笔试", "讲义写错"),
    ("在堆积在", "堆积在", "讲义写错"),
    ("危机公关产生的原因", "公关危机产生的原因", "要问的是危机从哪里来，题库写反了"),
    (r"(?<![丹尼])尔[·•]戈尔曼|高尔曼|戈尔门", "丹尼尔·戈尔曼", "本课的译名"),
    ("retum", "return", "扫描错字"),
    ("服务面目", "服务项目", "题库写错"),
    (r"(?<![接回吸招验])收人(?![员才工])", "收入", "题库写错"),
    ("西早(?!期)|当面接待扎仪", "西式早餐、当面接待礼仪", "讲义写错"),
    ("自已", "自己", "形近错字"),
    (r"己经(?!营)|以经(?![验营济常过])", "已经", "形近错字"),
    ("问侯|时侯|等侯|侯选|气侯", "问候、时候、等候、候选、气候", "形近错字"),
    (r"帐[户号单款目]|[付结记报入]帐(?!篷)|转帐", "账", "钱款用“账”"),
    (r"登陆(?=系统|账|页面|网站|平台|后台|密码|界面)", "登录", "进入系统用“登录”"),
    ("签定", "签订", "合同用“签订”"),
    ("部份", "部分", "规范写法"),
    ("报怨|抱冤", "抱怨", "同音错字"),
    ("报歉|抱谦|道谦", "抱歉、道歉", "同音错字"),
    ("陪偿|赔尝", "赔偿", "同音错字"),
    ("反溃|反愧", "反馈", "形近错字"),
    ("承若(?!干)", "承诺", "同音错字"),
    ("投拆|投述", "投诉", "形近错字"),
    ("马斯诺|马思洛", "马斯洛", "本课的译名"),
    ("帕拉休拉曼|帕拉苏罗曼|潘拉索拉曼|帕拉舒拉曼", "帕拉苏拉曼", "本课的译名"),
    ("赫兹博格|郝兹伯格", "赫茨伯格", "本课的译名"),
    ("呼叫种心|呼叫中新", "呼叫中心", "同音错字"),
    ("满意渡|忠诚渡|满意读", "满意度、忠诚度", "同音错字"),
    ("渲泄", "宣泄", "形近错字"),
    ("恰谈", "洽谈", "形近错字"),
    ("震憾", "震撼", "形近错字"),
    ("迫不急待", "迫不及待", "同音错字"),
    ("按装", "安装", "同音错字"),
    ("既使|及使", "即使", "同音错字"),
    (r"做为(?!难)", "作为", "同音错字"),
    ("阀值", "阈值", "形近错字"),
    ("因该(?!项|类|公司|企业)", "应该", "同音错字"),
)
_WRONG = re.compile("|".join(f"(?:{wrong})" for wrong, _, _ in TERMS))


def check(course: Course) -> Iterator[Finding]:
    """Yield every Traditional character and every word of the list outside quotations."""
    for page in course.pages.values():
        for rule, line, message in _page(page):
            yield Finding(rule, f"docs/{page.path}", line, message)
    for name in _DATA_FILES:
        file = course.docs / name
        if file.exists():
            for rule, line, message in _data(file.read_text(encoding="utf-8", errors="replace")):
                yield Finding(rule, f"docs/{name}", line, message)


_Slip = tuple[Rule, int, str]


@lru_cache(maxsize=256)
def _page(page: Page) -> tuple[_Slip, ...]:
    found: list[_Slip] = []
    said = list(unquoted(page_words(page)))
    plain = [(words, text) for words, text in said if words.place != "note"]
    found += _traditional(plain)
    if page.path != ERRATA:
        found += _terms([(words, text) for words, text in plain if words.box != "dispute"])
    return tuple(found)


@lru_cache(maxsize=8)
def _data(text: str) -> tuple[_Slip, ...]:
    said = list(unquoted(data_words(text.split("\n"))))
    return (*_traditional(said), *_terms(said))


def _traditional(said: list[tuple[Words, str]]) -> Iterator[_Slip]:
    if not traditional_in("\n".join(text for _, text in said)):
        return
    for words, text in said:
        pairs = traditional_in(text)
        if pairs:
            shown = "、".join(f"“{old}”（{new}）" for old, new in pairs[:6])
            yield TRADITIONAL, words.line, f"这里有繁体字：{shown}。"


def _terms(said: list[tuple[Words, str]]) -> Iterator[_Slip]:
    for words, text in said:
        if not _WRONG.search(text):
            continue
        for wrong, right, why in TERMS:
            for match in re.finditer(wrong, text):
                yield TERM, words.line, f"“{match[0]}”应写作“{right}”：{why}。"


RULES = (TRADITIONAL, TERM)
