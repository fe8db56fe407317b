"""Syllabus and answer key: read as written, written as read, refused with a place."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples import SYLLABUS, write_course

from course import AnswerKey, Course, Syllabus


def test_the_key_survives_writing_and_reading(tmp_path: Path) -> None:
    first = write_course(tmp_path).key
    first.write(tmp_path / "again.yml")
    assert AnswerKey.read(tmp_path / "again.yml") == first
    assert (tmp_path / "again.yml").read_bytes() == (tmp_path / "answer-key.yml").read_bytes()


def test_a_key_entry_knows_its_line(tmp_path: Path) -> None:
    key = write_course(tmp_path).key
    lines = (tmp_path / "answer-key.yml").read_text(encoding="utf-8").split("\n")
    assert [lines[entry.line - 1] for entry in key.entries.values()] == [f"{id_}:" for id_ in key.entries]


@pytest.mark.parametrize("content", ["- 甲\n- 乙\n", "a: [\n", "a:\n  answer: 甲\n", "a: 甲\n"])
def test_a_broken_key_is_refused_with_its_line(tmp_path: Path, content: str) -> None:
    file = tmp_path / "answer-key.yml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match=r"answer-key\.yml:\d"):
        AnswerKey.read(file)


@pytest.mark.parametrize("content", ["", "parts:\n- slug: a\n", "parts: [\n", "parts: 甲\n"])
def test_a_broken_syllabus_is_refused(tmp_path: Path, content: str) -> None:
    file = tmp_path / "syllabus.yml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match=r"syllabus\.yml"):
        Syllabus.read(file)


def test_pages_of_a_chapter_in_reading_order(tmp_path: Path) -> None:
    folder = tmp_path / "part" / "chapter"
    folder.mkdir(parents=True)
    for name in ("test", "alpha", "second"):
        (folder / f"{name}.md").write_text(f"# 页 {{#{name}}}\n", encoding="utf-8")
    second = SYLLABUS.replace("page: part/chapter.md", "page: part/chapter/second.md")
    write_course(tmp_path)
    (tmp_path / "syllabus.yml").write_text(second, encoding="utf-8")
    course = Course.load(tmp_path)
    pages = course.chapter_pages(next(course.syllabus.chapters))
    names = ["part/chapter.md", "part/chapter/second.md", "part/chapter/alpha.md", "part/chapter/test.md"]
    assert [page.path for page in pages] == names
    assert course.chapter_of("part/chapter/alpha.md") is next(course.syllabus.chapters)
    assert course.chapter_of("index.md") is None
