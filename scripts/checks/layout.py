"""The shape of a page: its front matter, the levels of its headings, and how long its paragraphs are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from checks.findings import Finding, Rule
from course import Course, Page
from course.text import fold
from course.words import Words, page_words

META = Rule(
    "TEXT-06",
    "每页开头有 title、description，章节页还有 minutes、level；title 和页面的大标题一样。",
    "照 CONTRIBUTING.md 里“开头”一节的样子补上或改正。",
)
HEADING = Rule(
    "TEXT-07",
    "一页只有一个一级标题，下面的标题一级一级往下，不跳级，“#”后面空一格。",
    "改正“#”的个数或写法。",
)
PARAGRAPH = Rule(
    "TEXT-08",
    "一段不超过 240 个字，手机上大约十二行。",
    "在意思转折的地方空一行，分成两段；讲次序的改成列表。",
    waivable=True,
)
SENTENCE = Rule(
    "TEXT-09",
    "正文一句一行。",
    "在句号后面换行；构建时会接起来，读者看不出分别。",
    waivable=True,
)

LONGEST_PARAGRAPH = 240
_DESCRIPTION = range(4, 81)
_MINUTES = range(1, 121)
_LEVELS = ("基础", "进阶")
_HOME = "index.md"
_FIELDS = {"title", "description", "minutes", "level", "hide", "template", "search", "tags"}
_HEADING_LIKE = re.compile(r"^[ ]{0,3}(?:#{1,6}(?![#\s])\S|＃|#{7,}|[ ]+#{1,6}\s)")
# A line of dots and dashes under words would be a heading too, one without an id that nothing sees.
_UNDERLINE = re.compile(r"^(?:=+|-{2,})\s*$")
_BESIDE = re.compile(r"“[^”]*”|（[^）]*）|《[^》]*》|‘[^’]*’")
_RUN_IN = re.compile(r"^\*\*[^*]*\*\*")
_SENTENCES = re.compile(r"[。！](?=[^。！？…”’）》〕\s])")
_STARTS_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)]|:)\s")


def check(course: Course) -> Iterator[Finding]:
    """Yield every breach in the shape of the course's pages."""
    for page in course.pages.values():
        chapter = course.chapter_of(page.path) is not None
        for rule, line, message in _page(page, chapter):
            yield Finding(rule, f"docs/{page.path}", line, message)


_Slip = tuple[Rule, int, str]


@lru_cache(maxsize=256)
def _page(page: Page, chapter: bool) -> tuple[_Slip, ...]:
    return (*_meta(page, chapter), *_headings(page), *_paragraphs(page))


def _meta(page: Page, chapter: bool) -> Iterator[_Slip]:
    end = page.front_matter_end
    if not end:
        yield META, 1, "页面开头没有用两行“---”围起来的 title、description 等几项。"
        return
    if not page.meta:
        yield META, 1, f"页面开头的几项读不出来：{page.meta_fault}。"
        return
    lines = {line.partition(":")[0].strip(): i for i, line in enumerate(page.lines[:end], 1) if line[:1] != " "}

    def at(name: str, message: str) -> _Slip:
        return META, lines.get(name, 1), message

    for name in page.meta:
        if name not in _FIELDS:
            yield at(str(name), f"没有“{name}”这一项，可以写的是 title、description、minutes、level。")
    needed = ("title", "description", "minutes", "level") if chapter else ("title", "description")
    for name in needed:
        if page.meta.get(name) in (None, "") and not (page.path == _HOME and name == "title"):
            yield at(name, f"页面开头没有写 {name}。")
    yield from _values(page, at)


def _values(page: Page, at: Callable[[str, str], _Slip]) -> Iterator[_Slip]:
    title, description = page.meta.get("title"), page.meta.get("description")
    minutes, level = page.meta.get("minutes"), page.meta.get("level")
    top = next((heading for heading in page.headings if heading.level == 1), None)
    if title and top and fold(str(title)) != fold(top.title):
        yield at("title", f"title 是“{title}”，页面的大标题是“{top.title}”。")
    if description and len(str(description)) not in _DESCRIPTION:
        yield at(
            "description", f"description 有 {len(str(description))} 个字，写一句话，说出这一页讲什么，不超过 80 个字。"
        )
    if minutes is not None and (type(minutes) is not int or minutes not in _MINUTES):
        yield at("minutes", f"minutes 写 1～120 的整数，不能是“{minutes}”。")
    if level is not None and level not in _LEVELS:
        yield at("level", f"level 写“基础”或“进阶”，不能是“{level}”。")


def _headings(page: Page) -> Iterator[_Slip]:
    above = 0
    first = 0
    for heading in page.headings:
        if heading.level == 1 and first:
            yield HEADING, heading.line, f"第 {first} 行已经有一级标题，“{heading.title}”用二级或更低的。"
        elif above and heading.level > above + 1:
            message = f"“{heading.title}”是 {heading.level} 级标题，上面一个是 {above} 级，中间跳过了。"
            yield HEADING, heading.line, message
        if heading.level == 1:
            first = first or heading.line
        elif not first:
            yield HEADING, heading.line, f"“{heading.title}”前面没有一级标题。"
            first = heading.line
        if not heading.title:
            yield HEADING, heading.line, "标题里没有字。"
        above = heading.level
    if not page.headings:
        yield HEADING, max(page.front_matter_end, 1), "这一页没有一级标题。"
    asked = {n for question in page.questions for n in range(question.line, question.end_line + 1)}
    for number, line in enumerate(page.prose, 1):
        if number in asked or not line:
            continue
        if _HEADING_LIKE.match(line):
            yield HEADING, number, f"“{line.strip()[:20]}”不会成为标题：“#”顶格写，最多六个，后面空一格。"
        elif _UNDERLINE.match(line) and number > 1 and page.prose[number - 2].strip():
            above_line = page.prose[number - 2].lstrip()
            if not above_line.startswith(("|", ">", "#")):
                yield HEADING, number, "紧贴在文字下面的“---”“===”会把那行文字变成标题；上面空一行。"


def _paragraphs(page: Page) -> Iterator[_Slip]:
    """Yield paragraphs that are too long, and lines with more than one sentence; questions have rules of their own."""
    asked = {n for question in page.questions for n in range(question.line, question.end_line + 1)}
    stretches = [w for w in page_words(page) if w.place == "prose" and w.line not in asked]
    length, start, last = 0, 0, -1
    for words in [*stretches, None]:
        new = words is None or words.line > last + 1 or _STARTS_ITEM.match(page.lines[words.line - 1])
        if new and length > LONGEST_PARAGRAPH:
            yield PARAGRAPH, start, f"这一段有 {length} 个字。"
        if words is None:
            break
        length, start = (0, words.line) if new else (length, start)
        length, last = length + len(words.plain.replace(" ", "")), words.line
        if not _STARTS_ITEM.match(page.lines[words.line - 1]):  # an item of a list is one line as it is
            yield from _sentences(words)


def _sentences(words: Words) -> Iterator[_Slip]:
    text = _BESIDE.sub("", _RUN_IN.sub("", words.plain if "**" not in words.text[:2] else words.text))
    match = _SENTENCES.search(text)
    if match:
        yield SENTENCE, words.line, f"这一行不止一句：“{text[max(0, match.start() - 8) : match.end() + 8].strip()}”。"


RULES = (META, HEADING, PARAGRAPH, SENTENCE)
