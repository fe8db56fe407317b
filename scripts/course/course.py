"""The course as a whole: loaded once, handed to whoever needs it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from course.addresses import Addresses
from course.answer_key import AnswerKey
from course.glossary import Term, read_glossary
from course.pages import Page
from course.questions import Question
from course.syllabus import Chapter, Point, Syllabus


@dataclass(frozen=True)
class Course:
    """Everything that the sources under docs/ say.

    Attributes:
        docs: the folder they were read from.
        glossary: the terms of the course.
        pages: every Markdown file, by path below docs/, in the order of the paths.
        addresses: what has been published.
    """

    docs: Path
    syllabus: Syllabus
    key: AnswerKey
    glossary: tuple[Term, ...]
    pages: dict[str, Page]
    addresses: Addresses = field(default_factory=Addresses)

    @classmethod
    def load(cls, docs: Path) -> Course:
        """Read the course under `docs`.

        Raises:
            ValueError: the syllabus, the answer key, the glossary or the list of addresses cannot be read; the
                message says where.
        """
        files = sorted(docs.rglob("*.md"), key=lambda file: file.relative_to(docs).as_posix())
        pages = [Page.read(file, docs) for file in files]
        return cls(
            docs=docs,
            syllabus=Syllabus.read(docs / "syllabus.yml"),
            key=AnswerKey.read(docs / "answer-key.yml"),
            glossary=read_glossary(docs / "glossary.yml"),
            pages={page.path: page for page in pages},
            addresses=Addresses.read(docs / "addresses.yml"),
        )

    @cached_property
    def questions(self) -> list[Question]:
        """All questions, in the order of the syllabus, then of the pages outside any chapter."""
        ordered = [page for chapter in self.syllabus.chapters for page in self.chapter_pages(chapter)]
        ordered += [page for page in self.pages.values() if page not in ordered]
        return [question for page in ordered for question in page.questions]

    @cached_property
    def points(self) -> dict[str, Point]:
        """The points of the syllabus by id."""
        return {point.id: point for point in self.syllabus.points}

    def chapter_pages(self, chapter: Chapter) -> list[Page]:
        """Return the pages of `chapter` that exist: its first page, then those of its folder.

        Pages of the folder come in the order in which the syllabus first names them, then by name; a page
        named `test` comes last.
        """
        named = list(dict.fromkeys(point.page for point in chapter.points))

        def place(page: Page) -> tuple[bool, bool, int, str]:
            rank = named.index(page.path) if page.path in named else len(named)
            return page.path != chapter.path, page.path.endswith("/test.md"), rank, page.path

        return sorted((page for page in self.pages.values() if chapter.owns(page.path)), key=place)

    def chapter_of(self, path: str) -> Chapter | None:
        """Return the chapter that the page `path` belongs to, if any."""
        return next((chapter for chapter in self.syllabus.chapters if chapter.owns(path)), None)
