"""Diagrams: each can be drawn, and says in words what it shows."""

from __future__ import annotations

from collections.abc import Iterator

from checks.findings import Finding, Rule
from course import Course
from outputs.diagrams import DiagramError, described, render

DESCRIBED = Rule(
    "FIG-01",
    "每幅图都有 accTitle（标题）和 accDescr（用文字说出图里的内容）。",
    "在图的第二、三行写上 accTitle: 标题 和 accDescr: 图里有什么、说明什么。",
)
DRAWN = Rule("FIG-02", "每幅图都画得出来。", "对照 Mermaid 的写法改正；标签里有括号等符号时用英文双引号括起来。")


def check(course: Course) -> Iterator[Finding]:
    """Yield every diagram that would keep the site from being built."""
    for page in course.pages.values():
        for diagram in page.diagrams:
            title, text = described(diagram.source)
            if not title or not text:
                missing = "accDescr" if title else "accTitle"
                yield Finding(DESCRIBED, f"docs/{page.path}", diagram.line, f"这幅图没有 {missing}。")
                continue
            try:
                render(diagram.source)
            except DiagramError as error:
                yield Finding(DRAWN, f"docs/{page.path}", diagram.line, f"{error}。")


RULES = (DESCRIBED, DRAWN)
