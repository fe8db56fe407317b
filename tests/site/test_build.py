"""The built site: complete, lean, the same every time, and silent about answers where it should be."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from checks.built import read_built
from checks.suite import check_built
from checks.weight import HEAVIEST, loaded_by, weigh
from course import Course, Question
from site_builder import build_site


def built(site: Path, page: str) -> Path:
    """Return the built file of the page at `page` below docs/."""
    stem = page.removesuffix(".md")
    return site / (f"{stem}.html" if stem == "index" else f"{stem}/index.html")


def pages_with_questions(course: Course) -> list[str]:
    return [page.path for page in course.pages.values() if page.questions]


@pytest.fixture(scope="session")
def trees(course: Course, site: Path) -> dict[str, HtmlElement]:
    """The built pages with questions, parsed, by their path below docs/."""
    return {page: html.parse(built(site, page)).getroot() for page in pages_with_questions(course)}


def by_class(tree: HtmlElement, name: str) -> list[HtmlElement]:
    return list(tree.find_class(name))


def test_a_question_shows_what_its_source_says(course: Course, trees: dict[str, HtmlElement]) -> None:
    for question in course.questions:
        section = trees[question.page].get_element_by_id(f"q-{question.id}")
        assert section.get("data-version") == question.version
        assert section.get("data-kind") == question.kind
        letters = [option.get("data-letter") for option in section.find_class("option")]
        assert letters == [option.letter for option in question.options]
        assert len(section.find_class("question__blank")) == len(question.blanks)
        marks = [int(item.get("data-marks")) for item in section.iter("li") if item.get("data-marks")]
        assert marks == [point.marks for point in question.marking]


def key_of(question: Question) -> str:
    if question.kind == "blank":
        return json.dumps(question.blanks, ensure_ascii=False)
    return " ".join(option.letter for option in question.right_options)


def test_the_folded_answers_are_those_of_the_model(course: Course, trees: dict[str, HtmlElement]) -> None:
    for page, tree in trees.items():
        shown = {answer.get("data-answer-for"): answer.get("data-key") for answer in by_class(tree, "answer")}
        assert shown == {q.id: key_of(q) for q in course.pages[page].questions if q.auto_graded}
        for question in course.pages[page].questions:
            if question.auto_graded:
                answer = tree.get_element_by_id(f"a-{question.id}")
                reasons = [item.get("data-letter") for item in answer.iter("li") if item.get("data-letter")]
                assert reasons == [option.letter for option in question.options if option.reason]
                assert answer.find_class("answer__explanation")[0].text_content().strip()


def test_no_question_carries_its_answer(course: Course, trees: dict[str, HtmlElement]) -> None:
    for question in course.questions:
        if question.auto_graded:
            section = html.tostring(trees[question.page].get_element_by_id(f"q-{question.id}"), encoding="unicode")
            for trace in ("data-correct", "data-answer", "data-key", "accept:", "checked", "<!--"):
                assert trace not in section, question.id


def test_every_correction_leads_to_the_list_and_back(course: Course, site: Path, trees: dict[str, HtmlElement]) -> None:
    listed = html.parse(site / "reference" / "errata" / "index.html").getroot()
    links = {link.get("href") for link in listed.iter("a")}
    for page, tree in trees.items():
        boxes = [box for box in course.pages[page].boxes if box.kind == "dispute"]
        titles = tree.xpath('//div[contains(@class, "dispute")]/p[1]')
        chapter = course.chapter_of(page)
        assert chapter
        assert len(titles) == len(boxes)
        for box, title in zip(boxes, titles, strict=True):
            assert (title.findall("a")[-1].get("href") or "").endswith(f"reference/errata/#{chapter.slug}")
            assert f"../../{page.removesuffix('.md')}/#{box.anchor}" in links


def test_the_plugin_leaves_nothing_behind(site: Path) -> None:
    for file in site.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        for trace in ("mkdocsQuiz", "quiz-progress", "mkdocs-quiz-source", "javascript:void", "onsubmit", "<quiz>"):
            assert trace not in text, file


def test_every_page_has_a_policy_a_description_and_a_title(site: Path) -> None:
    for file in site.rglob("*.html"):
        head = html.parse(file).getroot().head
        policy = head.xpath('string(meta[@http-equiv="Content-Security-Policy"]/@content)')
        assert "default-src 'self'" in policy
        assert "'unsafe-inline'" not in policy.partition("style-src")[0]
        assert head.findtext("title").strip()
        for name in ('name="description"', 'property="og:title"', 'property="og:description"'):
            assert name in html.tostring(head, encoding="unicode"), (file, name)


def test_the_course_index_lists_every_question(course: Course, site: Path) -> None:
    data = json.loads((site / "assets" / "course.json").read_text(encoding="utf-8"))
    listed = [question for chapter in data["chapters"] for question in chapter["questions"]]
    for chapter in data["chapters"]:
        own = site / "assets" / "chapters" / f"{chapter['slug']}.json"
        assert (json.loads(own.read_text(encoding="utf-8")) == chapter) if chapter["url"] else not own.exists()
    assert {q["id"]: q["version"] for q in listed} == {q.id: q.version for q in course.questions}
    for question in listed:
        path, _, anchor = question["url"].partition("#")
        assert f'id="{anchor}"' in (site / path / "index.html").read_text(encoding="utf-8")


def test_lines_join_without_a_blank_between_chinese_sentences(site: Path, course: Course) -> None:
    for page in pages_with_questions(course):
        article = html.parse(built(site, page)).getroot().find(".//article")
        for paragraph in article.iter("p", "li", "legend", "td"):
            text = paragraph.text_content().strip()
            assert not re.search(r"[\u4e00-\u9fff。，；：？！”）]\s*\n\s*[\u4e00-\u9fff“（《]", text), text[:60]


def test_a_page_without_questions_carries_little_beyond_its_content(site: Path) -> None:
    file = site / "reference" / "how-to-use" / "index.html"
    tree = html.parse(file).getroot()
    article = html.tostring(tree.find(".//article"), encoding="unicode")
    frame = file.read_text(encoding="utf-8").replace(article, "")
    assert len(gzip.compress(frame.encode(), 9)) <= 14_000
    assert "practice" not in frame


def test_the_built_site_keeps_every_rule(course: Course, site: Path) -> None:
    assert list(check_built(course, site)) == []


def test_the_heaviest_page_is_what_it_seems(course: Course, site: Path) -> None:
    """The weight of a page counts what a browser asks for: scripts with what they import, styles, the icon, the list."""
    page = next(page for page in read_built(course, site) if page.name == "relationships/loyalty/index.html")
    loaded = loaded_by(page, course)
    assert {"assets/css/course.css", "assets/js/practice.js", "assets/chapters/loyalty.json"} <= loaded
    assert all((site / name).is_file() for name in loaded)
    assert 60_000 < weigh(page, course, site) <= HEAVIEST


def test_the_address_and_the_repository_come_from_the_environment(site: Path, published: Path) -> None:
    home = (site / "index.html").read_text(encoding="utf-8")
    assert 'rel="canonical"' not in home
    assert 'rel="edit"' not in home
    chapter = (published / "relationships" / "loyalty" / "index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://example.org/fork/relationships/loyalty/">' in chapter
    assert "https://example.org/someone/fork/edit/main/docs/relationships/loyalty.md" in chapter
    assert 'data-md-component="source"' not in chapter  # the theme would ask another host for stars
    lost = html.parse(published / "404.html").getroot()
    loaded = lost.xpath("//link[@rel='stylesheet']/@href | //script/@src")
    assert loaded
    assert all(address.startswith("/fork/") for address in loaded)


def test_the_same_sources_build_the_same_bytes(site: Path, tmp_path: Path) -> None:
    assert build_site(tmp_path / "again") == []
    first = {file.relative_to(site): file.read_bytes() for file in site.rglob("*") if file.is_file()}
    again = tmp_path / "again"
    second = {file.relative_to(again): file.read_bytes() for file in again.rglob("*") if file.is_file()}
    assert first.keys() == second.keys()
    assert [str(name) for name in first if first[name] != second[name]] == []
