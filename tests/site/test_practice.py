"""Practice in a real browser: answering, verdicts, doing it again, and what a reader keeps."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from opencc import OpenCC
from playwright.sync_api import Browser, expect
from reader import Reader

from course import Course, Question
from course.questions import Kind

CHAPTER = "relationships/loyalty.md"
AUTO_KINDS: list[Kind] = ["single", "multiple", "judge", "blank"]


@pytest.mark.parametrize("kind", AUTO_KINDS)
def test_a_right_answer_is_said_to_be_right_in_words(reader: Reader, kind: Kind) -> None:
    question = reader.first(kind)
    reader.answer(question)
    expect(reader.verdict(question)).to_contain_text("答对了")
    expect(reader.section(question).locator(".question__explanation")).to_contain_text(re.compile(r"\S"))


@pytest.mark.parametrize("kind", AUTO_KINDS)
def test_a_wrong_answer_names_the_right_one(reader: Reader, kind: Kind) -> None:
    question = reader.first(kind)
    reader.answer(question, right=False)
    expect(reader.verdict(question)).to_contain_text("答错了，正确答案是")
    expected = question.blanks[0][0] if kind == "blank" else question.right_options[0].letter
    expect(reader.verdict(question)).to_contain_text(expected)
    marked = reader.section(question).locator(".option__mark, .question__blank-mark")
    assert any(word in " ".join(marked.all_inner_texts()) for word in ("你的选择", "应填"))


def test_the_reason_under_the_chosen_option_first_the_others_on_request(reader: Reader) -> None:
    question = reader.first("single")
    reader.answer(question, right=False)
    chosen = next(option for option in question.options if not option.right)
    reasons = reader.section(question).locator(".option__reason")
    visible = reasons.locator("visible=true")
    expect(visible).to_have_count(1)
    expect(visible.first).to_contain_text(chosen.reason[:8])
    reader.button(question, "reasons").click()
    expect(visible).to_have_count(sum(bool(option.reason) for option in question.options))


@pytest.mark.parametrize("kind", AUTO_KINDS)
def test_unsure_is_an_answer_that_asks_for_review(reader: Reader, kind: Kind) -> None:
    question = reader.first(kind)
    reader.button(question, "unsure").click()
    expect(reader.verdict(question)).to_contain_text("已记为不确定")
    record = reader.records()["questions"][question.id]
    assert (record["unsure"], record["right"], record["review"], record["attempts"]) == (True, False, True, 1)


def test_nothing_chosen_gives_a_hint_and_no_verdict(reader: Reader) -> None:
    for kind in AUTO_KINDS:
        question = reader.first(kind)
        reader.button(question, "submit").click()
        expect(reader.section(question).locator(".question__hint")).to_contain_text("还没有")
        expect(reader.verdict(question)).to_have_count(0)


@pytest.mark.parametrize("kind", ["single", "judge"])
def test_arrow_keys_choose_but_never_submit(reader: Reader, kind: Kind) -> None:
    question = reader.first(kind)
    reader.section(question).locator("input").first.focus()
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowRight"):
        reader.page.keyboard.press(key)
    assert reader.section(question).locator("input:checked").count() == 1
    expect(reader.verdict(question)).to_have_count(0)
    assert question.id not in reader.records().get("questions", {})


def tab_to(reader: Reader, focused: Callable[[], str], name: str) -> None:
    for _ in range(30):
        if focused() == name:
            return
        reader.page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reached {name}, stands on {focused()}")


@pytest.mark.parametrize("kind", AUTO_KINDS)
def test_keyboard_alone_answers_and_tries_again(reader: Reader, focused: Callable[[], str], kind: Kind) -> None:
    question = reader.first(kind)
    keyboard = reader.page.keyboard
    reader.section(question).locator("input").first.focus()
    if kind == "multiple":
        for option in question.options:
            tab_to(reader, focused, f"q-{question.id}-{option.letter}")
            if option.right:
                keyboard.press("Space")
    elif kind == "blank":
        for i, variants in enumerate(question.blanks):
            if i:
                keyboard.press("Tab")
            keyboard.type(variants[0])
    else:
        keyboard.press("Space")
        for _ in question.options[: question.options.index(question.right_options[0])]:
            keyboard.press("ArrowDown")
    if kind == "blank":
        keyboard.press("Enter")
    else:
        tab_to(reader, focused, "submit")
        keyboard.press("Enter")
    expect(reader.verdict(question)).to_contain_text("答对了")
    assert "question__verdict" in focused()  # the verdict is read, and Tab goes on from there
    tab_to(reader, focused, "again")
    keyboard.press("Enter")
    expect(reader.verdict(question)).to_have_count(0)
    assert reader.page.evaluate("document.activeElement.matches('input')")


def test_keyboard_alone_writes_and_marks_an_open_answer(reader: Reader, focused: Callable[[], str]) -> None:
    question = reader.first("open")
    keyboard = reader.page.keyboard
    reader.section(question).locator("textarea").focus()
    keyboard.type("先有交易，再继续购买。")
    tab_to(reader, focused, "compare")
    keyboard.press("Enter")
    tab_to(reader, focused, f"q-{question.id}-point-0")
    keyboard.press("Space")
    total = question.declared_marks
    expect(reader.section(question).locator("output")).to_have_text(f"自评 {question.marking[0].marks} / {total} 分")
    reader.page.reload()
    expect(reader.section(question).locator("textarea")).to_have_value("先有交易，再继续购买。")
    expect(reader.section(question).locator(f"#q-{question.id}-point-0")).to_be_checked()


def test_keyboard_alone_resets_the_chapter(reader: Reader, focused: Callable[[], str]) -> None:
    question = reader.first("single")
    reader.answer(question)
    reader.page.locator('[data-action="redo"], [data-action="clear"]').locator("visible=true").first.focus()
    tab_to(reader, focused, "clear")
    reader.page.keyboard.press("Enter")
    tab_to(reader, focused, "cancel-clear")
    reader.page.keyboard.press("Enter")
    expect(reader.verdict(question)).to_have_count(1)
    tab_to(reader, focused, "clear")
    reader.page.keyboard.press("Enter")
    tab_to(reader, focused, "confirm-clear")
    reader.page.keyboard.press("Enter")
    expect(reader.verdict(question)).to_have_count(0)
    expect(reader.page.locator(".practice-bar__tally")).to_contain_text("已答 0")


def test_results_are_kept_over_a_visit_without_stealing_the_focus(reader: Reader) -> None:
    question = reader.first("single")
    reader.answer(question, right=False)
    reader.open("reference/how-to-use.md")
    reader.open(question.page)
    expect(reader.verdict(question)).to_contain_text("答错了")
    assert reader.page.evaluate("document.activeElement === document.body")
    assert reader.page.evaluate("scrollY") == 0


def test_progress_on_the_home_page_and_the_way_back(reader: Reader) -> None:
    question = reader.first("single")
    reader.answer(question)
    reader.page.goto(reader.address)
    chapter = reader.course.chapter_of(question.page)
    assert chapter
    place = reader.page.locator(f'[data-progress-chapter="{chapter.slug}"]')
    graded = sum(q.auto_graded for page in reader.course.chapter_pages(chapter) for q in page.questions)
    expect(place).to_contain_text(re.compile(rf"已答 1 / {graded} · 答对 1"))
    reader.page.locator("#resume a").click()
    expect(reader.page).to_have_url(re.compile(re.escape(chapter.path.removesuffix(".md"))))


def test_missed_questions_are_asked_again_and_counted(reader: Reader) -> None:
    questions = [q for q in reader.course.pages[CHAPTER].questions if q.auto_graded][:3]
    reader.open(CHAPTER)
    for question, right in zip(questions, (True, False, True), strict=True):
        reader.answer(question, right)
    tally = reader.page.locator(".practice-bar__tally")
    expect(tally).to_contain_text(re.compile(r"已答 3 · 答对 2 · 待复习 1"))
    reader.page.locator('[data-action="redo"]').click()
    expect(reader.verdict(questions[1])).to_have_count(0)
    expect(reader.verdict(questions[0])).to_have_count(1)
    assert reader.page.evaluate("document.activeElement.closest('section').id") == f"q-{questions[1].id}"
    reader.answer(questions[1])
    expect(tally).to_contain_text(re.compile(r"已答 3 · 答对 3 · 待复习 0"))
    assert reader.records()["questions"][questions[1].id]["attempts"] == 2


def test_clearing_reaches_the_whole_chapter_and_spares_drafts(reader: Reader) -> None:
    single, written = reader.first("single"), reader.first("open")
    reader.section(written).locator("textarea").fill("我的草稿")
    reader.section(written).locator("textarea").blur()
    reader.open(single.page)
    reader.answer(single)
    reader.open(written.page)
    reader.page.locator('[data-action="clear"]').click()
    reader.page.locator('[data-action="confirm-clear"]').click()
    expect(reader.section(written).locator("textarea")).to_have_value("我的草稿")
    reader.open(single.page)
    expect(reader.verdict(single)).to_have_count(0)
    reader.open(written.page)
    reader.page.locator('[data-action="clear"]').click()
    reader.page.get_by_label("一并清空简答草稿").check()
    reader.page.locator('[data-action="confirm-clear"]').click()
    expect(reader.section(written).locator("textarea")).to_have_value("")


def test_an_edited_question_asks_again_and_never_shows_an_old_verdict(reader: Reader) -> None:
    question = reader.first("single")
    reader.answer(question)
    reader.page.evaluate(
        """id => {
            const state = JSON.parse(localStorage.getItem('customer-service-course'));
            state.questions[id].version = '00000000';
            localStorage.setItem('customer-service-course', JSON.stringify(state));
        }""",
        question.id,
    )
    reader.page.reload()
    expect(reader.page.locator(".practice-bar__tally")).to_contain_text("已答 0")
    expect(reader.verdict(question)).to_have_count(0)
    expect(reader.section(question).locator("input:checked")).to_have_count(0)
    expect(reader.section(question).locator(".question__hint")).to_contain_text("题目改过了")
    reader.answer(question)
    assert reader.records()["questions"][question.id]["attempts"] == 2


def with_variants(course: Course) -> Question:
    return next(q for q in course.questions if q.kind == "blank" and len(q.blanks) == 1 and len(q.blanks[0]) > 1)


SPELLINGS: list[Callable[[str], str]] = [
    lambda text: f"  {text} ",
    lambda text: " ".join(text),
    lambda text: f"“{text}”",
    lambda text: f"{text}。",
    OpenCC("s2t").convert,
]


@pytest.mark.parametrize("spelling", SPELLINGS, ids=["blanks", "blanks inside", "quotes", "full stop", "Traditional"])
def test_spellings_of_a_blank(reader: Reader, spelling: Callable[[str], str]) -> None:
    question = with_variants(reader.course)
    reader.open(question.page)
    for variant in question.blanks[0]:
        reader.section(question).locator(".question__blank").fill(spelling(variant))
        reader.button(question, "submit").click()
        expect(reader.verdict(question)).to_contain_text("答对了")
        reader.button(question, "again").click()


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [
        ("ＮＰＳ", "nps"),
        ("客戶與企業", "客户与企业"),
        ("B２C", "b2c"),
        ("售前——售后", "售前-售后"),
        ("《服务》", "服务"),
    ],
)
def test_folding_of_blanks(reader: Reader, typed: str, accepted: str) -> None:
    reader.open(CHAPTER)
    script = """async ([address, typed, accepted]) => {
        const { folder } = await import(address + 'assets/js/fold.js');
        const fold = folder('戶户與与業业');
        return [fold(typed), fold(accepted)];
    }"""
    folded = reader.page.evaluate(script, [reader.address, typed, accepted])
    assert folded[0] == folded[1]


ATTACK = "<img src=x onerror='window.hacked=1'><script>window.hacked=1</script>"


def test_what_a_reader_types_is_text(reader: Reader) -> None:
    blank = reader.first("blank")
    for field in range(len(blank.blanks)):
        reader.section(blank).locator(".question__blank").nth(field).fill(ATTACK)
    reader.button(blank, "submit").click()
    expect(reader.verdict(blank)).to_contain_text("答错了")
    written = reader.first("open")
    reader.section(written).locator("textarea").fill(ATTACK)
    reader.section(written).locator("textarea").blur()
    for question in (blank, written):
        reader.open(question.page)
        assert reader.section(question).locator("img, script").count() == 0
        assert reader.page.evaluate("window.hacked") is None


STORAGE_FAULTS = {
    "missing": "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }});",
    "full": "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };",
}


@pytest.mark.parametrize("fault", STORAGE_FAULTS)
def test_without_storage_one_can_still_answer(reader: Reader, console: list[str], fault: str) -> None:
    reader.page.add_init_script(STORAGE_FAULTS[fault])
    question = reader.first("single")
    reader.answer(question)
    expect(reader.verdict(question)).to_contain_text("答对了")
    expect(reader.page.locator(".practice-notice")).to_contain_text("记录暂时无法保存")
    reader.page.goto(reader.address)
    # The theme itself reads localStorage unguarded; the course's own modules may not complain.
    assert [text for text in console if "/assets/js/" in text] == []


GOOD = {
    "version": "x",
    "answer": ["A"],
    "right": True,
    "unsure": False,
    "review": False,
    "time": 1,
    "attempts": 1,
    "rights": 1,
}
STORED = {
    "corrupt": "{not json",
    "another shape": "[]",
    "newer": json.dumps({"schema": 99, "questions": {}, "kept": "yes"}),
    "one bad record": json.dumps({"schema": 1, "lastPage": 5, "questions": {"other": GOOD, "bad": {"answer": "A"}}}),
}


@pytest.mark.parametrize("state", STORED)
def test_strange_records_lose_nothing_else(reader: Reader, console: list[str], state: str) -> None:
    reader.open("reference/how-to-use.md")
    reader.page.evaluate("text => localStorage.setItem('customer-service-course', text)", STORED[state])
    question = reader.first("single")
    reader.answer(question)
    expect(reader.verdict(question)).to_contain_text("答对了")
    kept = reader.page.evaluate("Object.values(localStorage)")
    if state == "one bad record":
        assert reader.records()["questions"]["other"] == GOOD
        assert question.id in reader.records()["questions"]
    elif state == "newer":
        assert STORED[state] in kept
        assert "99" in json.dumps(reader.records())
    else:
        assert STORED[state] in kept  # put aside, for a person to look at
        assert question.id in reader.records()["questions"]
    assert console == []


def test_two_tabs_lose_nothing_of_each_other(reader: Reader) -> None:
    first, second = [q for q in reader.course.pages[CHAPTER].questions if q.auto_graded][:2]
    reader.open(CHAPTER)
    other = Reader(reader.page.context.new_page(), reader.address, reader.course)
    other.open(CHAPTER)
    reader.answer(first)
    other.answer(second)
    assert {first.id, second.id} <= reader.records()["questions"].keys()
    expect(reader.verdict(second)).to_contain_text("答对了")
    expect(other.verdict(first)).to_contain_text("答对了")


def test_one_broken_question_does_not_stop_the_others(reader: Reader) -> None:
    broken, whole = [q for q in reader.course.pages[CHAPTER].questions if q.kind == "single"][:2]
    reader.page.route(
        "**/relationships/loyalty/",
        lambda route: route.fulfill(
            response=(response := route.fetch()),
            body=response.text().replace(f'data-answer-for="{broken.id}"', 'data-answer-for="nobody"'),
        ),
    )
    reader.open(CHAPTER)
    reader.answer(whole)
    expect(reader.verdict(whole)).to_contain_text("答对了")


def test_without_scripts_the_page_is_a_whole_book(chromium: Browser, address: str, course: Course) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    for source in course.pages.values():
        graded = [question for question in source.questions if question.auto_graded]
        if not graded:
            continue
        page.goto(f"{address}{source.path.removesuffix('.md')}/")
        assert page.locator(".question button").count() == 0
        page.locator("details.answers > summary").click()
        keys = page.locator("details.answers .answer__key").all_inner_texts()
        assert len(keys) == len(graded)
        for question, key in zip(graded, keys, strict=True):
            first = question.blanks[0][0] if question.kind == "blank" else f"{question.right_options[0].letter} "
            assert first in key
        expect(page.locator(".answer__explanation").first).to_be_visible()
    context.close()
