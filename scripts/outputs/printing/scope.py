"""What a document covers: one chapter, one part or the whole book."""

from __future__ import annotations

from dataclasses import dataclass, replace

from course import Chapter, Course, Part
from outputs.downloads import stem

BOOK_TITLE = "客户服务管理"


@dataclass(frozen=True)
class Scope:
    """The chapters that a document covers.

    Attributes:
        kind: `chapter`, `part` or `book`.
        name: what the names of its files begin with.
        title: as the cover shows it.
        chapters: in the order of the course, written ones only.
    """

    kind: str
    name: str
    title: str
    chapters: tuple[Chapter, ...]

    def restrict(self, course: Course) -> Course:
        """Return `course` with the chapters and the terms of this scope alone."""
        wanted = {chapter.slug for chapter in self.chapters}
        parts = (
            replace(part, chapters=tuple(chapter for chapter in part.chapters if chapter.slug in wanted))
            for part in course.syllabus.parts
        )
        terms = (term for term in course.glossary if any(chapter.owns(term.page) for chapter in self.chapters))
        syllabus = replace(course.syllabus, parts=tuple(part for part in parts if part.chapters))
        return replace(course, syllabus=syllabus, glossary=tuple(terms))


def chapter_scope(chapter: Chapter) -> Scope:
    """Return the scope of one chapter."""
    return Scope("chapter", stem(chapter), chapter_title(chapter), (chapter,))


def part_scope(course: Course, part: Part) -> Scope:
    """Return the scope of one part."""
    chapters = tuple(chapter for chapter in part.chapters if course.chapter_pages(chapter))
    return Scope("part", stem(part), part_title(course, part), chapters)


def book_scope(course: Course) -> Scope:
    """Return the scope of the whole course."""
    return Scope("book", stem(None), BOOK_TITLE, written_chapters(course))


def written_chapters(course: Course) -> tuple[Chapter, ...]:
    """Return the chapters that have pages."""
    return tuple(chapter for chapter in course.syllabus.chapters if course.chapter_pages(chapter))


def chapter_title(chapter: Chapter) -> str:
    """Return the title with its number: 第 14 章 客户忠诚与客户流失."""
    return f"第 {chapter.number} 章 {chapter.title}"


def part_title(course: Course, part: Part) -> str:
    """Return the title with its number: 第四部分 客户关系."""
    slugs = [other.slug for other in course.syllabus.parts]
    return f"第{chinese_number(slugs.index(part.slug) + 1)}部分 {part.title}"


def chinese_number(number: int) -> str:
    """Return a number from 1 to 99 in Chinese characters."""
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    lead = "" if tens == 0 else "十" if tens == 1 else f"{digits[tens]}十"
    return lead + (digits[ones] if ones or not tens else "")
