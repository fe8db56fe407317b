"""A whole visit in a real browser: accessible, at home on every screen, and alone with its own host."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from lxml import html
from playwright.sync_api import Browser, Page, expect
from reader import Reader

from course import Course

CHAPTER = "relationships/loyalty.md"
# Naming what passed takes two thirds of the time on a long page.
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "resultTypes": ["violations"],
}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}


def addresses(course: Course) -> list[str]:
    """Addresses of all pages, relative to the site's root."""
    return [re.sub(r"(^|/)index$", "", path.removesuffix(".md")) for path in course.pages]


def showing_everything(course: Course, site: Path) -> list[str]:
    """A few of the pages, among which every kind of element stands inside every kind that it stands in anywhere."""
    shown: dict[str, set[tuple[str, ...]]] = {}
    for path in addresses(course):
        root = html.parse(site / path / "index.html").getroot()
        shown[path] = {
            (element.tag, element.get("class", ""), *(parent.get("class", "") for parent in element.iterancestors()))[
                :4
            ]
            for element in root.find("body").iter("*")
        }
    missing = set().union(*shown.values())
    chosen: list[str] = []
    while missing:
        chosen.append(max(shown, key=lambda path: len(shown[path] & missing)))
        missing -= shown[chosen[-1]]
    return chosen


def violations(page: Page, rules: dict = RULES) -> list[str]:
    found = Axe().run(page, options=rules).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:120]} {node['failureSummary'][:200]}" for rule in found for node in rule["nodes"]
    ]


def search(page: Page, words: str) -> None:
    """Type `words` into the search; the theme waits for a key to come up, as after an input method's last one."""
    box = page.locator("input[name='query']")
    box.fill(words)
    box.press("End")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_accessible(chromium: Browser, address: str, course: Course, site: Path, scheme: str) -> None:
    """All pages on a phone; on a wide screen, where the frame differs, one page of each kind.

    Only colours differ between the schemes, so in the dark it is enough to see every kind of element once, and the
    other rules need not run again on every page.
    """
    kinds = ["", CHAPTER.removesuffix(".md"), "reference/syllabus"]
    everywhere = addresses(course) if scheme == "light" else showing_everything(course, site)
    for width, paths in ((360, everywhere), (1280, kinds)):
        context = chromium.new_context(color_scheme=scheme, viewport={"width": width, "height": 800}, locale="zh-CN")  # type: ignore[arg-type]
        page = context.new_page()
        for path in paths:
            page.goto(f"{address}{path}")
            if page.locator(".practice-bar").count():
                page.wait_for_selector(".practice-bar__tally")
            rules = CONTRAST if scheme == "dark" and path not in kinds else RULES
            assert violations(page, rules) == [], (path, scheme, width)
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_answered_questions_are_accessible(reader: Reader, scheme: str) -> None:
    reader.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for path in (CHAPTER, "relationships/loyalty/test.md"):
        reader.open(path)
        for i, question in enumerate(q for q in reader.course.pages[path].questions if q.auto_graded):
            if i % 3 == 2:
                reader.button(question, "unsure").click()
            else:
                reader.answer(question, right=i % 3 == 0)
            if reader.button(question, "reasons").count():
                reader.button(question, "reasons").click()
        reader.page.evaluate("document.querySelectorAll('details').forEach(details => (details.open = true))")
        assert violations(reader.page) == []
        reader.page.locator('[data-action="clear"]').click()
        assert violations(reader.page) == []


def test_a_full_visit_asks_no_other_host(reader: Reader, console: list[str]) -> None:
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url))
    reader.page.goto(reader.address)
    reader.page.locator("article a[href*='loyalty']").first.click()
    question = reader.first("single")
    reader.answer(question)
    reader.page.locator("label[for='__search']").locator("visible=true").first.click()
    search(reader.page, "忠诚阶梯")
    expect(reader.page.locator(".md-search-result__item").first).to_be_visible(timeout=20_000)
    hosts = {urlsplit(url).netloc for url in asked if not url.startswith(("data:", "blob:"))}
    assert hosts == {urlsplit(reader.address).netloc}
    assert any("search" in url for url in asked)
    assert [text for text in console if "404" not in text] == []


QUERIES = yaml.safe_load((Path(__file__).parent / "search_queries.yml").read_text(encoding="utf-8"))
FIRST_THREE = """() => [...document.querySelectorAll('.md-search-result__item')].slice(0, 3)
    .map(item => new URL(item.querySelector('a').href).pathname)"""


def test_search_puts_the_right_page_among_the_first_three(reader: Reader) -> None:
    reader.page.set_viewport_size({"width": 1280, "height": 800})
    reader.page.goto(reader.address)
    results = reader.page.locator(".md-search-result__item")
    missed = []
    for query in QUERIES:
        search(reader.page, "")
        expect(results).to_have_count(0)
        search(reader.page, query["query"])
        expect(results.first).to_be_attached(timeout=20_000)
        found = [address.removeprefix("/course/").strip("/") for address in reader.page.evaluate(FIRST_THREE)]
        if query["page"] not in found:
            missed.append((query["query"], found))
    assert len(QUERIES) >= 40
    assert len(missed) <= 0.05 * len(QUERIES), missed


def test_search_finds_a_term_of_the_course(reader: Reader) -> None:
    reader.page.set_viewport_size({"width": 1280, "height": 800})
    for words, section in (
        ("忠诚阶梯", "#loyalty-ladder"),
        ("组织调整成本", "#setup-costs"),
        ("过失流失", "#fault-churn"),
    ):
        reader.page.goto(reader.address)
        search(reader.page, words)
        hits = reader.page.locator(".md-search-result__item a[href*='loyalty']")
        expect(hits.first).to_be_attached(timeout=20_000)
        assert any(section in (hit.get_attribute("href") or "") for hit in hits.all()), words


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_no_page_is_wider_than_the_screen(page: Page, address: str, course: Course, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for path in addresses(course):
        page.goto(f"{address}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_lines_have_a_comfortable_length(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{address}relationships/loyalty/")
    characters = page.evaluate(
        "(p => p.clientWidth / parseFloat(getComputedStyle(p).fontSize))(document.querySelector('article > p:not([class])'))"
    )
    assert 34 <= characters <= 40.5


def test_the_scheme_can_be_changed_and_stays(page: Page, address: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(address)
    body = page.locator("body")
    for _ in range(2):
        page.locator("form[data-md-component='palette'] label:not([hidden])").click()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.reload()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")


def test_the_syllabus_shows_what_the_reader_knows(reader: Reader) -> None:
    question = reader.first("single")
    reader.answer(question)
    reader.open("reference/syllabus.md")
    asked = [q for q in reader.course.questions if q.point == question.point and q.auto_graded]
    place = reader.page.locator(f'[data-progress-point="{question.point}"]')
    expect(place).to_have_text(f"答对 1 / {len(asked)}")


def test_a_lost_reader_is_helped(page: Page, address: str) -> None:
    page.goto(f"{address}404.html")
    expect(page.locator("main")).to_contain_text(re.compile("没有|找不到"))


def test_a_link_to_a_question_lands_on_it(reader: Reader) -> None:
    question = reader.first("single", CHAPTER)
    reader.page.goto(f"{reader.address}relationships/loyalty/#q-{question.id}")
    expect(reader.section(question)).to_be_in_viewport()


def test_a_wide_diagram_is_reached_by_the_keyboard(page: Page, address: str, course: Course) -> None:
    for path in addresses(course):
        page.goto(f"{address}{path}")
        for diagram in page.locator(".diagram").all():
            scrolls = diagram.evaluate("node => node.scrollWidth > node.clientWidth + 1")
            assert not scrolls or diagram.get_attribute("tabindex") == "0", path


def test_a_term_shows_its_definition_to_pointer_and_keyboard(reader: Reader) -> None:
    reader.open(CHAPTER)
    term = reader.page.locator("a.term").first
    definition = next(t.definition for t in reader.course.glossary if t.id == term.get_attribute("data-term"))
    tip = reader.page.locator("#term-tip")
    term.hover()
    expect(tip).to_have_text(definition)
    tip.hover()
    expect(tip).to_be_visible()
    reader.page.mouse.move(0, 0)
    expect(tip).to_be_hidden()
    term.focus()
    expect(tip).to_have_text(definition)
    expect(term).to_have_attribute("aria-describedby", "term-tip")
    reader.page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    term.click()
    expect(reader.page).to_have_url(re.compile("reference/glossary/#"))
