"""A template for a new question: its id, its text, and the place in the chapter where it goes."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from dataclasses import dataclass

from authoring.source_file import SourceFile
from course import Chapter, Course, Page, Point
from course.questions import KIND_NAMES, LETTERS, OPEN_KINDS
from course.text import UNFILLED
from failures import Failure

KINDS = (*(name for kind, name in KIND_NAMES.items() if kind != "open"), *OPEN_KINDS)

# What may stand at the end of a section after everything that teaches or asks: footnotes, the way to the next page.
_AFTERWORD = re.compile(r"^(?:\s*|\[\^[\w-]+\]:.*|下一页：.*)$")


@dataclass(frozen=True)
class Place:
    """Where a question goes: the section `anchor` on `page`, as lines before line `at` (counted from 0)."""

    page: Page
    anchor: str
    at: int


def todo(what: str) -> str:
    """Return the placeholder for what the author has yet to write."""
    return f"{UNFILLED}：{what}）"


def free_id(course: Course, point: str) -> str:
    """Return the next id for a question about `point`: behind every number that was ever given out.

    Ids are looked for in the answer key, retired ones included, and in the text of the pages, so that a
    question that cannot be read yet keeps its id too.
    """
    known = "\n".join(
        [*course.key.entries, *re.findall(r"q:\s*(\S+)", "\n".join(p.text for p in course.pages.values()))]
    )
    numbers = re.findall(rf"^{re.escape(point)}-(\d+)$", known, re.MULTILINE)
    return f"{point}-{max(map(int, numbers), default=0) + 1}"


def least_asked(course: Course, chapter: Chapter) -> Point:
    """Return the chapter's point with the fewest questions, of several the first."""
    asked = Counter(question.point for question in course.questions)
    return min(chapter.points, key=lambda point: asked[point.id])


def right_letters(course: Course, chapter: Chapter, kind: str) -> str:
    """Return the letters to mark as right: those that are right least often in the chapter's questions of `kind`."""
    questions = [q for page in course.chapter_pages(chapter) for q in page.questions if q.name == kind]
    used = Counter(option.letter for question in questions for option in question.right_options)
    letters = sorted(LETTERS[: 2 if kind == "判断" else 4], key=lambda letter: used[letter])
    return "".join(letters[: 2 if kind == "多选" else 1])


def template(kind: str, id_: str, point: Point, back: str, right: str = "A") -> list[str]:
    """Return the lines of an unfilled question.

    Args:
        kind: one of `KINDS`.
        point: what it asks about; gives the level too.
        back: Markdown link to the section that teaches the point.
        right: letters of the options to mark as right, of a choice question.
    """
    identity = f"<!-- q: {id_} point: {point.id} level: {point.level} -->"
    if kind in OPEN_KINDS:
        return _open(kind, identity.replace(" -->", f" kind: {kind} -->"))
    explanation = f"{todo('为什么这样答，别把正确答案再念一遍')}{back}"
    if kind == "填空":
        stem = f"{todo('空前面的话')} [[{todo('答案')}]]{todo('空后面的话')}。"
        return ["<quiz>", identity, stem, "", "---", explanation, "</quiz>"]
    if kind == "判断":
        stem = todo("一句能判断对错的话")
        options = [
            f"- [{'x' if letter in right else ' '}] {text}" for letter, text in zip("AB", ("正确", "错误"), strict=True)
        ]
    else:
        stem = todo("题干，不看选项也能想出答案")
        options = []
        for letter in LETTERS[:4]:
            if letter in right:
                options.append(f"- [x] {todo(f'正确的选项 {letter}')}")
            else:
                options += [f"- [ ] {todo(f'错误的选项 {letter}')}", f"> {todo(f'{letter} 错在哪里，为什么容易选它')}"]
    return ["<quiz>", identity, stem, *options, "", f"解析：{explanation}", "</quiz>"]


def _open(kind: str, identity: str) -> list[str]:
    """Return the lines of an open question, in the shape that exams give to its kind."""
    marks = {"名词解释": (1, 2, 1), "简答": (2, 2, 2), "论述": (2, 4, 4, 2), "案例": (3, 3, 4)}[kind]
    stem = {
        "名词解释": [f"名词解释：{todo('要解释的词')}。"],
        "简答": [todo("题干，写明要答几点")],
        "论述": [todo("题干，写明从哪几方面论述")],
        "案例": [
            f"案例（虚构）：{todo('时间、地点、人物、金额，出了什么岔子')}",
            "",
            f"（1）{todo('第一问')}",
            f"（2）{todo('第二问')}",
        ],
    }[kind]
    points = [f"    - {todo(f'要点 {number}')}。（{mark} 分）" for number, mark in enumerate(marks, 1)]
    fold = f'??? answer "评分要点（{sum(marks)} 分）"'
    return [identity, *stem, "", fold, *points, "", f"    常见失分：{todo('大家常漏掉或写错什么')}。"]


def place_for(course: Course, chapter: Chapter, kind: str, point: Point, after: str | None) -> Place:
    """Return where the question goes.

    That is the end of the section `after` (an anchor, or page#anchor) when it is given, else of the section
    where the chapter's open questions stand if it is one, else of the section that teaches the point.

    Raises:
        Failure: there is no such section, or there are several.
    """
    pages = course.chapter_pages(chapter)
    if after is None:
        where = _open_section(pages) if kind in OPEN_KINDS else None
        path, anchor = where or (point.page, point.anchor)
    else:
        path, _, anchor = after.removeprefix("docs/").rpartition("#")
    found = [page for page in pages if path in ("", page.path) and page.section_lines(anchor)]
    if not found:
        known = "、".join(heading.id for page in pages for heading in page.headings if heading.id)
        raise Failure(f"第 {chapter.number} 章里没有“{after or f'{path}#{anchor}'}”这一节。可以写：{known}。")
    if len(found) > 1:
        choices = "、".join(f"{page.path}#{anchor}" for page in found)
        raise Failure(f"第 {chapter.number} 章有 {len(found)} 处叫“{anchor}”，请写明是哪一页：{choices}。")
    page = found[0]
    first, end = page.section_lines(anchor) or (0, 0)
    while end > first + 1 and _AFTERWORD.match(page.lines[end - 1]):
        end -= 1
    return Place(page, anchor, end)


def _open_section(pages: list[Page]) -> tuple[str, str] | None:
    """Return page and anchor of the section that holds the last open question of `pages`."""
    for page in reversed(pages):
        for question in reversed(page.questions):
            if question.kind == "open":
                above = [heading.id for heading in page.headings if heading.line < question.line and heading.id]
                return (page.path, above[-1]) if above else None
    return None


def link_back(course: Course, point: Point, start: str) -> str:
    """Return the Markdown link from the page `start` (a path below docs/) to the section that teaches `point`."""
    page = course.pages.get(point.page)
    titles = [heading.title for heading in page.headings if heading.id == point.anchor] if page else []
    path = "" if start == point.page else posixpath.relpath(point.page, posixpath.dirname(start) or ".")
    return f"[回看：{titles[0] if titles else point.title}]({path}#{point.anchor})"


def inserted(course: Course, place: Place, block: list[str], id_: str) -> tuple[SourceFile, int]:
    """Return the page's file with the question `block` in its place, and the line where it starts; writes nothing.

    Raises:
        Failure: the file would not read back as it was with exactly this question more.
    """
    source = SourceFile.read(course.docs / place.page.path)
    before = Page(place.page.path, source.text)
    following = before.lines[place.at].strip() if place.at < len(before.lines) else ""
    new = source.with_lines(place.at, ["", *block, *([""] if following else [])])
    after = Page(before.path, new.text)
    line = place.at + 2
    own = [question.line for question in after.questions if question.id == id_]
    others = [question.source for question in after.questions if question.id != id_]
    same = others == [question.source for question in before.questions] and [h.id for h in after.headings] == [
        h.id for h in before.headings
    ]
    if before.text != place.page.text or own != [line] or not same:
        raise Failure(
            f"docs/{before.path} 第 {place.at} 行后面放不下新题：附近有没收好尾的题目、代码块或注释，文件没有改动。"
            "先运行 python3 scripts check --only quizzes 改好再试，或者加上 --print，把模板打印出来自己贴。",
            1,
        )
    return new, line
