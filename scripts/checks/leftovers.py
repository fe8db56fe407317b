"""Leftovers: marks of an unfinished merge, entities, boxes and fences that nothing renders, notes that lead nowhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from checks.findings import Finding, Rule
from course import Course, Page
from course.pages import LONGEST_LINE
from course.raw_file import read_raw

LEFTOVER = Rule(
    "TEXT-10",
    "页面里没有合并冲突的记号、没写完的占位、没收尾的注释，框、图、脚注和链接的写法都认得出来。",
    "照 CONTRIBUTING.md 里“一页长什么样”的样子改正，或删掉这一处。",
)

BOXES = ("scene", "goals", "case", "dispute", "added", "exam", "practice", "summary")
_FENCES = {"mermaid", "text", ""}
_CAPTIONS = {"figure-caption", "table-caption"}

_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: |$)|^={7}$")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_INLINE_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
_DIV = re.compile(r"<(?P<close>/?)div\b[^<>]*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:nbsp|emsp|ensp|amp|lt|gt|quot|#\d+|#x[0-9a-fA-F]+);")
_FENCE = re.compile(r"^\s*(?P<fence>`{3,}|~{3,})\s*(?P<name>[^\s`]*)")
_DIAGRAM = re.compile(
    r"\s*(?:flowchart|graph|sequenceDiagram|mindmap|timeline|stateDiagram|journey|pie|acc(?:Title|Descr))\b"
)
_CAPTION = re.compile(r"^\s*///\s*(?P<name>\S*)")
_BOX = re.compile(r"^(?P<mark>!!!|\?\?\?\+?)\s+(?P<kind>[\w-]+)(?P<rest>.*)$")
_BOX_LIKE = re.compile(r"^(?:\s*！{3}|\s*？{3}|!!!\S|\?\?\?[^\s+]| {1,3}(?:!!!|\?\?\?\+?)\s|\s*!!!?\s+\w+\s*[“”])")
_NOTE_USE = re.compile(r"\[\^(?P<name>[^\]\s]+)\](?!:)")
_NOTE = re.compile(r"^\[\^(?P<name>[^\]\s]+)\]:\s*(?P<text>.*)$")
_UNFINISHED = re.compile(
    r"\b(?:TODO|FIXME|TBD|XXX)\b|待补充|待完善|此处省略|（待补）|（略写）|lorem ipsum", re.IGNORECASE
)
_LINK_LIKE = re.compile(
    r"\][（(][^()（）]*?\.md[^()（）]*）|\]（[^（）]*?(?:\.md|#[\w-]+|https?:)[^（）]*[）)]|［[^］]*］[（(]|\]\s+\([^()\s]*(?:\.md|#)[^()\s]*\)|【[^】]*】\([^)]*\)"
)
_ITEM_LIKE = re.compile(
    r"^\s*(?:[-+](?=[\u3400-\u9fff“（])|\*(?=[\u3400-\u9fff“（])(?!.*\*)|[•·●○■◆]\s*(?=\S)|\d+\.(?=[\u3400-\u9fff“])|[-*+]\u3000)"
)


def check(course: Course) -> Iterator[Finding]:
    """Yield every leftover, page by page; marks of a merge in the data files, too."""
    for page in course.pages.values():
        for line, message in _page(page):
            yield Finding(LEFTOVER, f"docs/{page.path}", line, message)
    for file in read_raw(course.docs):
        for line, message in _conflicts(file.text):
            yield Finding(LEFTOVER, f"docs/{file.path}", line, message)


_Place = tuple[int, str]


@lru_cache(maxsize=512)
def _conflicts(text: str) -> tuple[_Place, ...]:
    if not any(mark in text for mark in ("<<<<<<<", ">>>>>>>", "=======", "|||||||")):
        return ()
    lines = enumerate(text.split("\n"), 1)
    return tuple((i, f"这里留着合并冲突的记号“{line[:12]}”。") for i, line in lines if _CONFLICT.match(line))


@lru_cache(maxsize=256)
def _page(page: Page) -> tuple[_Place, ...]:
    written = "\n".join(line if len(line) < LONGEST_LINE else "" for line in page.prose)
    blanked = _COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), written)
    lines = [_INLINE_CODE.sub(lambda match: " " * len(match[0]), line) for line in blanked.split("\n")]
    slips = [
        *_long_lines(page),
        *_comments(written),
        *_html(lines),
        *_fences(page),
        *_boxes(page, lines),
        *_notes(lines),
        *_marks(lines),
    ]
    return tuple(slips)


def _long_lines(page: Page) -> Iterator[_Place]:
    for number, line in enumerate(page.text.split("\n"), 1):
        if len(line) >= LONGEST_LINE:
            yield number, f"这一行有 {len(line)} 个字符，不像是写给人读的文字。"


def _comments(text: str) -> Iterator[_Place]:
    """Yield comments that do not end before the next one begins: what stands between them vanishes from the page."""
    depth = opened = 0
    for number, line in enumerate(text.split("\n"), 1):
        for mark in re.findall(r"<!--|-->", _INLINE_CODE.sub("", line)):
            if mark == "<!--":
                if depth:
                    yield opened, "注释没有收尾，后面的正文不见了：写成 <!-- … -->。"
                depth, opened = 1, number
            elif not depth:
                yield number, "这里有注释的收尾“-->”，前面没有开头。"
            else:
                depth = 0
    if depth:
        yield opened, "注释没有收尾，后面的正文不见了：写成 <!-- … -->。"


def _html(lines: list[str]) -> Iterator[_Place]:
    opened: list[int] = []
    for number, line in enumerate(lines, 1):
        if "<" not in line and "&" not in line:
            continue
        for tag in _DIV.finditer(line):
            if not tag["close"]:
                opened.append(number)
            elif not (opened and opened.pop()):
                yield number, "这个 </div> 前面没有对应的 <div>。"
        for entity in _ENTITY.finditer(line):
            yield number, f"这里有 HTML 的“{entity[0]}”，直接写那个字符。"
    for number in opened:
        yield number, "这个 <div> 没有收尾。"


def _fences(page: Page) -> Iterator[_Place]:
    fence, start, caption = "", 0, 0
    for number, line in enumerate(page.lines, 1):
        if number <= page.front_matter_end:
            continue
        match = _FENCE.match(line)
        if match and fence and match["name"] and match["fence"].startswith(fence):
            yield start, f"从这里开始的代码框没有用“{fence}”收尾，后面的正文都被它吞掉了。"
            fence = ""
        if match and not fence:
            fence, start = match["fence"], number
            name = match["name"].strip("{}.")
            if name not in _FENCES:
                yield number, f"代码框只用 mermaid（图）和 text（照录的文字），这里是“{name}”。"
            elif not name and number < len(page.lines) and _DIAGRAM.match(page.lines[number]):
                yield number, "这里像是一幅图，代码框开头要写上 mermaid。"
        elif match and match["fence"].startswith(fence) and not line.strip().strip(fence[0]):
            fence = ""
        if fence:
            continue
        block = _CAPTION.match(line)
        if block and block["name"]:
            if caption:
                yield caption, "这个图题或表题没有用单独一行“///”收尾。"
            if block["name"] not in _CAPTIONS:
                yield number, f"没有“/// {block['name']}”这种写法，图题写 figure-caption，表题写 table-caption。"
            caption = number
        elif block:
            if not caption:
                yield number, "这里多了一行“///”。"
            caption = 0
    if fence:
        yield start, f"从这里开始的代码框没有用“{fence}”收尾，后面的正文都被它吞掉了。"
    if caption:
        yield caption, "这个图题或表题没有用单独一行“///”收尾。"


def _boxes(page: Page, lines: list[str]) -> Iterator[_Place]:
    for number, line in enumerate(lines, 1):
        match = _BOX.match(line)
        if _BOX_LIKE.match(line):
            yield number, f'这一行不会成为框：“{line.strip()[:24]}”，写成 !!! 种类 "标题"，顶格，用半角。'
        if not match:
            continue
        fold = match["mark"] != "!!!"
        kinds = ("answer",) if fold else BOXES
        if match["kind"] not in kinds:
            yield number, f"没有“{match['kind']}”这种框，可以写的是 {'、'.join(kinds)}。"
        elif not re.fullmatch(r'\s+"[^"]+"\s*', match["rest"]):
            yield number, "框的标题要写出来，用英文双引号括住。"
        body = next((text for text in page.lines[number:] if text.strip()), "")
        if not body.startswith("    "):
            yield number, "框里没有内容：正文要缩进四个空格。"


def _notes(lines: list[str]) -> Iterator[_Place]:
    uses: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        for use in _NOTE_USE.finditer(line):
            uses.setdefault(use["name"], number)
    defined = [
        (match["name"], number, match["text"]) for number, line in enumerate(lines, 1) if (match := _NOTE.match(line))
    ]
    times = Counter(name for name, _, _ in defined)
    seen: set[str] = set()
    for name, number, text in defined:
        if name not in uses:
            yield number, f"脚注“{name}”没有用到。"
        if not text.strip():
            yield number, f"脚注“{name}”里没有内容。"
        if times[name] > 1 and name in seen:
            yield number, f"脚注“{name}”写了 {times[name]} 次。"
        seen.add(name)
    for name, number in uses.items():
        if name not in times:
            yield number, f"脚注“{name}”在这一页里没有内容。"


def _marks(lines: list[str]) -> Iterator[_Place]:
    """Yield what a line holds of placeholders, of links that are none, and of emphasis without an end."""
    for number, line in enumerate(lines, 1):
        unfinished = _UNFINISHED.search(line)
        if unfinished:
            yield number, f"这里没有写完：“{unfinished[0]}”。"
        link = _LINK_LIKE.search(line)
        if link:
            yield number, f"“{link[0][:24]}”不会成为链接：方括号和圆括号都用半角，中间不空格。"
        if _ITEM_LIKE.match(line):
            yield number, f"“{line.strip()[:16]}”不会成为列表：写成“- 文字”或“1. 文字”，中间空一格。"
        if "＊＊" in line:
            yield number, "加粗用半角的“**”。"
    start, marks = 0, 0
    for number, line in enumerate([*lines, ""], 1):
        apart = not line.strip() or re.match(r"\s*(?:[-*+]|\d+\.|>|\||#|!!!|\?\?\?|:|<)(?:\s|\S*>|[!?#])", line)
        if apart and marks % 2:
            yield start, "加粗的“**”没有成对。"
        start, marks = (number, 0) if apart else (start if marks else number, marks)
        marks += len(re.findall(r"(?<!\*)\*\*(?!\*)", line))


RULES = (LEFTOVER,)
