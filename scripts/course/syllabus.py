"""The syllabus, docs/syllabus.yml: parts, chapters and every examinable point, in the order of the course."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from course.data_files import Entry, read_yaml

_POINT_FIELDS = ("id", "title", "page", "anchor", "level", "terms", "sources")


@dataclass(frozen=True)
class Point:
    """One examinable point.

    Attributes:
        id: kebab-case English, unique in the course.
        page, anchor: the section that teaches it: path below docs/ and heading id.
        level: what the exam asks of it: 识记, 领会 or 应用.
        terms: words that the section must contain.
        sources: ids of the knowledge points that it comes from.
        line: where the entry stands in the file.
    """

    id: str
    title: str
    chapter: str
    page: str
    anchor: str
    level: str
    terms: tuple[str, ...]
    sources: tuple[str, ...]
    line: int = 0


@dataclass(frozen=True)
class Chapter:
    """One chapter; a chapter without points is planned and not yet written."""

    slug: str
    number: int
    title: str
    scope: str
    part: str
    part_slug: str
    points: tuple[Point, ...]
    line: int = 0

    @property
    def path(self) -> str:
        """The chapter's first page below docs/; longer chapters continue in the folder of the same name."""
        return f"{self.part_slug}/{self.slug}.md"

    def owns(self, page: str) -> bool:
        """Tell whether `page` (a path below docs/) belongs to this chapter."""
        return page == self.path or page.startswith(f"{self.part_slug}/{self.slug}/")


@dataclass(frozen=True)
class Part:
    """A part of the course: one folder below docs/."""

    slug: str
    title: str
    chapters: tuple[Chapter, ...]
    line: int = 0


@dataclass(frozen=True)
class Syllabus:
    """All parts, in the order of the course."""

    parts: tuple[Part, ...]

    @classmethod
    def read(cls, file: Path) -> Syllabus:
        """Read the syllabus.

        Raises:
            ValueError: the file is no YAML, or an entry lacks a field or has a wrong one; the message names
                the line.
        """
        root = Entry.of(file.name, read_yaml(file), "parts")
        return cls(tuple(_part(entry) for entry in root.entries("parts", "slug", "title", "chapters")))

    @property
    def chapters(self) -> Iterator[Chapter]:
        """All chapters in order."""
        return (chapter for part in self.parts for chapter in part.chapters)

    @property
    def points(self) -> Iterator[Point]:
        """All points in order."""
        return (point for chapter in self.chapters for point in chapter.points)


def _part(entry: Entry) -> Part:
    slug, title = entry.text("slug"), entry.text("title")
    chapters = entry.entries("chapters", "slug", "number", "title", "scope", "points")
    return Part(slug, title, tuple(_chapter(chapter, slug, title) for chapter in chapters), entry.line)


def _chapter(entry: Entry, part_slug: str, part: str) -> Chapter:
    slug = entry.text("slug")
    points = entry.entries("points", *_POINT_FIELDS, optional=True)
    return Chapter(
        slug=slug,
        number=entry.number("number"),
        title=entry.text("title"),
        scope=entry.text("scope", ""),
        part=part,
        part_slug=part_slug,
        points=tuple(_point(point, slug) for point in points),
        line=entry.line,
    )


def _point(entry: Entry, chapter: str) -> Point:
    return Point(
        id=entry.text("id"),
        title=entry.text("title"),
        chapter=chapter,
        page=entry.text("page"),
        anchor=entry.text("anchor"),
        level=entry.text("level"),
        terms=entry.texts("terms"),
        sources=entry.texts("sources"),
        line=entry.line,
    )
