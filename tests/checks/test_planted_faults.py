"""Every slip, planted one at a time: found by its rule, in its file, on its line. Nothing right is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples import CHAPTER, SYLLABUS, write_course

from checks import figures, links, quizzes, syllabus
from checks.findings import Finding, Rule
from checks.suite import check_sources
from course import Course

PAGE = "docs/part/chapter.md"


def findings(course: Course) -> list[Finding]:
    return check_sources(course)[0]


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


def test_the_sample_is_right(tmp_path: Path) -> None:
    assert findings(write_course(tmp_path)) == []


# (what it is, text taken out, text put in, the rule, words on the line that the finding must name)
SLIPS: list[tuple[str, str, str, Rule, str]] = [
    ("unclosed quiz at the end", "他还没有买过，所以在最低处。[回看：阶梯](#ladder)\n</quiz>", "他还没有。", quizzes.TAG, "<quiz>\n<!-- q: ladder-4"),
    ("unclosed quiz before another", "推荐要主动才算。[回看：阶梯](#ladder)\n</quiz>", "推荐。", quizzes.TAG, "<quiz>\n<!-- q: ladder-2"),
    ("close without open", "<quiz>\n<!-- q: ladder-1", "<!-- q: ladder-1", quizzes.TAG, "</quiz>"),
    ("indented tag", "<quiz>\n<!-- q: ladder-1", "  <quiz>\n<!-- q: ladder-1", quizzes.TAG, "  <quiz>"),
    ("capital tag", "</quiz>\n\n<quiz>\n<!-- q: ladder-2", "</Quiz>\n\n<quiz>\n<!-- q: ladder-2", quizzes.TAG, "</Quiz>"),
    ("words behind the tag", "<quiz>\n<!-- q: ladder-1", "<quiz> 题\n<!-- q: ladder-1", quizzes.TAG, "<quiz> 题"),
    ("no blank after the dash", "- [x] 拥护者\n- [ ] 合伙人", "-[x] 拥护者\n- [ ] 合伙人", quizzes.OPTION_FORM, "-[x] 拥护者"),
    ("no blank after the bracket", "- [ ] 合伙人", "- [ ]合伙人", quizzes.OPTION_FORM, "- [ ]合伙人"),
    ("no blank inside the bracket", "- [ ] 合伙人", "- []合伙人", quizzes.OPTION_FORM, "- []合伙人"),
    ("full-width brackets", "- [x] 拥护者\n- [ ] 合伙人", "- ［x］拥护者\n- [ ] 合伙人", quizzes.OPTION_FORM, "- ［x］拥护者"),
    ("indented option", "- [ ] 合伙人", "  - [ ] 合伙人", quizzes.OPTION_FORM, "  - [ ] 合伙人"),
    ("option over two lines", "- [ ] 合伙人", "- [ ] 合伙\n  人", quizzes.OPTION_LINES, "  人"),
    ("option over two lines, not indented", "- [ ] 购买者", "- [ ] 购买\n者", quizzes.OPTION_LINES, "者\n> 她做"),
    ("blank line between options", "- [ ] 合伙人", "\n- [ ] 合伙人", quizzes.OPTION_LINES, "\n- [ ] 合伙人"),
    ("reason after a blank line", "> 她没有参与经营。", "\n> 她没有参与经营。", quizzes.OPTION_LINES, "\n> 她没有参与经营。"),
    ("equal options", "- [ ] 合伙人", "- [ ] 拥护者", quizzes.OPTION_TWICE, "- [ ] 拥护者\n> 她没有"),
    ("equal options but for blanks", "- [ ] 合伙人", "- [ ] 拥 护 者", quizzes.OPTION_TWICE, "- [ ] 拥 护 者"),
    ("brackets in a stem", "她在哪一级？", "她在[[哪一级]]？", quizzes.BRACKETS, "她在[["),
    ("brackets in an option", "- [ ] 合伙人", "- [ ] [[合伙人]]", quizzes.BRACKETS, "- [ ] [[合伙人]]"),
    ("brackets in an explanation", "推荐是主动的", "推荐是[[主动]]的", quizzes.BRACKETS, "推荐是[["),
    ("one option", "- [ ] 购买者\n> 她做的比买更多。\n- [x] 拥护者\n- [ ] 合伙人\n> 她没有参与经营。", "- [x] 拥护者", quizzes.OPTION_COUNT, "<quiz>\n<!-- q: ladder-1"),
    ("no option", "- [ ] 正确\n- [x] 错误\n", "", quizzes.OPTION_COUNT, "<quiz>\n<!-- q: ladder-4"),
    ("no right option", "- [x] 拥护者\n- [ ] 合伙人", "- [ ] 拥护者\n> 不。\n- [ ] 合伙人", quizzes.RIGHT_COUNT, "<quiz>\n<!-- q: ladder-1"),
    ("all options right", "- [ ] 潜在客户\n> 还没有买过。\n- [x] 购买者\n- [ ] 路人\n> 他连店名都没有听说。", "- [x] 潜在客户\n- [x] 购买者\n- [x] 路人", quizzes.RIGHT_COUNT, "<quiz>\n<!-- q: ladder-3"),
    ("no stem", "张女士把小店推荐给同事，她在哪一级？\n", "", quizzes.STEM, "<quiz>\n<!-- q: ladder-1"),
    ("no identity", "<!-- q: ladder-1 point: ladder level: 应用 -->\n", "", quizzes.IDENTITY, "<quiz>\n张女士"),
    ("malformed id", "q: ladder-1 ", "q: Ladder_1 ", quizzes.IDENTITY, "<!-- q: Ladder_1"),
    ("unknown level", "level: 应用", "level: 会用", quizzes.IDENTITY, "<!-- q: ladder-1"),
    ("unknown kind of open question", "kind: 名词解释", "kind: 解释", quizzes.IDENTITY, "<!-- q: ladder-5"),
    ("id used twice", "q: ladder-2 ", "q: ladder-1 ", quizzes.ID_TWICE, "<quiz>\n<!-- q: ladder-1 point: ladder level: 识记"),
    ("unknown point", "q: ladder-1 point: ladder", "q: ladder-1 point: leader", quizzes.POINT, "<!-- q: ladder-1"),
    ("no explanation", "推荐是主动的，所以不止于喜欢。[回看：阶梯](#ladder)\n", "", quizzes.EXPLANATION, "</quiz>"),
    ("only a link back", "推荐是主动的，所以不止于喜欢。[回看", "[回看", quizzes.EXPLANATION, "</quiz>"),
    ("explanation repeats the answer", "推荐是主动的，所以不止于喜欢。", "解析：拥护者。", quizzes.EXPLANATION, "</quiz>"),
    ("no reason", "> 她没有参与经营。\n", "", quizzes.REASON, "- [ ] 合伙人"),
    ("marks do not add up", "（3 分）", "（4 分）", quizzes.MARKING, "    - 买过"),
    ("point without marks", "主动推荐。（2 分）", "主动推荐。", quizzes.MARKING, "    - 主动推荐"),
    ("no marking points", '??? answer "评分要点（3 分）"\n    - 买过。（1 分）\n    - 主动推荐。（2 分）\n', "", quizzes.MARKING, "<!-- q: ladder-5"),
    ("no rule in a blank", "\n---\n推荐要", "\n推荐要", quizzes.BLANK, "<quiz>\n<!-- q: ladder-2"),
    ("gap left in a question", "> 她没有参与经营。", "> （待填：理由）", quizzes.FILLED, "> （待填"),
    ("gap left in the front matter", "description: 一句话。", "description: （待填：一句话）", quizzes.FILLED, "description: （"),
    ("gap left in the text", "忠诚阶梯上，", "忠诚阶梯（待填）上，", quizzes.FILLED, "忠诚阶梯（"),
    ("dead page", "(#ladder)\n</quiz>\n\n<quiz>\n<!-- q: ladder-2", "(gone.md)\n</quiz>\n\n<quiz>\n<!-- q: ladder-2", links.FILE, "推荐是主动的"),
    ("dead anchor", "不止于喜欢。[回看：阶梯](#ladder)", "不止于喜欢。[回看：阶梯](#leader)", links.ANCHOR, "推荐是主动的"),
    ("dead image", "忠诚阶梯上，", "忠诚阶梯上![图](a.svg)，", links.IMAGE, "忠诚阶梯上!"),
    ("heading without id", "## 阶梯 {#ladder}", "## 阶梯 {#ladder}\n\n### 无名", links.HEADING, "### 无名"),
    ("diagram without title", "忠诚阶梯上，", "```mermaid\nflowchart TB\n  accDescr: 甲到乙\n  a --> b\n```\n忠诚阶梯上，", figures.DESCRIBED, "```mermaid"),
    ("diagram without description", "忠诚阶梯上，", "```mermaid\nflowchart TB\n  accTitle: 图\n  a --> b\n```\n忠诚阶梯上，", figures.DESCRIBED, "```mermaid"),
    ("diagram that cannot be drawn", "忠诚阶梯上，", "```mermaid\nflow TB\n  accTitle: 图\n  accDescr: 甲到乙\n  a --> b\n```\n忠诚阶梯上，", figures.DRAWN, "```mermaid"),
    ("id twice in a page", "忠诚阶梯上，", "### 又 {#chapter}\n\n忠诚阶梯上，", links.ID_TWICE, "### 又"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "rule", "words"), [slip[1:] for slip in SLIPS], ids=[slip[0] for slip in SLIPS])
def test_a_slip_is_found(tmp_path: Path, old: str, new: str, rule: Rule, words: str) -> None:
    write_course(tmp_path)
    planted = CHAPTER.replace(old, new, 1)
    assert planted != CHAPTER
    (tmp_path / "part" / "chapter.md").write_text(planted, encoding="utf-8")
    found = findings(Course.load(tmp_path))
    places = {(finding.path, finding.line) for finding in found if finding.rule is rule}
    assert (PAGE, line_of(planted, words)) in places, found


SYLLABUS_SLIPS = [
    ("anchor: ladder", "anchor: leader", syllabus.SECTION),
    ("page: part/chapter.md", "page: part/gone.md", syllabus.SECTION),
    ("拥护者]", "合伙制度]", syllabus.TERMS),
    ("level: 识记", "level: 记住", syllabus.LEVEL),
]


@pytest.mark.parametrize(("old", "new", "rule"), SYLLABUS_SLIPS)
def test_a_slip_in_the_syllabus_is_found(tmp_path: Path, old: str, new: str, rule: Rule) -> None:
    write_course(tmp_path)
    planted = SYLLABUS.replace(old, new)
    (tmp_path / "syllabus.yml").write_text(planted, encoding="utf-8")
    found = [finding for finding in findings(Course.load(tmp_path)) if finding.rule is rule]
    assert [(f.path, f.line) for f in found] == [("docs/syllabus.yml", line_of(planted, "- id: ladder"))]


GLOSSARY = "- {id: advocate, term: 拥护者, definition: 主动推荐的人。, page: part/chapter.md, anchor: ladder}\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("anchor: ladder", "anchor: gone"),
        ("part/chapter", "part/gone"),
        ("拥护者", "合伙制度"),
        ("- ", GLOSSARY + "- "),
    ],
)
def test_a_slip_in_the_glossary_is_found(tmp_path: Path, old: str, new: str) -> None:
    write_course(tmp_path)
    (tmp_path / "glossary.yml").write_text(GLOSSARY, encoding="utf-8")
    assert findings(Course.load(tmp_path)) == []
    (tmp_path / "glossary.yml").write_text(GLOSSARY.replace(old, new, 1), encoding="utf-8")
    found = {finding.rule for finding in findings(Course.load(tmp_path))}
    assert syllabus.TERM in found
    assert found <= {syllabus.TERM, syllabus.FORM}


def test_points_without_question_and_points_listed_twice(tmp_path: Path) -> None:
    extra = SYLLABUS[SYLLABUS.index("    - id: ladder") :].replace("id: ladder", "id: unasked")
    course = write_course(tmp_path, syllabus=SYLLABUS + extra)
    assert {finding.rule for finding in findings(course)} == {syllabus.ASKED, syllabus.ID_TWICE}
