"""`new`: a template passes every check once it is filled, none before; the file around it keeps every byte."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from samples import CHAPTER, SYLLABUS, write_course

import cli
import site_builder
import sources
from authoring import chapter as new_chapters
from authoring import question as new_questions
from authoring.source_file import SourceFile
from checks import key, quizzes
from checks.findings import Finding
from checks.suite import check_sources
from commands import new as command
from commands.key import renewed
from course import AnswerKey, Course, Page
from failures import Failure
from project import CONFIG, DOCS, ROOT
from site_builder import build_site

PLACEHOLDER = re.compile(r"（待填：[^（）]*）")


def findings(course: Course) -> list[Finding]:
    """What must be mended; the addresses of something new are recorded by a program later."""
    return [finding for finding in check_sources(course)[0] if finding.rule.blocking]


def rules(course: Course) -> set[str]:
    return {finding.rule.id for finding in findings(course)}


def filled(text: str, first: int = 1) -> str:
    """`text` as an author might fill it: every gap says something else, but a keyword is the same everywhere.

    Args:
        first: a number of its own for each text that stands beside others.
    """
    numbers = itertools.count(first)

    def words(gap: re.Match[str]) -> str:
        if "会显示在搜索结果里" in gap[0]:
            return "这一章讲一件事从头到尾怎样做。"
        if "用文字说出" in gap[0]:
            return "自上而下三步，先后写着三句话，做完一步再做下一步，最后停下。"
        if "关键词" in gap[0]:
            return "第二个词" if "第二节" in gap[0] else "头一个词"
        name = "".join("甲乙丙丁戊己庚辛壬癸"[int(digit)] for digit in str(next(numbers)))
        if re.search("第.步|开头|出岔子的地方|怎样补救", gap[0]):
            return f"{name}做完一步"  # a label, which the description of its figure speaks of
        return f"{name}的道理要从头说起" if re.search("为什么|错在哪里", gap[0]) else name

    return PLACEHOLDER.sub(words, text)


def accepted(course: Course) -> Course:
    """The course with every new answer in its key, in memory."""
    pending = [change for change in key.changes(course) if change.entry is None]
    return replace(course, key=AnswerKey(renewed(course, pending, "")))


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample course where `new` finds its sources, below the real settings of the site with a short nav."""
    folder = tmp_path / "docs"
    write_course(folder)
    (folder / "index.md").write_text(
        "---\ndescription: 这一页是样本课程的首页。\n---\n\n# 首页 {#home}\n", encoding="utf-8"
    )
    settings = CONFIG.read_text(encoding="utf-8")
    settings = re.sub(
        r"^nav:\n(?:[- ].*\n)+",
        "nav: # 目录\n- index.md\n- 部分: # 一部\n  - 第 1 章 章:\n    - part/chapter.md # 完\n",
        settings,
        flags=re.M,
    )
    for name in ("overrides", "scripts/mkdocs_hooks.py"):
        settings = re.sub(
            rf"(custom_dir: |- ){re.escape(name)}$", rf"\g<1>{(ROOT / name).as_posix()}", settings, flags=re.M
        )
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    monkeypatch.setattr(sources, "DOCS", folder)
    monkeypatch.setattr(new_chapters, "CONFIG", tmp_path / "mkdocs.yml")
    monkeypatch.setattr(site_builder, "CONFIG", tmp_path / "mkdocs.yml")
    return folder


def new(*arguments: str) -> None:
    assert cli.run(["new", *arguments]) == 0


def fill(*files: Path) -> None:
    for file in files:
        file.write_text(filled(file.read_text(encoding="utf-8")), encoding="utf-8")


@pytest.mark.parametrize("kind", new_questions.KINDS)
def test_a_question_passes_once_it_is_filled(docs: Path, kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    page = docs / "part" / "chapter.md"
    new("question", "chapter", "--kind", kind)
    course = Course.load(docs)
    added = next(question for question in course.questions if question.id == "ladder-6")
    said = capsys.readouterr().out
    assert added.name == kind
    assert f"chapter.md:{added.line}：" in said
    assert "key --accept ladder-6" in said
    unfilled = [finding for finding in findings(course) if finding.rule is not key.MISSING]
    assert {finding.rule for finding in unfilled} == {quizzes.FILLED}
    assert all(added.line <= finding.line <= added.end_line for finding in unfilled)
    fill(page)
    assert rules(Course.load(docs)) == {"KEY-01"}
    assert findings(accepted(Course.load(docs))) == []


def test_questions_pass_in_every_chapter_of_the_course(course: Course) -> None:
    """In memory: a question of another kind in each chapter, each where `new` puts it."""
    pages, ids = dict(course.pages), set[str]()
    for chapter, kind in zip(course.syllabus.chapters, itertools.cycle(new_questions.KINDS), strict=False):
        point = new_questions.least_asked(course, chapter)
        place = new_questions.place_for(course, chapter, kind, point, None)
        id_ = new_questions.free_id(course, point.id)
        right = new_questions.right_letters(course, chapter, kind)
        back = new_questions.link_back(course, point, place.page.path)
        block = new_questions.template(kind, id_, point, back, right)
        file, line = new_questions.inserted(course, place, block, id_)
        page = Page(place.page.path, filled(file.text, 1 + 20 * len(ids)))
        added = next(question for question in page.questions if question.id == id_)
        assert (added.name, added.line, added.point) == (kind, line, point.id)
        if kind not in new_questions.OPEN_KINDS:
            section = page.section_lines(point.anchor)
            assert section
            assert section[0] < line <= section[1]
        pages[page.path] = page
        ids.add(id_)
    grown = accepted(replace(course, pages=pages))
    assert ids == grown.key.entries.keys() - course.key.entries.keys()
    assert findings(grown) == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_byte_order_mark_stay(docs: Path, end: str, mark: bytes) -> None:
    page = docs / "part" / "chapter.md"
    old = mark + CHAPTER.rstrip("\n").replace("\n", end).encode()
    page.write_bytes(old)
    new("question", "chapter", "--after", "#ladder", "--kind", "判断")
    written = page.read_bytes()
    assert written.startswith(old)
    added = written.removeprefix(old).decode()
    expected = "\r\n" if end == "\r\n" else "\n"
    assert added.replace(expected, "").count("\n") == added.replace(expected, "").count("\r") == 0
    assert [question.id for question in Course.load(docs).questions][-1] == "ladder-6"


def test_mixed_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes("甲\r\n乙\n丙\r丁\u2028戊\r\n".encode())
    SourceFile.read(file).with_lines(2, ["新"]).write()
    assert file.read_bytes() == "甲\r\n乙\n新\n丙\r丁\u2028戊\r\n".encode()
    assert [left.name for left in tmp_path.iterdir()] == ["a.md"]


def test_an_id_is_never_given_twice(docs: Path) -> None:
    entries = dict(Course.load(docs).key.entries)
    entries["ladder-8"] = replace(entries["ladder-4"], id="ladder-8", retired="与另一题重复")
    AnswerKey(entries).write(docs / "answer-key.yml")
    assert new_questions.free_id(Course.load(docs), "ladder") == "ladder-9"
    page = docs / "part" / "chapter.md"
    page.write_text(CHAPTER + "\n```\n<!-- q: ladder-30 point: ladder level: 识记 -->\n```\n", encoding="utf-8")
    assert new_questions.free_id(Course.load(docs), "ladder") == "ladder-31"
    assert new_questions.free_id(Course.load(docs), "chapter") == "chapter-1"


def test_a_question_stands_before_footnotes_and_the_way_on(docs: Path) -> None:
    page = docs / "part" / "chapter.md"
    page.write_text(CHAPTER + "\n下一页：[首页](../index.md)。\n\n[^a]: 注。\n", encoding="utf-8")
    new("question", "chapter")
    text = page.read_text(encoding="utf-8")
    assert text.endswith("</quiz>\n\n下一页：[首页](../index.md)。\n\n[^a]: 注。\n")


def test_right_options_are_spread(docs: Path) -> None:
    course = Course.load(docs)
    chapter = next(course.syllabus.chapters)
    assert new_questions.right_letters(course, chapter, "单选") == "A"  # the sample's single choice has B
    assert new_questions.right_letters(course, chapter, "多选") == "BD"  # the sample's has A and C
    assert new_questions.right_letters(course, chapter, "判断") == "A"  # the sample's statement is wrong


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["question", "nowhere"], "没有“nowhere”这一章"),
        (["question", "chapter", "--kind", "选择"], "没有“选择”这种题型"),
        (["question", "chapter", "--point", "nothing"], "没有“nothing”这个考点"),
        (["question", "chapter", "--after", "nothing"], "没有“nothing”这一节"),
        (["chapter", "Second_One", "--part", "part", "--title", "二"], "章名“Second_One”不能用"),
        (["chapter", "second", "--part", "part", "--title", "# 二"], "标题“# 二”不能用"),
        (["chapter", "second", "--part", "part"], "还缺中文标题"),
        (["chapter", "second", "--title", "二"], "还没有说放在哪一部分"),
        (["chapter", "second", "--part", "parts", "--title", "二"], "没有“parts”这一部分"),
        (["chapter", "chapter", "--part", "part", "--title", "二"], "已经有 chapter 了"),
    ],
)
def test_a_wrong_call_is_told_and_changes_nothing(
    docs: Path, arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {file: file.read_bytes() for file in docs.parent.rglob("*.*")}
    assert cli.run(["new", *arguments]) in (1, 2)
    assert words in capsys.readouterr().err
    assert {file: file.read_bytes() for file in docs.parent.rglob("*.*")} == before


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("??? answer", "```text\n??? answer"),  # a fence without end swallows what follows
        lambda text: text.replace("主动推荐的人叫拥护者。", "主动推荐的人叫拥护者。\n\n新的一段。"),  # edited meanwhile
    ],
)
def test_a_page_that_would_not_read_back_is_left_alone(docs: Path, change: Callable[[str], str]) -> None:
    page = docs / "part" / "chapter.md"
    course = Course.load(docs)
    changed = change(CHAPTER)
    page.write_text(changed, encoding="utf-8")
    if "```" in changed:
        course = Course.load(docs)
    place = new_questions.place_for(course, next(course.syllabus.chapters), "判断", course.points["ladder"], None)
    block = new_questions.template("判断", "ladder-6", course.points["ladder"], "", "A")
    with pytest.raises(Failure, match="放不下新题"):
        new_questions.inserted(course, place, block, "ladder-6")
    assert page.read_text(encoding="utf-8") == changed


def test_a_page_in_another_encoding_is_left_alone(docs: Path) -> None:
    page = docs / "part" / "chapter.md"
    page.write_bytes(CHAPTER.encode("gb18030"))
    course = replace(Course.load(docs), pages={"part/chapter.md": Page("part/chapter.md", CHAPTER)})
    place = new_questions.place_for(course, next(course.syllabus.chapters), "单选", course.points["ladder"], None)
    with pytest.raises(Failure, match="不是 UTF-8"):
        new_questions.inserted(course, place, ["甲"], "ladder-6")
    assert page.read_bytes() == CHAPTER.encode("gb18030")


def test_printing_writes_nothing(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = docs / "part" / "chapter.md"
    new("question", "1", "--kind", "填空", "--print")
    printed = capsys.readouterr().out
    assert page.read_text(encoding="utf-8") == CHAPTER
    page.write_text(CHAPTER + "\n" + filled(printed), encoding="utf-8")
    assert rules(Course.load(docs)) == {"KEY-01"}


def test_a_terminal_is_asked_for_what_is_missing(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers: Iterator[str] = iter(["填空", ""])
    monkeypatch.setattr(command, "_is_terminal", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    new("question", "chapter")
    assert Course.load(docs).questions[-1].name == "填空"
    answers = iter(["部分", "第二章的标题"])
    new("chapter", "second")
    assert (docs / "part" / "second.md").is_file()
    assert next(answers, None) is None


def test_a_chapter_builds_at_once_and_passes_once_it_is_filled(
    docs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")
    new("chapter", "after-sales", "--part", "部分", "--title", "售后：服务 yes")
    said = capsys.readouterr().out
    course = Course.load(docs)
    chapter = list(course.syllabus.chapters)[-1]
    assert (chapter.slug, chapter.number, chapter.title) == ("after-sales", 2, "售后：服务 yes")
    page = course.pages["part/after-sales.md"]
    assert page.meta["title"] == chapter.title
    assert {question.name for question in page.questions} >= {
        "单选",
        "多选",
        "判断",
        "填空",
        "名词解释",
        "简答",
        "案例",
    }
    assert rules(course) == {"QUIZ-16", "KEY-01"}
    for finding in findings(course):
        assert finding.rule is not quizzes.FILLED or finding.path in ("docs/part/after-sales.md", "docs/syllabus.yml")
    # Text was added and nothing else: comments stay.
    grown = (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")
    line = "  - 第 2 章 售后：服务 yes:\n    - part/after-sales.md\n"
    assert grown.replace(line, "") == settings
    assert grown.index("part/chapter.md # 完") < grown.index(line)
    assert f"mkdocs.yml:{grown[: grown.index('- part/after-sales.md')].count(chr(10)) + 1}：" in said
    assert (docs / "syllabus.yml").read_text(encoding="utf-8").startswith(SYLLABUS)
    assert build_site(tmp_path / "unfilled") == []

    fill(docs / "part" / "after-sales.md", docs / "syllabus.yml")
    assert rules(Course.load(docs)) == {"KEY-01"}
    assert findings(accepted(Course.load(docs))) == []
    assert build_site(tmp_path / "filled") == []
    assert cli.run(["new", "chapter", "after-sales", "--part", "part", "--title", "又"]) == 1
    assert "什么也没有改动" in capsys.readouterr().err


def test_a_chapter_finds_its_place_in_the_course(course: Course) -> None:
    part = course.syllabus.parts[2]  # others follow it
    page, *changed = new_chapters.new_chapter(course, "brand-new", part, "新的一章")
    assert page.file == DOCS / part.slug / "brand-new.md"
    for file, old in zip(changed, (DOCS / "syllabus.yml", CONFIG), strict=True):
        kept = iter(file.text.split("\n"))
        assert all(line in kept for line in old.read_text(encoding="utf-8").split("\n"))  # all, in order
    before = changed[1].text.partition("brand-new.md")[0].split("\n")
    assert before[-3].strip().startswith(f"- {part.slug}/{part.chapters[-1].slug}")
    assert not list(DOCS.rglob("brand-new.md"))


@pytest.mark.parametrize("text", ["nav:\n- 部分: [part/chapter.md]\n", "nav:\n- index.md\n", "nav: [\n"])
def test_a_navigation_of_another_shape_is_left_alone(docs: Path, tmp_path: Path, text: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    before = (docs / "syllabus.yml").read_bytes()
    assert cli.run(["new", "chapter", "second", "--part", "part", "--title", "二"]) == 1
    assert (tmp_path / "mkdocs.yml").read_text(encoding="utf-8") == text
    assert (docs / "syllabus.yml").read_bytes() == before
    assert not (docs / "part" / "second.md").exists()


def test_files_are_written_all_or_none(tmp_path: Path) -> None:
    old, fresh, blocked = tmp_path / "old.md", tmp_path / "fresh.md", tmp_path / "old.md" / "x.md"
    old.write_text("旧\n", encoding="utf-8")
    changed = SourceFile.read(old).with_lines(1, ["新"])
    with pytest.raises(Failure, match="写不进去"):
        new_chapters.write_all([SourceFile(fresh, "", ("甲\n",)), changed, SourceFile(blocked, "", ("乙\n",))])
    assert old.read_text(encoding="utf-8") == "旧\n"
    assert [file.name for file in tmp_path.iterdir()] == ["old.md"]
