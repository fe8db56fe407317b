"""What changed between two states of the course: each kind of change is told, and nothing that did not change."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from samples import CHAPTER, SYLLABUS, write_course

from course import AnswerKey, Course
from outputs.change_report import as_markdown, as_text
from outputs.changes import Changes, compare
from outputs.plain_data import from_json, to_json

GLOSSARY = "- {id: advocate, term: 拥护者, definition: 主动推荐的人。, page: part/chapter.md, anchor: ladder}\n"


@pytest.fixture
def old(tmp_path: Path) -> Course:
    return write_course(tmp_path / "old")


def edited(tmp_path: Path, *edits: tuple[str, str]) -> Course:
    """Return the sample course with `edits` in its chapter; the answer key stays as it was."""
    text = CHAPTER
    for before, after in edits:
        assert before in text
        text = text.replace(before, after, 1)
    docs = tmp_path / "new"
    write_course(docs)
    (docs / "part" / "chapter.md").write_text(text, encoding="utf-8")
    return Course.load(docs)


def test_nothing_changed(old: Course) -> None:
    changes = compare(old, old)
    assert not changes.any
    assert as_text(changes) == as_markdown(changes) == "课程的内容没有改动。"


def test_a_moved_mark_is_an_answer_old_and_new(old: Course, tmp_path: Path) -> None:
    new = edited(tmp_path, ("- [x] 拥护者\n- [ ] 合伙人", "- [ ] 拥护者\n- [x] 合伙人"))
    changes = compare(old, new)
    (answer,) = changes.answers
    assert (answer.question.id, answer.old, answer.new) == ("ladder-1", "拥护者", "合伙人")
    assert (answer.confirmed, answer.why) == (False, "")
    assert [(note.id, note.parts) for note in changes.changed] == [("ladder-1", ("答案",))]
    for text in (as_text(changes), as_markdown(changes)):
        assert "原来：拥护者" in text
        assert "现在：合伙人" in text
        assert "key --accept ladder-1" in text
        assert text.index("答案变了 1 道") < text.index("改动的题")
    assert changes.needs_a_look


def test_a_confirmed_answer_gives_its_reason(old: Course, tmp_path: Path) -> None:
    new = edited(tmp_path, ("- [x] 拥护者\n- [ ] 合伙人", "- [ ] 拥护者\n- [x] 合伙人"))
    entries = dict(new.key.entries)
    entries["ladder-1"] = replace(entries["ladder-1"], answer=("合伙人",), why="教材第三版改了说法")
    (answer,) = compare(old, replace(new, key=AnswerKey(entries))).answers
    assert (answer.confirmed, answer.why) == (True, "教材第三版改了说法")
    stale = replace(old.key.entries["ladder-1"], answer=("合伙人",), why="很久以前的理由")
    before = replace(old, key=AnswerKey({"ladder-1": stale}))
    (answer,) = compare(before, replace(new, key=before.key)).answers
    assert answer.why == ""


# (what it is, text taken out, text put in, question, the parts that changed)
EDITS: list[tuple[str, str, str, str, tuple[str, ...]]] = [
    ("stem", "她在哪一级？", "她站在哪一级？", "ladder-1", ("题干",)),
    ("option", "- [ ] 购买者\n> 她", "- [ ] 买过的人\n> 她", "ladder-1", ("选项",)),
    ("reason", "> 她没有参与经营。", "> 她没有入股。", "ladder-1", ("理由",)),
    ("explanation", "推荐是主动的", "推荐出于主动", "ladder-1", ("解析",)),
    ("level", "level: 应用", "level: 领会", "ladder-1", ("层次",)),
    ("point", "q: ladder-1 point: ladder", "q: ladder-1 point: other", "ladder-1", ("考点",)),
    ("second right option", "- [ ] 合伙人\n> 她没有参与经营。", "- [x] 合伙人", "ladder-1", ("答案", "题型", "理由")),
    ("accepted spelling", "accept: 倡导者|推荐者", "accept: 倡导者", "ladder-2", ("答案",)),
    ("word in a blank", "[[拥护者]]", "[[推荐人]]", "ladder-2", ("答案",)),
    ("words around a blank", "主动推荐的人叫[[", "肯推荐的人叫[[", "ladder-2", ("题干",)),
    ("marks", "主动推荐。（2 分）", "主动推荐。（3 分）", "ladder-5", ("答案",)),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "id_", "parts"), [edit[1:] for edit in EDITS], ids=[e[0] for e in EDITS])
def test_each_part_of_a_question_is_told_apart(
    old: Course, tmp_path: Path, before: str, after: str, id_: str, parts: tuple[str, ...]
) -> None:
    changes = compare(old, edited(tmp_path, (before, after)))
    assert [(note.id, note.parts) for note in changes.changed] == [(id_, parts)]
    assert len(changes.answers) == ("答案" in parts)
    assert "[[" not in changes.changed[0].stem  # the stem of a fill-in question holds its answer
    assert (changes.added, changes.removed, changes.vanished) == ((), (), ())


def test_prose_changes_a_page_and_no_question(old: Course, tmp_path: Path) -> None:
    changes = compare(old, edited(tmp_path, ("忠诚阶梯上，", "在忠诚阶梯上，")))
    assert [(page.path, page.title, page.chapter, page.fate) for page in changes.pages] == [
        ("docs/part/chapter.md", "章", "chapter", "changed")
    ]
    assert changes.chapters == ("chapter",)
    assert changes.changed == ()
    assert not changes.needs_a_look


def test_added_and_removed_questions(old: Course, tmp_path: Path) -> None:
    changes = compare(old, edited(tmp_path, ("q: ladder-4 ", "q: ladder-9 ")))
    assert [note.id for note in changes.added] == ["ladder-9"]
    assert [note.id for note in changes.removed] == ["ladder-4"]
    assert changes.needs_a_look
    assert (changes.questions_before, changes.questions_now) == (5, 5)


def test_an_unclosed_quiz_shows_as_a_lost_answer(old: Course, tmp_path: Path) -> None:
    line = "不止于喜欢。[回看：阶梯](#ladder)\n"
    changes = compare(old, edited(tmp_path, (f"{line}</quiz>", line)))
    assert [(answer.question.id, answer.old, answer.new) for answer in changes.answers] == [("ladder-1", "拥护者", "")]
    for text in (as_text(changes), as_markdown(changes)):
        assert "现在：（没有）" in text
        assert "key --accept" not in text  # that would confirm a broken question


def test_a_retired_question_gives_its_reason(old: Course, tmp_path: Path) -> None:
    new = edited(tmp_path, ("q: ladder-4 ", "q: ladder-9 "))
    entries = {**new.key.entries, "ladder-4": replace(new.key.entries["ladder-4"], retired="与另一题重复")}
    changes = compare(old, replace(new, key=AnswerKey(entries)))
    assert changes.removed[0].parts == ("与另一题重复",)
    assert "理由：与另一题重复" in as_text(changes)


def test_a_question_moved_to_another_page_is_the_same(old: Course, tmp_path: Path) -> None:
    start = CHAPTER.index("<quiz>\n<!-- q: ladder-4")
    block = CHAPTER[start : CHAPTER.index("</quiz>", start) + len("</quiz>\n")]
    new = edited(tmp_path, (block, ""))
    (new.docs / "part" / "chapter").mkdir()
    (new.docs / "part" / "chapter" / "test.md").write_text(f"# 自测 {{#test}}\n\n{block}", encoding="utf-8")
    changes = compare(old, Course.load(new.docs))
    assert [(note.id, note.parts, note.path) for note in changes.changed] == [
        ("ladder-4", ("所在的页",), "docs/part/chapter/test.md")
    ]
    assert (changes.added, changes.removed, changes.vanished) == ((), (), ())


def test_points_terms_and_addresses(old: Course, tmp_path: Path) -> None:
    new = edited(tmp_path, ("## 阶梯 {#ladder}", "## 阶梯 {#steps}"))
    (new.docs / "syllabus.yml").write_text(
        SYLLABUS.replace("id: ladder", "id: steps").replace("title: 阶梯", "title: 台阶"), encoding="utf-8"
    )
    (new.docs / "glossary.yml").write_text(GLOSSARY, encoding="utf-8")
    changes = compare(old, Course.load(new.docs))
    assert (changes.points_added, changes.points_removed) == (("台阶",), ("阶梯",))
    assert (changes.terms_added, changes.terms_removed) == (("拥护者",), ())
    assert changes.vanished == ("part/chapter.md#ladder",)
    assert "part/chapter.md#ladder" in as_markdown(changes)
    back = compare(Course.load(new.docs), old)
    assert back.terms_removed == ("拥护者",)
    (new.docs / "part" / "chapter.md").unlink()
    gone = compare(old, Course.load(new.docs))
    assert gone.vanished == ("part/chapter.md",)
    assert gone.chapters == ()
    assert len(gone.removed) == 5


def test_changes_survive_as_json(old: Course, tmp_path: Path) -> None:
    new = edited(
        tmp_path, ("- [x] 拥护者\n- [ ] 合伙人", "- [ ] 拥护者\n- [x] 合伙人"), ("q: ladder-4 ", "q: ladder-9 ")
    )
    changes = compare(old, new)
    text = to_json(changes)
    assert from_json(Changes, text) == changes
    for slip in (
        text.replace('"vanished": []', '"vanished": [1]'),
        text.replace('"questions_now": 5', '"questions_now": true'),
        text.replace('"fate": "changed"', '"fate": "burnt"'),
        text.replace('"unnumbered"', '"more"'),
        "[" * 100_000,
        "",
    ):
        assert slip != text
        with pytest.raises(ValueError):
            from_json(Changes, slip)
