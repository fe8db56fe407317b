"""Syllabus and glossary: every point and term is taught where it says, every point asked at least once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from checks.findings import Finding, Rule
from course import Chapter, Course, Part, Point, Term
from course.questions import LEVELS
from course.text import ID, bare, fold

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
FORM = Rule(
    "SYLL-07",
    "大纲和术语表的各项填写完整：编号是小写英文，章号从 1 数起，考点在自己那一章的页面里，术语和别名不重复。",
    "照提示改正 docs/syllabus.yml 或 docs/glossary.yml。",
)

_SOURCE = re.compile(r"[a-z]{2,4}-\d{3,4}")


def check(course: Course) -> Iterator[Finding]:
    """Yield every point or term that is not taught, not asked or not well formed."""
    yield from _points(course)
    yield from _terms(course)
    yield from _syllabus_form(course)
    yield from _glossary_form(course)


def _points(course: Course) -> Iterator[Finding]:
    asked = {question.point for question in course.questions}
    ids = Counter(point.id for point in course.syllabus.points)
    sources = Counter(source for point in course.syllabus.points for source in point.sources)
    for point in course.syllabus.points:

        def at(rule: Rule, message: str, point: Point = point) -> Finding:
            return Finding(rule, SYLLABUS_FILE, point.line, f"考点“{point.id}”{message}", f"docs/{point.page}")

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
    ids = Counter(term.id for term in course.glossary)
    for term in course.glossary:
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
        yield Finding(TERM, GLOSSARY_FILE, term.line, message, f"docs/{term.page}")


def _syllabus_form(course: Course) -> Iterator[Finding]:
    def at(line: int, message: str, page: str = "") -> Finding:
        return Finding(FORM, SYLLABUS_FILE, line, message, f"docs/{page}" if page else "")

    slugs: set[str] = set()
    entries: list[Part | Chapter] = [*course.syllabus.parts, *course.syllabus.chapters]
    for entry in entries:
        kind = "部分" if isinstance(entry, Part) else "章"
        if not ID.fullmatch(entry.slug):
            yield at(entry.line, f"{kind}的编号“{entry.slug}”不合规则：只用小写英文字母、数字和连字符。")
        if entry.slug in slugs:
            yield at(entry.line, f"编号“{entry.slug}”已经用过了。")
        slugs.add(entry.slug)
        if not bare(entry.title):
            yield at(entry.line, f"{kind}“{entry.slug}”没有标题。")
    for number, chapter in enumerate(course.syllabus.chapters, 1):
        if chapter.number != number:
            yield at(chapter.line, f"章“{chapter.slug}”的章号是 {chapter.number}，排在第 {number}。")
        for point in chapter.points:
            for message in _point_form(point):
                yield at(point.line, f"考点“{point.id}”{message}", point.page)
            if not chapter.owns(point.page):
                yield at(
                    point.line, f"考点“{point.id}”写在“{chapter.slug}”这一章，页面却是“{point.page}”。", point.page
                )


def _point_form(point: Point) -> Iterator[str]:
    if not ID.fullmatch(point.id):
        yield "的编号不合规则：只用小写英文字母、数字和连字符。"
    if not bare(point.title):
        yield "没有标题。"
    if not point.terms or not all(map(bare, point.terms)):
        yield "的 terms 是空的，或者里面有空词。"
    repeated = [term for term, count in Counter(map(fold, point.terms)).items() if count > 1]
    if repeated:
        yield f"的关键词写了两次：{'、'.join(repeated)}。"
    odd = [source for source in point.sources if not _SOURCE.fullmatch(source)]
    if odd:
        yield f"的知识点编号不合规则：{'、'.join(odd)[:60]}。"


def _glossary_form(course: Course) -> Iterator[Finding]:
    owner: dict[str, Term] = {}
    for term in course.glossary:

        def at(message: str, term: Term = term) -> Finding:
            return Finding(FORM, GLOSSARY_FILE, term.line, message, f"docs/{term.page}")

        if not ID.fullmatch(term.id):
            yield at(f"术语编号“{term.id}”不合规则：只用小写英文字母、数字和连字符。")
        if not all(map(bare, (term.name, term.definition, *term.aliases))):
            yield at(f"术语“{term.name or term.id}”的名称、别名或解释有一项是空的。")
        for name in (term.name, *term.aliases):
            other = owner.setdefault(fold(name), term)
            if other is not term:
                yield at(f"“{name}”已经是术语“{other.name}”的名称或别名。")
        if len({fold(name) for name in (term.name, *term.aliases)}) <= len(term.aliases):
            yield at(f"术语“{term.name}”的名称和别名有重复。")


RULES = (SECTION, TERMS, ASKED, ID_TWICE, LEVEL, TERM, FORM)
