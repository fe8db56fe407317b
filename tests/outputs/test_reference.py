"""Reference pages: each list holds what the chapters hold, once, with links that lead there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

from course import Course
from outputs.reference import LISTS, fill

PAGES = {
    "chapters": "routes/exam",
    "points": "reference/syllabus",
    "cases": "reference/cases",
    "disputes": "reference/errata",
    "confusables": "reference/confusables",
    "literature": "reference/sources",
    "glossary": "reference/glossary",
}


@pytest.mark.parametrize("name", LISTS)
def test_each_list_stands_on_its_page(course: Course, site: Path, name: str) -> None:
    assert f"<!-- list: {name} -->" in course.pages[f"{PAGES[name]}.md"].text
    assert "<!-- list:" not in (site / PAGES[name] / "index.html").read_text(encoding="utf-8")


def test_every_point_is_listed_once_with_its_questions(course: Course, site: Path) -> None:
    tree = html.parse(site / "reference" / "syllabus" / "index.html").getroot()
    places = tree.xpath("//*[@data-progress-point]")
    assert [place.get("data-progress-point") for place in places] == [point.id for point in course.syllabus.points]
    counted = sum(int(re.findall(r"\d+", place.text_content())[0]) for place in places)
    assert counted == len(course.questions)


@pytest.mark.parametrize(("name", "kind"), [("cases", "case"), ("disputes", "dispute")])
def test_every_box_is_listed(course: Course, name: str, kind: str) -> None:
    listed = LISTS[name](course, f"{PAGES[name]}.md")
    boxes = [box for page in course.pages.values() if course.chapter_of(page.path) for box in page.boxes]
    assert listed.count("\n- ") == sum(box.kind == kind for box in boxes)
    assert all(box.anchor for box in boxes if box.kind == kind)


def test_every_work_is_listed_once(course: Course) -> None:
    listed = LISTS["literature"](course, "reference/sources.md")
    texts = {text for page in course.pages.values() for text in page.footnotes.values()}
    for text in texts:
        assert listed.count(f"- {text.split('](')[0][:40]}") >= 1, text


def test_an_unknown_list_is_refused(course: Course) -> None:
    with pytest.raises(ValueError, match="没有“nothing”这个清单"):
        fill("<!-- list: nothing -->", course, "reference/x.md")
