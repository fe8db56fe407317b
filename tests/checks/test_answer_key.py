"""The double entry of answers: no change of an answer passes unseen, and `key` accepts with a reason."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

import pytest
from samples import CHAPTER, write_course

import sources
from checks import key
from checks.suite import check_sources
from commands import key as command
from course import AnswerKey, Course, Page, Question
from failures import Failure


def rules(course: Course) -> list[str]:
    return [finding.rule.id for finding in key.check(course)]


def flips(question: Question) -> list[str]:
    """Every version of the question's source in which one mark, blank or marking point says something else."""
    lines = question.source.split("\n")
    changed = []
    for option in question.options:
        at = option.line - question.line
        new = lines[at].replace("[x]", "[ ]") if option.right else lines[at].replace("[ ]", "[x]")
        changed.append([*lines[:at], new, *lines[at + 1 :]])
    blanks = [question.source.replace(f"[[{blank[0]}]]", "[[别的答案]]") for blank in question.blanks]
    changed += [text.split("\n") for text in blanks]
    for point in question.marking:
        at = point.line - question.line
        new = lines[at].replace(f"{point.marks} 分", f"{point.marks + 1} 分")
        changed.append([*lines[:at], new, *lines[at + 1 :]])
    return ["\n".join(text) for text in changed]


def test_every_flipped_mark_in_the_course_is_found(course: Course) -> None:
    flipped = 0
    for question in course.questions:
        page = course.pages[question.page]
        for source in flips(question):
            assert source != question.source
            changed = Page(page.path, page.text.replace(question.source, source, 1))
            # Only this page and its entries: the rest of the course stays as it is.
            entries = {q.id: course.key.entries[q.id] for q in page.questions}
            small = replace(course, pages={page.path: changed}, key=AnswerKey(entries))
            found = [
                (change.rule.id, change.id, change.question.line) for change in key.changes(small) if change.question
            ]
            assert found == [("KEY-02", question.id, question.line)], question.id
            flipped += 1
    assert flipped >= 4 * sum(1 for question in course.questions if question.kind in ("single", "multiple"))


def test_every_flipped_entry_in_the_key_is_found(course: Course) -> None:
    for page in course.pages.values():
        entries = {question.id: course.key.entries[question.id] for question in page.questions}
        small = replace(course, pages={page.path: page}, key=AnswerKey(entries))
        assert list(key.changes(small)) == []
        for id_, entry in entries.items():
            flipped = AnswerKey(entries | {id_: replace(entry, answer=("别的答案",))})
            found = [(change.rule.id, change.id) for change in key.changes(replace(small, key=flipped))]
            assert found == [("KEY-02", id_)]


def edit(docs: Path, old: str, new: str) -> Course:
    (docs / "part" / "chapter.md").write_text(CHAPTER.replace(old, new, 1), encoding="utf-8")
    return Course.load(docs)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("她在哪一级？", "她在第几级？", ["KEY-03"]),
        ("- [ ] 合伙人", "- [ ] 合作人", ["KEY-03"]),
        ("accept: 倡导者|推荐者", "accept: 倡导者", ["KEY-02"]),
        ("q: ladder-1 ", "q: ladder-9 ", ["KEY-01", "KEY-04"]),
        ("> 她没有参与经营。", "> 她不参与经营。", []),
        ("## 阶梯 {#ladder}", "## 阶梯 {#leader}", ["KEY-06"] * 5),
        ("主动推荐的人叫拥护者", "主动推荐的人另有名字", ["KEY-06"] * 5),
    ],
)
def test_changes_of_one_side(tmp_path: Path, old: str, new: str, expected: list[str]) -> None:
    write_course(tmp_path)
    assert rules(edit(tmp_path, old, new)) == expected


def options(**values: object) -> argparse.Namespace:
    return argparse.Namespace(**({"accept": [], "accept_all": False, "why": None} | values))


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_course(tmp_path)
    monkeypatch.setattr(sources, "DOCS", tmp_path)
    monkeypatch.setattr(command, "DOCS", tmp_path)
    return tmp_path


def test_key_shows_and_accepts_a_reasoned_change(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.run(options()) == 0
    edit(docs, "- [ ] 合伙人\n> 她没有参与经营。", "- [x] 合伙人")
    assert command.run(options()) == 1
    assert "ladder-1" in capsys.readouterr().out
    before = (docs / "answer-key.yml").read_text(encoding="utf-8")
    with pytest.raises(Failure, match="理由"):
        command.run(options(accept=["ladder-1"]))
    assert (docs / "answer-key.yml").read_text(encoding="utf-8") == before
    assert command.run(options(accept=["ladder-1"], why="两人都推荐")) == 0
    entry = Course.load(docs).key.entries["ladder-1"]
    assert (entry.answer, entry.why) == (("拥护者", "合伙人"), "两人都推荐")


def test_a_deleted_question_is_retired_and_its_id_stays_taken(docs: Path) -> None:
    start, end = CHAPTER.index("<quiz>\n<!-- q: ladder-4"), CHAPTER.index("<!-- q: ladder-5")
    edit(docs, CHAPTER[start:end], "")
    assert rules(Course.load(docs)) == ["KEY-04"]
    assert command.run(options(accept_all=True, why="和第 3 题重复")) == 0
    assert rules(Course.load(docs)) == []
    assert rules(edit(docs, "", "")) == ["KEY-05"]
    with pytest.raises(Failure, match="不能确认"):
        command.run(options(accept=["ladder-4"], why="又要了"))


def test_accept_all_puts_the_key_in_order_and_changes_nothing_else(docs: Path) -> None:
    file = docs / "answer-key.yml"
    sound = file.read_text(encoding="utf-8")
    entries = AnswerKey.read(file).entries
    AnswerKey(dict(reversed(entries.items()))).write(file)
    assert set(rules(Course.load(docs))) == {"KEY-08"}
    assert command.run(options(accept_all=True)) == 0
    assert file.read_text(encoding="utf-8") == sound


def test_an_unknown_id_is_refused(docs: Path) -> None:
    with pytest.raises(Failure, match="没有这些题号：nothing"):
        command.run(options(accept=["nothing"]))


def test_answers_behind_an_open_question_are_not_accepted(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    course = edit(docs, "推荐要主动才算。[回看：阶梯](#ladder)\n</quiz>", "推荐要主动才算。[回看：阶梯](#ladder)")
    assert {finding.rule.id for finding in check_sources(course)[0]} == {"QUIZ-01"}
    before = (docs / "answer-key.yml").read_text(encoding="utf-8")
    with pytest.raises(Failure, match=r"chapter\.md:\d+：这道题没有收尾"):
        command.run(options(accept_all=True, why="都对"))
    assert (docs / "answer-key.yml").read_text(encoding="utf-8") == before
