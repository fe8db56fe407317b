"""Questions: what the model reads is what the author wrote, and what mkdocs-quiz will show."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples import CHAPTER, write_course

from course import Course, Page


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return write_course(tmp_path_factory.mktemp("docs"))


def test_each_kind_is_recognised(sample: Course) -> None:
    assert [q.kind for q in sample.questions] == ["single", "blank", "multiple", "judge", "open"]
    assert [q.name for q in sample.questions] == ["单选", "填空", "多选", "判断", "名词解释"]


def test_answers_in_words(sample: Course) -> None:
    assert [q.answer for q in sample.questions] == [
        ("拥护者",),
        ("拥护者|倡导者|推荐者",),
        ("拥护者", "购买者"),
        ("错误",),
        ("买过。（1 分）", "主动推荐。（2 分）"),
    ]


def test_lines_are_those_of_the_file(sample: Course) -> None:
    lines = CHAPTER.split("\n")
    for question in sample.questions:
        assert f"q: {question.id} " in "".join(lines[question.line - 1 : question.line + 1])
        for option in question.options:
            assert lines[option.line - 1].endswith(option.text)


def test_reasons_and_explanations_stay_apart(sample: Course) -> None:
    single = sample.questions[0]
    assert [option.reason for option in single.options] == ["她做的比买更多。", "", "她没有参与经营。"]
    assert single.explanation == "推荐是主动的，所以不止于喜欢。[回看：阶梯](#ladder)"
    assert single.stem == "张女士把小店推荐给同事，她在哪一级？"


@pytest.mark.parametrize(
    ("old", "new", "asks_anew", "answer_changes"),
    [
        ("她在哪一级？", "她在第几级？", True, True),
        ("- [ ] 合伙人", "- [ ] 合作伙伴", True, True),
        ("- [ ] 合伙人", "- [x] 合伙人", False, True),
        ("> 她没有参与经营。", "> 她不参与经营。", False, False),
        ("推荐是主动的", "推荐出自主动", False, False),
        ("她在哪一级？", "她在哪一级？  ", False, False),
    ],
)
def test_an_edit_changes_just_the_hashes_it_should(old: str, new: str, asks_anew: bool, answer_changes: bool) -> None:
    before = Page("p.md", CHAPTER).questions[0]
    after = Page("p.md", CHAPTER.replace(old, new, 1)).questions[0]
    assert (before.fingerprint != after.fingerprint) is asks_anew
    assert (before.version != after.version) is answer_changes


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    file = tmp_path / "p.md"
    file.write_bytes(b"\xef\xbb\xbf" + CHAPTER.replace("\n", "\r\n").encode())
    assert Page.read(file, tmp_path).questions == Page("p.md", CHAPTER).questions


def test_what_stands_in_code_is_no_question() -> None:
    page = Page("p.md", f"# 题 {{#t}}\n\n```\n{CHAPTER}\n```\n")
    assert page.questions == []
    assert [heading.id for heading in page.headings] == ["t"]


@pytest.mark.parametrize("size", range(0, len(CHAPTER), 37))
def test_a_cut_off_page_is_read_without_an_exception(size: int) -> None:
    page = Page("p.md", CHAPTER[:size])
    assert len(page.questions) <= 5
    assert page.links is not None
    assert page.ids is not None


def test_real_questions_have_one_identity_each(course: Course) -> None:
    ids = [question.id for question in course.questions]
    assert len(ids) == len(set(ids))
    assert all(ids)
    assert len({question.version for question in course.questions}) == len(ids)
