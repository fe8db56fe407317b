"""Syllabus and answer key: read as written, written as read, refused with a place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from samples import SYLLABUS, write_course

from course import AnswerKey, Course, Syllabus
from course.glossary import read_glossary


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


GLOSSARY = """\
- id: advocate
  term: 拥护者
  definition: 主动推荐的人。
  page: part/chapter.md
  anchor: ladder
"""


# (taken out, put in, the line that must be named, words that must be said)
SYLLABUS_SLIPS = [
    ("      anchor: ladder\n", "", 10, "缺少“anchor”"),
    ("    title: 章\n", "", 5, "缺少“title”"),
    ("  chapters:\n", "  points:\n", 4, "没有“points”这一项"),
    ("parts:", "part:", 1, "没有“part”这一项"),
    ("number: 1", "number: 一", 6, "“number”应当是 1 以上的整数"),
    ("number: 1", "number: 0", 6, "“number”应当是 1 以上的整数"),
    ("number: 1", "number: 1.0", 6, "“number”应当是 1 以上的整数"),
    ("title: 阶梯", "title: 2026", 11, "“title”应当是文字，现在是数字"),
    ("title: 阶梯", "title: 2026-11-22", 11, "“title”应当是文字，现在是日期"),
    ("title: 阶梯", "title: yes", 11, "“title”应当是文字，现在是是非值"),
    ("title: 阶梯", "title:", 11, "“title”应当是文字，现在是空的"),
    ("title: 阶梯", "title: [阶梯]", 11, "“title”应当是文字，现在是列表"),
    ("level: 识记", "level: {a: 识记}", 14, "“level”应当是文字，现在是一组"),
    ("terms: [忠诚阶梯, 拥护者]", "terms: 忠诚阶梯", 15, "“terms”应当是列表，现在是文字"),
    ("terms: [忠诚阶梯, 拥护者]", "terms: [忠诚阶梯, [拥护者]]", 15, "“terms”应当是文字，现在是列表"),
    ("sources: [aa-001]", "source: [aa-001]", 16, "没有“source”这一项"),
    ("      level: 识记\n", "      level: 识记\n      level: 应用\n", 15, "“level”写了两次"),
    ("    points:\n", "    points: 甲\n    x:\n", 10, "没有“x”这一项"),
    ("    - id: ladder\n", "    - ladder\n    - id: ladder\n", 10, "应当是一组"),
    ("scope: 范围", "scope: 范围: 宽", 8, "不是合法的 YAML"),
    ("title: 阶梯", "title: !!python/name:os.system 阶梯", 11, "“title”应当是文字"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "line", "words"), SYLLABUS_SLIPS)
def test_a_slip_in_a_field_of_the_syllabus_is_named_with_its_line(
    tmp_path: Path, old: str, new: str, line: int, words: str
) -> None:
    assert SYLLABUS.count(old) >= 1
    file = tmp_path / "syllabus.yml"
    file.write_text(SYLLABUS.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ValueError, match=rf"^syllabus\.yml:{line}：.*{re.escape(words)}"):
        Syllabus.read(file)


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("  anchor: ladder\n", "", 1, "缺少“anchor”"),
        ("  term:", "  name:", 2, "没有“name”这一项"),
        ("  definition: 主动推荐的人。", "  definition: 3", 3, "“definition”应当是文字，现在是数字"),
        ("  definition: 主动推荐的人。", "  also: 倡导者\n  definition: 主动推荐的人。", 3, "“also”应当是列表"),
        (GLOSSARY, "advocate: 拥护者\n", 1, "应当是术语的列表"),
        (GLOSSARY, "- 拥护者\n", 1, "应当是一组"),
    ],
)
def test_a_slip_in_a_field_of_the_glossary_is_named_with_its_line(
    tmp_path: Path, old: str, new: str, line: int, words: str
) -> None:
    file = tmp_path / "glossary.yml"
    file.write_text(GLOSSARY.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ValueError, match=rf"^glossary\.yml:{line}：.*{re.escape(words)}"):
        read_glossary(file)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("  point: ladder\n", "", "缺少“point”"),
        ("  answer:\n  - 拥护者\n", "  answer: 拥护者\n", "“answer”应当是列表"),
        ("  point: ladder\n", "  point: ladder\n  points: ladder\n", "没有“points”这一项"),
        ("  point: ladder\n", "  point: 2026-11-22\n", "“point”应当是文字，现在是日期"),
    ],
)
def test_a_slip_in_a_field_of_the_key_is_named_with_its_line(tmp_path: Path, old: str, new: str, words: str) -> None:
    write_course(tmp_path)
    file = tmp_path / "answer-key.yml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ValueError, match=rf"^answer-key\.yml:\d+：.*{words}"):
        AnswerKey.read(file)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("标题: 甲\n".encode() + b"b: \xff\xfe\n", 2),
        ("a: 甲\nb: 乙\x07\n".encode(), 2),
        (b"[" * 5000, 1),
        (b"a: 1\n---\nb: 2\n", 2),
        ("parts: 甲\n".encode("utf-16"), 1),
    ],
)
def test_what_is_no_yaml_is_refused_with_its_line(tmp_path: Path, content: bytes, line: int) -> None:
    file = tmp_path / "syllabus.yml"
    file.write_bytes(content)
    with pytest.raises(ValueError, match=rf"^syllabus\.yml:{line}："):
        Syllabus.read(file)


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(tmp_path: Path) -> None:
    file = tmp_path / "syllabus.yml"
    file.write_text(SYLLABUS, encoding="utf-8", newline="\n")
    sound = Syllabus.read(file)
    file.write_bytes(b"\xef\xbb\xbf" + SYLLABUS.replace("\n", "\r\n").encode())
    assert Syllabus.read(file) == sound


def test_a_number_among_the_terms_is_the_word_as_written(tmp_path: Path) -> None:
    file = tmp_path / "syllabus.yml"
    file.write_text(SYLLABUS.replace("[忠诚阶梯, 拥护者]", "[1986, 007, 3.10]"), encoding="utf-8")
    assert next(Syllabus.read(file).points).terms == ("1986", "007", "3.10")
