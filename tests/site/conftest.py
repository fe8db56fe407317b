"""What the browser tests share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from reader import Reader

from course import Course
from outputs.downloads import EPUB, Sources, pdf_name, record
from site_builder import build_site


@pytest.fixture(scope="session")
def published(course: Course, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it is published: with an address, a repository, and the files to download of one chapter."""
    dist = tmp_path_factory.mktemp("published") / "dist"
    chapter = next(chapter for chapter in course.syllabus.chapters if chapter.slug == "loyalty")
    made_from = Sources.current()
    names = [pdf_name(chapter, "reader"), pdf_name(chapter, "paper"), pdf_name(None, "reader", "a5"), EPUB]
    for kilobytes, name in enumerate(names, 1):
        (dist / name).parent.mkdir(parents=True, exist_ok=True)
        (dist / name).write_bytes(b"%PDF-" + b" " * (kilobytes * 1000))
        record(dist / name, made_from, dist)
    (dist / pdf_name(chapter, "key")).write_bytes(b"left over from another day")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("project.DIST", dist)
        patch.setenv("COURSE_SITE_URL", "https://example.org/fork/")
        patch.setenv("COURSE_REPO_URL", "https://example.org/someone/fork")
        patch.setenv("COURSE_EDIT_URI", "edit/main/docs/")
        site = dist.parent / "site"
        assert build_site(site) == []
    return site


@pytest.fixture
def reader(page: Page, address: str, course: Course) -> Reader:
    return Reader(page, address, course)


@pytest.fixture
def console(page: Page) -> list[str]:
    """Everything that the page complains about, violations of its policy included."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(error.stack or str(error)))
    return said


@pytest.fixture
def focused(page: Page) -> Callable[[], str]:
    """Return a function that names the focused element: its data-action, id or class."""
    script = "(e => e.dataset.action || e.id || e.className)(document.activeElement)"
    return lambda: str(page.evaluate(script))
