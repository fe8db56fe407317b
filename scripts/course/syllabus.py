"""The syllabus, docs/syllabus.yml: parts, chapters and every examinable point, in the order of the course."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml


@dataclass(frozen=True)
class Point:
    """One examinable point.

    Attributes:
        id: kebab-case English, unique in the course.
        page, anchor: the section that teaches it: path below docs/ and heading id.
        level: what the exam asks of it: 识记, 领会 or 应用.
        terms: words that the section must contain.
        sources: ids of the knowledge points that it comes from.
    """

    id: str
    title: str
    chapter: str
    page: str
    anchor: str
    level: str
    terms: tuple[str, ...]
    sources: tuple[str, ...]


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


@dataclass(frozen=True)
class Syllabus:
    """All parts, in the order of the course."""

    parts: tuple[Part, ...]

    @classmethod
    def read(cls, file: Path) -> Syllabus:
        """Read the syllabus.

        Raises:
            ValueError: the file is no YAML, or an entry lacks what every entry needs; the message names
                the place.
        """
        try:
            data = yaml.safe_load(file.read_text(encoding="utf-8"))
            return cls(tuple(_part(entry) for entry in data["parts"]))
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            raise ValueError(f"{file.name}:{mark.line + 1 if mark else 1}：不是合法的 YAML") from error
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"{file.name}：有一项缺少 {error}") from error

    @property
    def chapters(self) -> Iterator[Chapter]:
        """All chapters in order."""
        return (chapter for part in self.parts for chapter in part.chapters)

    @property
    def points(self) -> Iterator[Point]:
        """All points in order."""
        return (point for chapter in self.chapters for point in chapter.points)


def _part(data: dict) -> Part:
    chapters = tuple(_chapter(entry, data) for entry in data["chapters"])
    return Part(data["slug"], data["title"], chapters)


def _chapter(data: dict, part: dict) -> Chapter:
    points = tuple(_point(entry, data["slug"]) for entry in data.get("points") or ())
    scope = data.get("scope", "")
    return Chapter(data["slug"], data["number"], data["title"], scope, part["title"], part["slug"], points)


def _point(data: dict, chapter: str) -> Point:
    return Point(
        id=data["id"],
        title=data["title"],
        chapter=chapter,
        page=data["page"],
        anchor=data["anchor"],
        level=data["level"],
        terms=tuple(str(term) for term in data["terms"]),
        sources=tuple(data["sources"]),
    )
