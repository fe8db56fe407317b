"""Diagrams and captions: each can be drawn whole, has its caption, and says in words what it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.findings import Finding, Rule
from course import Caption, Course, Diagram, Page
from course.text import UNFILLED, fold
from outputs.diagram_labels import labels, lost
from outputs.diagrams import DiagramError, described, render

DESCRIBED = Rule(
    "FIG-01",
    "每幅图都有 accTitle（标题）和 accDescr（用文字说出图里的内容）。",
    "在图的第二、三行写上 accTitle: 标题 和 accDescr: 图里有什么、说明什么。",
)
DRAWN = Rule("FIG-02", "每幅图都画得出来。", "对照 Mermaid 的写法改正；标签里有括号等符号时用英文双引号括起来。")
TOLD = Rule(
    "FIG-03",
    "图和表的题写在下面，编号以 fig- 或 tab- 开头；图的文字说明说出图里的内容，不照抄图题。",
    "照 CONTRIBUTING.md“图”和“表”两节的样例补上或改正。",
)
LABELS = Rule(
    "FIG-04",
    "写在图里的每个标签都画出来了。",
    "同一个字母只给一个框用；标签用英文双引号括起来；换成 CONTRIBUTING.md“图”一节用的那种写法。",
)

SHORTEST = 20  # characters of a description; the shortest good one of the course has 34
_PREFIX = {"figure": "fig-", "table": "tab-"}
_NAME = {"figure": "图", "table": "表"}


def check(course: Course) -> Iterator[Finding]:
    """Yield every diagram that is not drawn whole or not told of, and every caption that is not in order."""
    for page in course.pages.values():
        captions = {caption.above_line: caption for caption in page.captions if caption.above}
        for diagram in page.diagrams:
            yield from _diagram(page, diagram, captions.get(diagram.end_line))
        for link in page.links:
            if link.image and page.lines[link.line - 1].startswith("![") and link.line not in captions:
                yield Finding(TOLD, f"docs/{page.path}", link.line, "这幅图下面没有图题。")
        for caption in page.captions:
            for message in _caption(caption):
                yield Finding(TOLD, f"docs/{page.path}", caption.line, message)


def _diagram(page: Page, diagram: Diagram, caption: Caption | None) -> Iterator[Finding]:
    def at(rule: Rule, message: str, offset: int = 0) -> Finding:
        return Finding(rule, f"docs/{page.path}", diagram.line + offset, message)

    if caption is None:
        yield at(TOLD, "这幅图下面没有图题。")
    title, text = described(diagram.source)
    if not title or not text:
        yield at(DESCRIBED, f"这幅图没有 {'accDescr' if title else 'accTitle'}。")
        return
    for message in _description(diagram.source, title, text, caption.text if caption else ""):
        yield at(TOLD, message)
    try:
        svg = render(diagram.source)
    except DiagramError as error:
        yield at(DRAWN, f"{error}。")
        return
    for label in lost(diagram.source, svg):
        yield at(LABELS, f"标签“{label.text}”没有画出来。", label.offset + 1)


def _description(source: str, title: str, text: str, caption: str) -> Iterator[str]:
    """Yield what is wrong with the words for those who cannot see the diagram."""
    if UNFILLED in text:
        return
    if fold(title) == fold(caption):
        yield f"accTitle 和图题一字不差：“{title}”。读屏的人会听到两遍，换一种说法。"
    if fold(text) in (fold(title), fold(caption)):
        yield f"accDescr 照抄了标题：“{text}”。"
    elif len(fold(text)) < SHORTEST:
        yield f"accDescr 太短，听的人不知道图里有什么：“{text}”。"
    else:
        pairs = {run[i : i + 2] for label in labels(source) for run in _runs(label.text) for i in range(len(run) - 1)}
        if len(pairs) > 2 and sum(pair in text for pair in pairs) < 2:
            yield f"accDescr 没有提到图里的任何一个标签：“{text}”。"


def _runs(text: str) -> list[str]:
    return re.findall(r"[\u3400-\u9fff]+", text)


def _caption(caption: Caption) -> Iterator[str]:
    name, prefix = _NAME[caption.kind], _PREFIX[caption.kind]
    if caption.above != caption.kind:
        yield f"这个{name}题的上面不是{name}，它会单独出现在页面上。"
    if not caption.text:
        yield f"{name}题是空的。"
    if not caption.id:
        yield f"{name}题没有编号，在它的第二行写上 attrs: {{id: {prefix}…}}，前面空四格。"
    elif not re.fullmatch(rf"{prefix}[a-z0-9]+(?:-[a-z0-9]+)*", caption.id):
        yield f"{name}题的编号“{caption.id}”应当以 {prefix} 开头，用小写英文字母、数字和连字符。"


RULES = (DESCRIBED, DRAWN, TOLD, LABELS)
