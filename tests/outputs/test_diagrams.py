"""Diagrams: every one of the course is drawn whole, named for readers who cannot see it, and free of script."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from course import Course
from outputs.diagrams import DiagramError, described, render

SAMPLE = "flowchart TB\n  accTitle: 两步\n  accDescr: 先甲后乙\n  a[甲] --> b[乙]\n"
SVG = "{http://www.w3.org/2000/svg}"


def labels(svg: str) -> str:
    return "".join("".join(text.itertext()) for text in ElementTree.fromstring(svg).iter(f"{SVG}text"))


def test_title_and_description_name_the_picture() -> None:
    root = ElementTree.fromstring(render(SAMPLE))
    ids = {element.get("id"): element.text for element in root if element.get("id")}
    assert root.get("role") == "img"
    assert ids[root.get("aria-labelledby")] == "两步"
    assert ids[root.get("aria-describedby")] == "先甲后乙"


def test_two_diagrams_share_no_id() -> None:
    other = render(SAMPLE.replace("乙", "丙"))
    assert not set(re.findall(r'\sid="([^"]+)"', other)) & set(re.findall(r'\sid="([^"]+)"', render(SAMPLE)))


@pytest.mark.parametrize(
    "source",
    [
        SAMPLE.replace("accTitle", "title"),
        SAMPLE.replace("  accDescr: 先甲后乙\n", ""),
        "flow\naccTitle: 甲\naccDescr: 乙",
    ],
)
def test_an_unnamed_or_broken_diagram_is_refused(source: str) -> None:
    with pytest.raises(DiagramError):
        render(source)


def test_every_diagram_of_the_course(course: Course) -> None:
    sources = [diagram.source for page in course.pages.values() for diagram in page.diagrams]
    assert len(sources) >= 4
    for source in sources:
        svg = render(source)
        assert all(described(source))
        assert "<script" not in svg
        assert "foreignObject" not in svg
        literal = set(re.findall(r'(?:fill|stroke)="(#[0-9A-Fa-f]{3,6})"', svg))
        assert literal == set(), f"no custom property for {literal}"
        written = set(re.findall(r"[\u4e00-\u9fff]", re.sub(r"(?m)^\s*acc(Title|Descr).*$|^\s*title .*$", "", source)))
        assert written <= set(labels(svg)), source
