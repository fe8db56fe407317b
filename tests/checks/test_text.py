"""Rules of writing: the smallest good and bad of each, and mends that change nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples import CHAPTER, write_course

from checks.characters import tidy
from checks.suite import check_sources
from checks.typography import set_words
from checks.wording import _WRONG, ERRATA, TERMS
from commands.mend import mend
from course import Course
from course.raw_file import BOM, RawFile
from course.text import wording

GOOD = [
    "晨禾有 800 户，保留率是 720÷800＝90%。",
    "帕拉苏拉曼等（Parasuraman et al., 1988）的 SERVQUAL",
    "总-分-总，甲—乙，5-10 元，80～150 字",
    "选项里的（　）要填，署名写作“南窗布艺　阿桃”",
    "**周三。** 开会",
    "图中标 * 的三步由本课补充",
    "见[第 14 章](../relationships/loyalty.md#a,b)[^dick-basu-1994]。",
    "`a,b`",
    "写 `accept: 三|3声` 就行，见 [[NPS值]]",
    "<https://example.org/中文abc,def>",
    "Journal of Marketing, 22(2), 99–113.",
    "他说：“NPS。”",
    "f(x)是函数",
]
BAD = [
    ("有800户", "有 800 户"),
    ("这是**CRM**的", "这是 **CRM** 的"),
    ("这是**重点CRM**的", "这是**重点 CRM** 的"),
    ("看[CRM](a.md)的", "看 [CRM](a.md) 的"),
    ("用`check`查", "用 `check` 查"),
    ("你好,世界", "你好，世界"),
    ("好吗?好!", "好吗？好！"),
    ("注:见上;见下", "注：见上；见下"),
    ("忠诚(loyalty)是", "忠诚（loyalty）是"),
    ("(本课补充)", "（本课补充）"),
    ('他说:"你好,"走了', "他说：“你好，”走了"),
    ("那么...然后", "那么……然后"),
    ("那么。。。然后", "那么……然后"),
    ("服务--也就是", "服务——也就是"),
    ("Ｃ类客户１２３", "C 类客户 123"),
    ("「你好」", "“你好”"),
    ("你好 ， 世界", "你好，世界"),
    ("丹尼尔•戈尔曼", "丹尼尔·戈尔曼"),
    ("占 10％", "占 10%"),
    ("　　段首空格", "段首空格"),
    ("琼斯[^jones]量过NPS[^b]的", "琼斯[^jones]量过 NPS[^b] 的"),
]


@pytest.mark.parametrize("text", GOOD)
def test_good_typography_stays(text: str) -> None:
    assert set_words(text) == text


@pytest.mark.parametrize(("text", "wanted"), BAD)
def test_bad_typography_is_mended_for_good(text: str, wanted: str) -> None:
    assert set_words(text) == wanted
    assert set_words(wanted) == wanted
    assert wording(text) == wording(wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("好\u200b的", "好的"),
        ("好\u00a0的", "好 的"),
        ("\t好", "    好"),
        ("⼈⽣", "人生"),
        ("好\u202e的", "好\u202e的"),
        ("é𠮷σ", "é𠮷σ"),
    ],
)
def test_characters_are_mended_where_nothing_is_lost(text: str, wanted: str) -> None:
    assert tidy(text) == wanted


@pytest.mark.parametrize(
    ("one", "other"), [("保留率", "流失率"), ("3.5", "35"), ("不满", "满"), ("（甲）乙", "甲（乙）"), ("a b", "ac")]
)
def test_other_words_are_no_matter_of_typography(one: str, other: str) -> None:
    assert wording(one) != wording(other)


def test_no_right_writing_is_on_the_list_of_wrong_ones() -> None:
    for _, right, _ in TERMS:
        assert not _WRONG.search(right), right
    for sentence in ("内部过程的接收人", "招收人员", "搭起帐篷", "三百以上", "自己经营的店", "若干承诺"):
        assert not _WRONG.search(sentence), sentence


def test_the_slips_of_the_errata_page_are_on_the_list(course: Course) -> None:
    section = course.pages[ERRATA].section("slips") or ""
    slips = [line.split("|")[2].strip() for line in section.split("\n") if line.startswith("|")][2:]
    assert len(slips) > 10
    right_elsewhere = {"改建（投诉处理系统）", "良好的表演（疑）"}
    assert {slip for slip in slips if not _WRONG.search(slip)} == right_elsewhere


WORDS_RULES = [
    ("她沒有打電話。", {"TEXT-04"}),
    ("题面写“沒有打電話”。", set()),
    ("见《說文解字》。", set()),
    ("乾坤大，著作多，心里有慰藉。", set()),
    ("讲义写的是相应性。", {"TEXT-05"}),
    ("讲义写的是“相应性”。", set()),
    ('!!! dispute "存疑与更正：一个词"\n\n    讲义写的是相应性。', set()),
    ('!!! exam "考试怎么答"\n\n    讲义写的是相应性。', {"TEXT-05"}),
    ("<!-- allow: TEXT-05 照录 -->\n讲义写的是相应性。", set()),
    ("甲说完了。\n乙接着说。", set()),
    ("甲说完了。乙接着说。", {"TEXT-09"}),
    ("她问：谁？为什么？", set()),
    ("她说：“好的。走吧。”就走了。", set()),
    ("**周三。** 开会。", set()),
    ("- 四种：甲、乙。三种：丙。", set()),
    ("甲。（见下。）\n乙。", set()),
    ("### 阶 {#step}\n\n##### 级 {#stair}", {"TEXT-07"}),
    ("```text\n<<< 照录 >>>\n```", set()),
    ("```mermaid", {"TEXT-10"}),
    ("有人说过[^nobody]。", {"TEXT-10"}),
    ("有人说过[^somebody]。\n\n[^somebody]: 某人。", set()),
    ("`<span>` 是标签，`[^x]` 是脚注，`**` 是加粗。", set()),
    ("5 < 6，a<b 而 c>d。", set()),
    ("见《甲》和（乙，“丙”）。", set()),
    ("她说：“甲。\n乙。”", set()),
    ("她说：“甲。\n\n乙。", {"TEXT-11"}),
]


@pytest.mark.parametrize(("text", "expected"), WORDS_RULES)
def test_what_is_right_and_what_is_not(tmp_path: Path, text: str, expected: set[str]) -> None:
    course = write_course(tmp_path, CHAPTER + "\n" + text + "\n")
    found = {finding.rule.id for finding in check_sources(course, ["text"])[0]}
    assert expected <= found <= expected | {"LINK-04"}


SLOPPY = (
    CHAPTER.replace(
        "主动推荐的人叫拥护者。\n\n<quiz>", "主动推荐的人叫拥护者，占10%。 \n见`a,b`和[它](#ladder).\n\n<quiz>", 1
    )
    .replace("张女士把小店推荐给同事，她", "张女士把小店推荐给5位同事,她")
    .replace("accept: 倡导者|推荐者", "accept: 倡导者|3声推荐者")
    .replace("买过才谈得上", "买过“才”谈得上\u200b")
)


def spoiled(docs: Path, text: str = SLOPPY, form: str = "plain") -> tuple[Course, bytes]:
    """The sample course with a confirmed key and a sloppy chapter, written in one of several ways."""
    write_course(docs, text)
    content = text.encode("utf-8")
    if form == "bom":
        content = BOM + content
    if form == "windows":
        content = content.replace(b"\n", b"\r\n")
    (docs / "part" / "chapter.md").write_bytes(content)
    return Course.load(docs), content


@pytest.mark.parametrize("form", ["plain", "bom", "windows"])
def test_a_mend_changes_typography_and_nothing_else(tmp_path: Path, form: str) -> None:
    course, content = spoiled(tmp_path, form=form)
    done = mend(course)
    assert [(one.before.path, one.refusal) for one in done] == [("part/chapter.md", "")]
    assert done[0].lines == 4
    written = (tmp_path / "part" / "chapter.md").read_bytes()
    assert written.startswith(b"---")
    assert (b"\r\n" in written) == (form == "windows")
    assert written.count(b"\n") == content.count(b"\n")
    text = RawFile("part/chapter.md", written).text
    for words in (
        "占 10%。\n",
        "见 `a,b` 和[它](#ladder)。",
        "推荐给 5 位同事，她",
        "accept: 倡导者|3声推荐者",
        "买过“才”谈得上忠诚",
    ):
        assert words in text, text
    after = Course.load(tmp_path)
    assert check_sources(after)[0] == []
    assert after.key == course.key  # blanks and widths change no fingerprint
    assert mend(after) == []


def test_a_confirmed_question_stays_confirmed(tmp_path: Path) -> None:
    course, _ = spoiled(tmp_path, CHAPTER.replace("她在哪一级？", '她在"哪一级"？'))
    done = mend(course)
    assert [one.before.path for one in done] == ["answer-key.yml", "part/chapter.md"]
    after = Course.load(tmp_path)
    assert check_sources(after)[0] == []
    assert after.questions[0].stem.endswith("她在“哪一级”？")


def test_an_unconfirmed_change_stays_unconfirmed(tmp_path: Path) -> None:
    write_course(tmp_path)
    (tmp_path / "part" / "chapter.md").write_text(CHAPTER.replace("她在哪一级？", '她在"第几级"？'), encoding="utf-8")
    mend(Course.load(tmp_path))
    assert [finding.rule.id for finding in check_sources(Course.load(tmp_path))[0]] == ["KEY-03"]


def test_a_mend_keeps_to_the_files_it_is_given(tmp_path: Path) -> None:
    course, content = spoiled(tmp_path)
    assert mend(course, ["docs/syllabus.yml"]) == []
    assert (tmp_path / "part" / "chapter.md").read_bytes() == content


def test_a_file_in_another_encoding_keeps_its_bytes(tmp_path: Path) -> None:
    write_course(tmp_path)
    content = SLOPPY.encode("gb18030")
    (tmp_path / "part" / "chapter.md").write_bytes(content)
    assert "part/chapter.md" not in [one.before.path for one in mend(Course.load(tmp_path))]
    assert (tmp_path / "part" / "chapter.md").read_bytes() == content


def test_a_waived_line_is_left_alone(tmp_path: Path) -> None:
    waived = CHAPTER.replace("忠诚阶梯上，", "<!-- allow: TEXT-02 照录原文 -->\n忠诚阶梯上,10层,", 1)
    course, content = spoiled(tmp_path, waived)
    assert mend(course) == []
    assert (tmp_path / "part" / "chapter.md").read_bytes() == content
    assert check_sources(course)[0] == []


def test_the_key_is_put_in_the_order_of_the_course(tmp_path: Path) -> None:
    write_course(tmp_path)
    key = tmp_path / "answer-key.yml"
    right = key.read_text(encoding="utf-8")
    head, *entries = right.split("\n\n")
    key.write_text("\n\n".join([head, *(entry.strip("\n") for entry in reversed(entries))]) + "\n", encoding="utf-8")
    course = Course.load(tmp_path)
    assert [one.before.path for one in mend(course)] == ["answer-key.yml"]
    assert key.read_text(encoding="utf-8") == right


def test_a_key_that_would_lose_something_is_left_alone(tmp_path: Path) -> None:
    write_course(tmp_path)
    key = tmp_path / "answer-key.yml"
    noted = key.read_text(encoding="utf-8").replace("ladder-3:", "# 记一笔：下次再看\nladder-3:")
    key.write_text(noted, encoding="utf-8")
    done = mend(Course.load(tmp_path))
    assert [bool(one.refusal) for one in done] == [True]
    assert key.read_text(encoding="utf-8") == noted


def test_a_mend_that_would_change_an_answer_is_refused(tmp_path: Path) -> None:
    # The rule in the blank hangs on a character that nobody sees: without it the question falls apart.
    broken = CHAPTER.replace("\n---\n推荐要", "\n-\u200b--\n推荐要")
    course, content = spoiled(tmp_path, broken)
    done = mend(course)
    assert [bool(one.refusal) for one in done] == [True]
    assert (tmp_path / "part" / "chapter.md").read_bytes() == content
