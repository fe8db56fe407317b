"""Files in dist/: which of them belong to this very course, and how they are called."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from course import Course
from outputs.downloads import MANIFEST, Download, Sources, pdf_name, record, survey
from project import ROOT


@pytest.fixture(scope="module")
def now() -> Sources:
    return Sources.current()


def made(dist: Path, name: str, version: Sources, content: str = "%PDF-") -> None:
    (dist / name).parent.mkdir(parents=True, exist_ok=True)
    (dist / name).write_text(content)
    record(dist / name, version, dist)


def test_names_tell_scope_edition_and_size(course: Course) -> None:
    first = next(iter(course.syllabus.chapters))
    assert pdf_name(first, "paper") == "pdf/01-customers-paper.pdf"
    assert pdf_name(course.syllabus.parts[0], "key") == "pdf/part-foundations-key.pdf"
    assert pdf_name(None, "reader", "a5") == "pdf/book-reader-a5.pdf"
    scopes = [None, *course.syllabus.parts, *course.syllabus.chapters]
    assert len({pdf_name(scope, "reader") for scope in scopes}) == len(scopes)


def test_what_was_made_from_this_course_may_be_published(tmp_path: Path, now: Sources) -> None:
    made(tmp_path, "pdf/01-customers-reader.pdf", now)
    made(tmp_path, "epub/book.epub", now)
    fresh, stale = survey(tmp_path)
    assert list(fresh) == ["epub/book.epub", "pdf/01-customers-reader.pdf"]
    assert fresh["epub/book.epub"].file.read_text() == "%PDF-"
    assert stale == []


@pytest.mark.parametrize("part", ["commit", "sources"])
def test_what_was_made_from_another_version_is_out_of_date(tmp_path: Path, now: Sources, part: str) -> None:
    made(tmp_path, "pdf/old.pdf", replace(now, **{part: "another"}))
    assert survey(tmp_path) == ({}, ["pdf/old.pdf"])
    made(tmp_path, "pdf/new.pdf", now)
    fresh, stale = survey(tmp_path)
    assert (list(fresh), stale) == (["pdf/new.pdf"], ["pdf/old.pdf"])


def test_what_is_not_as_it_was_entered_is_out_of_date(tmp_path: Path, now: Sources) -> None:
    made(tmp_path, "pdf/changed.pdf", now)
    (tmp_path / "pdf" / "changed.pdf").write_text("%PDF+")
    (tmp_path / "pdf" / "stranger.pdf").write_text("%PDF-")
    assert survey(tmp_path) == ({}, ["pdf/changed.pdf", "pdf/stranger.pdf"])


@pytest.mark.parametrize("text", ["", "[]", '{"files": {}}', "{"])
def test_a_broken_manifest_publishes_nothing(tmp_path: Path, now: Sources, text: str) -> None:
    made(tmp_path, "pdf/some.pdf", now)
    (tmp_path / MANIFEST).write_text(text)
    assert survey(tmp_path) == ({}, ["pdf/some.pdf"])


def test_an_edit_and_a_commit_are_another_version(tmp_path: Path) -> None:
    for name in ("mkdocs.yml", "requirements.txt", "requirements-print.txt"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "scripts" / "__pycache__").mkdir(parents=True)
    page = tmp_path / "docs" / "index.md"
    page.write_text("一")
    first = Sources.current(tmp_path)
    (tmp_path / "scripts" / "__pycache__" / "x.pyc").write_text("not a source")
    assert first == Sources.current(tmp_path)
    assert first.commit == ""
    page.write_text("二")
    assert first.sources != Sources.current(tmp_path).sources
    git = ["git", "-C", str(tmp_path), "-c", "user.name=x", "-c", "user.email=x@example.org"]
    subprocess.run([*git, "init", "--quiet"], check=True)
    subprocess.run([*git, "commit", "--quiet", "--allow-empty", "-m", "x"], check=True)
    assert len(Sources.current(tmp_path).commit) == 40


@pytest.mark.parametrize(
    ("size", "text"),
    [(1, "1 kB"), (859_600, "860 kB"), (999_499, "999 kB"), (999_500, "1.0 MB"), (12_340_000, "12.3 MB")],
)
def test_sizes_as_readers_know_them(size: int, text: str) -> None:
    assert Download("x", Path("x"), size).size_text == text
