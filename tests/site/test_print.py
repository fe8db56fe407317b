"""A page on paper, as the browser prints it: the text and nothing else, answers only on request."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader
from reader import Reader

from course import Course, Question

CHAPTER = "relationships/loyalty.md"
TEST = "relationships/loyalty/test.md"
WORDS_OF_THE_SCREEN = ["提交", "不确定", "对照评分要点", "你的答案", "打印讲义", "带答案打印", "已答", "总表"]


# Chromium writes some characters of Debian's fonts as their radicals or as another form of the same glyph.
SAME_GLYPH = str.maketrans("戶⻅⻔⻋⻓⻚⻩⻆⻛⻢⺠⻬⻝⻉", "户见门车长页黄角风马民齐食贝")


def plain(text: str) -> str:
    """Return the letters and figures of `text`, every character in its usual form."""
    return re.sub(r"\W+", "", unicodedata.normalize("NFKC", text).translate(SAME_GLYPH))


def printed(page: Page) -> list[str]:
    """Return the text of each sheet of paper when `page` is printed."""
    return [plain(sheet.extract_text()) for sheet in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages]


def body(sheets: list[str]) -> list[str]:
    """Return `sheets` without page numbers, which tell how many sheets there are."""
    return [sheet.replace(f"{number}{len(sheets)}", "", 1) for number, sheet in enumerate(sheets, 1)]


def stem(question: Question) -> str:
    return written(re.split(r"\[\[|\n", question.stem)[0])


def options(question: Question) -> list[str]:
    return [written(option.text) for option in question.options]


def written(markdown: str) -> str:
    """Return the letters that `markdown` shows: links without their targets."""
    return plain(re.sub(r"\[\^[\w-]+\]|\]\([^)]*\)", "", markdown))


def key_words(question: Question) -> str:
    """Words that only an answer to `question` says: of its explanation or of its longest marking point."""
    points = [written(point.text) for point in question.marking]
    return max(points, key=len) if points else written(question.explanation)[:40]


@pytest.fixture(scope="module")
def printing(chromium: Browser) -> Iterator[Page]:
    """A page of a reader with a dark screen whose print dialogue never opens."""
    context = chromium.new_context(color_scheme="dark", viewport={"width": 1280, "height": 800}, locale="zh-CN")
    context.set_default_timeout(10_000)
    context.add_init_script("window.print = () => { window.printed = (window.printed ?? 0) + 1; }")
    yield context.new_page()
    context.close()


@pytest.fixture
def reader(printing: Page, address: str, course: Course) -> Reader:
    return Reader(printing, address, course)


@pytest.fixture(scope="module")
def handouts(printing: Page, address: str, course: Course) -> dict[str, list[str]]:
    """The sheets of two pages as Ctrl+P prints them for a reader who has done nothing yet."""
    reader = Reader(printing, address, course)
    sheets = {}
    for path in (CHAPTER, TEST):
        reader.open(path)
        sheets[path] = printed(printing)
    return sheets


@pytest.mark.parametrize("path", [CHAPTER, TEST])
def test_a_handout_holds_every_question_in_one_piece_and_no_answer(
    course: Course, handouts: dict[str, list[str]], path: str
) -> None:
    sheets = handouts[path]
    for question in course.pages[path].questions:
        assert any(all(text in sheet for text in (stem(question), *options(question))) for sheet in sheets), question.id
        assert key_words(question) not in "".join(sheets), question.id
    for word in ["答案与解析", *WORDS_OF_THE_SCREEN]:
        assert word not in "".join(sheets), word


def test_a_sheet_says_where_it_comes_from(handouts: dict[str, list[str]]) -> None:
    sheets = handouts[CHAPTER]
    assert len(sheets) > 5
    for number, sheet in enumerate(sheets, 1):
        for words in ("客户服务管理开放课程", "第14章客户忠诚与客户流失", f"{number}{len(sheets)}"):
            assert words in sheet
    addresses = [word for sheet in sheets for word in re.findall(r"https?\w*", sheet)]
    assert all("marketingscience" in word for word in addresses)  # the one that the text itself names


def test_the_answers_come_on_sheets_of_their_own_when_asked_for(reader: Reader, handouts: dict[str, list[str]]) -> None:
    reader.open(TEST)
    button = reader.page.get_by_role("button", name="带答案打印")
    button.focus()
    reader.page.keyboard.press("Enter")
    assert reader.page.evaluate("window.printed") == 1
    sheets = body(printed(reader.page))
    handout = body(handouts[TEST])
    assert sheets[: len(handout)] == handout
    answers = "".join(sheets[len(handout) :])
    assert "答案与解析" in sheets[len(handout)]
    for number, question in enumerate(reader.course.pages[TEST].questions, 1):
        assert key_words(question) in answers, question.id
        assert len(re.findall(rf"第{number}题(?:答案|评分要点)", answers)) == 1, question.id
        for point in question.marking:
            assert written(point.text) in answers, question.id
    for word in WORDS_OF_THE_SCREEN:
        assert word not in answers, word
    assert reader.page.locator(".answer-sheet").count() == 0  # only this once


def test_what_the_reader_did_is_not_printed(reader: Reader, handouts: dict[str, list[str]]) -> None:
    reader.open(TEST)
    questions = reader.course.pages[TEST].questions
    for kind in ("single", "multiple", "judge", "blank"):
        for question in [q for q in questions if q.kind == kind][:2]:
            reader.answer(question, right=False)
    case = next(q for q in questions if q.kind == "open")
    reader.section(case).locator("textarea").fill("这是我自己写的草稿")
    reader.button(case, "compare").click()
    reader.section(case).locator(".question__point label").first.click()
    reader.page.locator("details.answers > summary").click()
    reader.page.get_by_role("button", name="打印讲义").click()
    assert reader.page.evaluate("window.printed") == 1
    assert printed(reader.page) == handouts[TEST]
    reader.page.evaluate("localStorage.clear()")


def test_without_scripts_unfolding_prints_the_answers(chromium: Browser, address: str, course: Course) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{TEST.removesuffix('.md')}/")
    text = "".join(printed(page))
    assert not any(key_words(question) in text for question in course.pages[TEST].questions)
    page.locator("details.answers > summary").click()
    text = "".join(printed(page))
    assert all(key_words(question) in text for question in course.pages[TEST].questions if question.auto_graded)
    context.close()


def test_a_table_longer_than_a_sheet_repeats_its_head(reader: Reader) -> None:
    reader.open("reference/syllabus.md")
    sheets = printed(reader.page)
    assert len(sheets) > 10
    assert all("考点层次题目" in sheet for sheet in sheets)


SHOWN = """() => [...document.querySelectorAll("header, nav, footer, aside, button, input:not(.question__blank), "
    + "textarea, label[for^='__'], dialog, .md-sidebar, .md-search, .md-tabs, .headerlink, .md-content__button, .md-button, .practice-bar")]
    .filter(node => node.checkVisibility()).map(node => node.outerHTML.slice(0, 90))"""
LIGHT = """() => ["body", "article", ".question", ".option label", ".diagram", ".admonition", "table:not([class]) td"]
    .map(name => document.querySelector(name)).filter(Boolean)
    .map(node => getComputedStyle(node)).map(({ color, backgroundColor }) => [color, backgroundColor])"""


@pytest.mark.parametrize("path", ["index.md", CHAPTER, TEST, "reference/glossary.md", "reference/syllabus.md"])
def test_nothing_but_the_text_is_shown_and_it_is_black_on_white(reader: Reader, path: str) -> None:
    reader.open(path)
    assert reader.page.evaluate(SHOWN) != []
    assert reader.page.evaluate("getComputedStyle(document.body).colorScheme") == "dark"
    reader.page.emulate_media(media="print")
    assert reader.page.evaluate(SHOWN) == []
    for ink, ground in reader.page.evaluate(LIGHT):
        assert ink in ("rgb(0, 0, 0)", "rgb(51, 51, 51)")
        assert ground in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
    assert reader.page.evaluate("getComputedStyle(document.body).colorScheme") == "light"
    reader.page.keyboard.press("Tab")  # what has the focus shows no ring on paper
    assert reader.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "none"
    reader.page.emulate_media(media="null")
