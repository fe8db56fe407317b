"""Reference pages made from the model: what the chapters hold, gathered by kind.

A page under docs/reference/ says in words what the list is for and holds a placeholder; the list itself is
Markdown made here, with links to the Markdown files, so that MkDocs checks them like any other.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterator

from course import Chapter, Course, Page

_TABLE_SECTION = "易混辨析"
_RELATIVE_LINK = re.compile(r"\]\((?![a-z]+:|//)(?P<target>[^)\s]+)\)")


def fill(markdown: str, course: Course, path: str) -> str:
    """Return `markdown`, the page at `path` below docs/, with each placeholder `<!-- list: NAME -->` filled in.

    Raises:
        ValueError: no list has that name.
    """

    def made(match: re.Match[str]) -> str:
        if match["name"] not in LISTS:
            raise ValueError(f"docs/{path}：没有“{match['name']}”这个清单，可以写 {'、'.join(LISTS)}")
        return LISTS[match["name"]](course, path)

    return re.sub(r"^<!-- list: (?P<name>[\w-]+) -->$", made, markdown, flags=re.MULTILINE)


def _written(course: Course) -> Iterator[tuple[Chapter, list[Page]]]:
    for chapter in course.syllabus.chapters:
        pages = course.chapter_pages(chapter)
        if pages:
            yield chapter, pages


def _heading(chapter: Chapter) -> str:
    return f"## 第 {chapter.number} 章 {chapter.title} {{#{chapter.slug}}}"


def _link(text: str, page: str, anchor: str, start: str) -> str:
    target = posixpath.relpath(page, posixpath.dirname(start) or ".")
    return f"[{text}]({target}{f'#{anchor}' if anchor else ''})"


def _points(course: Course, path: str) -> str:
    """Every syllabus point, with its level, its questions and a place for the reader's own state."""
    asked = Counter(question.point for question in course.questions)
    blocks = []
    for chapter, _ in _written(course):
        rows = [
            f"| {_link(point.title, point.page, point.anchor, path)} | {point.level} "
            f'| <span data-progress-point="{point.id}">{asked[point.id]} 题</span> |'
            for point in chapter.points
        ]
        blocks.append("\n".join([_heading(chapter), "", "| 考点 | 层次 | 题目 |", "| --- | --- | --- |", *rows]))
    return "\n\n".join(blocks)


def _chapters(course: Course, path: str) -> str:
    """Every chapter with the minutes that its pages ask for and the number of its questions."""
    rows = ["| 章 | 读（分钟） | 题目 |", "| --- | --- | --- |"]
    for chapter, pages in _written(course):
        minutes = sum(int(page.meta.get("minutes", 0)) for page in pages)
        questions = sum(len(page.questions) for page in pages)
        rows.append(
            f"| {_link(f'{chapter.number} {chapter.title}', chapter.path, '', path)} | {minutes} | {questions} |"
        )
    return "\n".join(rows)


def _boxes(kind: str) -> Callable[[Course, str], str]:
    """Return the maker of the list of all boxes of `kind`, by chapter."""

    def made(course: Course, path: str) -> str:
        blocks = []
        for chapter, pages in _written(course):
            items = [
                f"- {_link(box.title.partition('：')[2] or box.title, page.path, box.anchor, path)}"
                for page in pages
                for box in page.boxes
                if box.kind == kind
            ]
            if items:
                blocks.append("\n".join([_heading(chapter), "", *items]))
        return "\n\n".join(blocks)

    return made


def _confusables(course: Course, path: str) -> str:
    """The tables of easily confused terms, chapter by chapter."""
    blocks = []
    for chapter, pages in _written(course):
        for page in pages:
            for heading in page.headings:
                section = page.section(heading.id) if heading.title.startswith(_TABLE_SECTION) else None
                rows = [line for line in (section or "").split("\n") if line.startswith("|")]
                if rows:
                    moved = "\n".join(_moved(line, page.path, path) for line in rows)
                    blocks.append(f"{_heading(chapter)}\n\n{moved}")
    return "\n\n".join(blocks)


def _moved(line: str, page: str, path: str) -> str:
    """Return `line` of `page` with its relative links as the page at `path` must write them."""

    def renamed(match: re.Match[str]) -> str:
        target, _, anchor = match["target"].partition("#")
        there = posixpath.normpath(posixpath.join(posixpath.dirname(page), target)) if target else page
        return "](" + _link("", there, anchor, path).partition("](")[2]

    return re.sub(r"\[\^[\w-]+\]", "", _RELATIVE_LINK.sub(renamed, line))


def _literature(course: Course, path: str) -> str:
    """Every footnote of the chapters once, works first, then laws and standards, each with where it is cited."""
    cited: dict[str, list[str]] = {}
    for chapter, pages in _written(course):
        for page in pages:
            for text in page.footnotes.values():
                place = _link(f"第 {chapter.number} 章", page.path, "", path)
                places = cited.setdefault(_moved(text, page.path, path), [])
                if place not in places:
                    places.append(place)
    laws = {text for text in cited if re.match(r"^(?:《?中华人民共和国|GB|ISO|《)", text)}
    blocks = []
    for title, anchor, texts in (("论著", "works", cited.keys() - laws), ("法律与标准", "laws", laws)):
        items = [f"- {text}（{'、'.join(cited[text])}）" for text in sorted(texts)]
        if items:
            blocks.append("\n".join([f"## {title} {{#{anchor}}}", "", *items]))
    return "\n\n".join(blocks)


def _glossary(course: Course, path: str) -> str:
    """Every term with its definition and the section that teaches it, in the order of the course."""
    order = {page.path: place for place, (_, pages) in enumerate(_written(course)) for page in pages}
    blocks = []
    for term in sorted(course.glossary, key=lambda term: order.get(term.page, len(order))):
        also = f"（也叫{'、'.join(term.aliases)}）" if term.aliases else ""
        back = _link("回到正文", term.page, term.anchor, path)
        blocks.append(f'<span id="{term.id}">{term.name}</span>{also}\n:   {term.definition}{back}')
    return "\n\n".join(blocks)


LISTS: dict[str, Callable[[Course, str], str]] = {
    "points": _points,
    "chapters": _chapters,
    "cases": _boxes("case"),
    "disputes": _boxes("dispute"),
    "confusables": _confusables,
    "literature": _literature,
    "glossary": _glossary,
}
