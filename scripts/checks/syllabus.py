"""Syllabus and glossary: every point and term is taught where it says, every point asked at least once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from checks.findings import Finding, Rule
from course import Course
from course.questions import LEVELS
from course.text import fold

SYLLABUS_FILE = "docs/syllabus.yml"

SECTION = Rule(
    "SYLL-01",
    "考点的 page 和 anchor 指向真实的一节。",
    "改正 docs/syllabus.yml 里的 page、anchor，或在章节里补上这个小节编号。",
)
TERMS = Rule(
    "SYLL-02", "考点的关键词都出现在讲它的那一节里。", "在那一节里把关键词讲出来，或改正 docs/syllabus.yml 里的 terms。"
)
ASKED = Rule("SYLL-03", "每个考点至少有一道题。", "给这个考点出一道题，编号行里写上 point: 考点编号。")
ID_TWICE = Rule(
    "SYLL-04", "考点编号只用一次，一个知识点只归一个考点。", "给其中一个换新编号，或从其中一个考点里删掉重复的知识点。"
)
GLOSSARY_FILE = "docs/glossary.yml"
LEVEL = Rule("SYLL-05", "考点的层次写识记、领会或应用。", "改正 docs/syllabus.yml 里的 level。")

TERM = Rule(
    "SYLL-06",
    "术语表里的术语编号不重复，page 和 anchor 指向讲它的一节，那一节里有这个词。",
    "改正 docs/glossary.yml 里的 id、page、anchor，或在那一节里把术语讲出来。",
)


def check(course: Course) -> Iterator[Finding]:
    """Yield every point or term that is not taught, not asked or not well formed."""
    yield from _points(course)
    yield from _terms(course)


def _points(course: Course) -> Iterator[Finding]:
    asked = {question.point for question in course.questions}
    ids = Counter(point.id for point in course.syllabus.points)
    sources = Counter(source for point in course.syllabus.points for source in point.sources)
    lines = (course.docs / "syllabus.yml").read_text(encoding="utf-8").split("\n")
    for point in course.syllabus.points:
        line = next((i for i, text in enumerate(lines, 1) if text.strip() == f"- id: {point.id}"), 1)

        def at(
            rule: Rule, message: str, line: int = line, id_: str = point.id, about: str = f"docs/{point.page}"
        ) -> Finding:
            return Finding(rule, SYLLABUS_FILE, line, f"考点“{id_}”{message}", about)

        page = course.pages.get(point.page)
        section = page.section(point.anchor) if page else None
        if section is None:
            yield at(SECTION, f"指向“{point.page}#{point.anchor}”，没有这一节。")
        else:
            lacking = [term for term in point.terms if fold(term) not in fold(section)]
            if lacking:
                yield at(TERMS, f"的关键词在“{point.page}#{point.anchor}”里找不到：{'、'.join(lacking)}。")
        if point.id not in asked:
            yield at(ASKED, "一道题也没有。")
        if point.level not in LEVELS:
            yield at(LEVEL, f"的层次“{point.level}”不是识记、领会、应用之一。")
        if ids[point.id] > 1:
            yield at(ID_TWICE, f"在大纲里出现了 {ids[point.id]} 次。")
        for source in point.sources:
            if sources[source] > 1:
                yield at(ID_TWICE, f"的知识点 {source} 也归在别的考点里。")


def _terms(course: Course) -> Iterator[Finding]:
    if not course.glossary:
        return
    ids = Counter(term.id for term in course.glossary)
    lines = (course.docs / "glossary.yml").read_text(encoding="utf-8").split("\n")
    for term in course.glossary:
        line = next((i for i, text in enumerate(lines, 1) if text.strip() == f"- id: {term.id}"), 1)
        page = course.pages.get(term.page)
        section = page.section(term.anchor) if page else None
        place = f"{term.page}#{term.anchor}"
        if ids[term.id] > 1:
            message = f"术语编号“{term.id}”用了 {ids[term.id]} 次。"
        elif section is None:
            message = f"“{term.name}”指向“{place}”，没有这一节。"
        elif not any(fold(name) in fold(section) for name in (term.name, *term.aliases)):
            message = f"“{term.name}”在“{place}”里找不到。"
        else:
            continue
        yield Finding(TERM, GLOSSARY_FILE, line, message, f"docs/{term.page}")


RULES = (SECTION, TERMS, ASKED, ID_TWICE, LEVEL, TERM)
