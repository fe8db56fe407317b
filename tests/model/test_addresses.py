"""The list of published addresses: what people write stays, what the program writes only grows and hardly moves."""

from __future__ import annotations

import difflib
from dataclasses import replace
from pathlib import Path

import pytest
from samples import CHAPTER, write_course

from checks.addresses import check, renewed_addresses
from course import Addresses, Course
from project import DOCS


def recorded(docs: Path) -> Course:
    """Record the addresses of the course under `docs` as `check --fix` would, and return it."""
    (docs / "addresses.yml").write_text(renewed_addresses(Course.load(docs)), encoding="utf-8", newline="\n")
    return Course.load(docs)


def test_the_file_is_as_the_program_writes_it(course: Course) -> None:
    assert course.addresses.written() == (DOCS / "addresses.yml").read_text(encoding="utf-8")


def test_recording_once_is_enough(tmp_path: Path) -> None:
    write_course(tmp_path)
    first = recorded(tmp_path)
    assert first.addresses.pages == {"part/chapter.md": ("chapter", "ladder")}
    assert list(check(first)) == []
    assert renewed_addresses(first) == (tmp_path / "addresses.yml").read_text(encoding="utf-8")


def test_a_new_section_is_one_new_line(tmp_path: Path) -> None:
    write_course(tmp_path)
    recorded(tmp_path)
    before = (tmp_path / "addresses.yml").read_text(encoding="utf-8")
    chapter = CHAPTER.replace("忠诚阶梯上，", "### 台阶 {#a-rung}\n\n忠诚阶梯上，")
    (tmp_path / "part" / "chapter.md").write_text(chapter, encoding="utf-8")
    recorded(tmp_path)
    after = (tmp_path / "addresses.yml").read_text(encoding="utf-8")
    changed = [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]
    assert changed == ["+   - a-rung"]


def test_what_vanished_stays_recorded(tmp_path: Path) -> None:
    write_course(tmp_path)
    recorded(tmp_path)
    (tmp_path / "part" / "chapter.md").rename(tmp_path / "part" / "other.md")
    course = recorded(tmp_path)
    assert course.addresses.pages.keys() == {"part/chapter.md", "part/other.md"}
    assert [finding.rule.id for finding in check(course)] == ["LINK-07"]


def test_what_people_wrote_stays_as_it_is(tmp_path: Path) -> None:
    write_course(tmp_path)
    head = "# 我们的话\nmoved:\n  # 2026 年合并\n  part/old.md: part/chapter.md   # 旧章\n"
    (tmp_path / "addresses.yml").write_text(head, encoding="utf-8")
    course = recorded(tmp_path)
    assert (tmp_path / "addresses.yml").read_text(encoding="utf-8").startswith(head)
    assert [(move.old, move.new, move.line) for move in course.addresses.moves] == [
        ("part/old.md", "part/chapter.md", 4)
    ]
    assert list(check(course)) == []


def test_two_branches_that_recorded_the_same_page_are_joined(tmp_path: Path) -> None:
    file = tmp_path / "addresses.yml"
    file.write_text("pages:\n  a.md:\n  - one\n  b.md:\n  a.md:\n  - two\n  - one\n", encoding="utf-8")
    read = Addresses.read(file)
    assert read.pages == {"a.md": ("one", "two"), "b.md": ()}
    assert read.lines == {"a.md": 2, "b.md": 4}


def test_a_page_that_moved_takes_its_sections_along(tmp_path: Path) -> None:
    write_course(tmp_path)
    recorded(tmp_path)
    (tmp_path / "part" / "chapter.md").rename(tmp_path / "part" / "other.md")
    text = (tmp_path / "addresses.yml").read_text(encoding="utf-8")
    moved = text.replace("\nmoved:\n", "\nmoved:\n  part/chapter.md: part/other.md\n")
    (tmp_path / "addresses.yml").write_text(moved, encoding="utf-8")
    assert [finding.rule.id for finding in check(recorded(tmp_path))] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("pages: [", "addresses.yml:"),
        ("moved:\n- a\n", "addresses.yml:2"),
        ("pages:\n  a.md: one\n", "addresses.yml:2"),
        ("pages:\n  a.md:\n    one: 1\n", "addresses.yml:3"),
    ],
)
def test_a_file_of_another_shape_is_refused_with_its_line(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "addresses.yml").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=words):
        Addresses.read(tmp_path / "addresses.yml")


def test_terms_and_lists_of_reference_pages_are_addresses_too(course: Course) -> None:
    recorded = course.addresses.pages
    assert {term.id for term in course.glossary} <= set(recorded["reference/glossary.md"])
    assert {chapter.slug for chapter in course.syllabus.chapters} <= set(recorded["reference/syllabus.md"])
    shorter = replace(course, glossary=course.glossary[1:])
    lost = [finding for finding in check(shorter) if finding.rule.id == "LINK-07"]
    assert [(finding.path, course.glossary[0].id in finding.message) for finding in lost] == [
        ("docs/reference/glossary.md", True)
    ]
