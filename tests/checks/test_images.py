"""Image files: what is heavy, broken, huge or not what it says, and what is right."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from PIL import Image
from samples import CHAPTER, write_course

from checks import images
from checks.images import HEAVIEST
from course import Course

PLACE = "忠诚阶梯上，"


def course_with(docs: Path, name: str, markdown: str) -> Course:
    return write_course(docs, CHAPTER.replace(PLACE, f"看{markdown.format(name)}这里。\n{PLACE}"))


def messages(course: Course) -> list[tuple[str, str]]:
    return [(finding.rule.id, finding.path) for finding in images.check(course)]


def noise(width: int, height: int) -> Image.Image:
    return Image.frombytes("RGB", (width, height), random.Random(1).randbytes(width * height * 3))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "assets" / "images").mkdir(parents=True)
    return tmp_path / "assets" / "images"


RIGHT = '![奶箱，盖子开着](../assets/images/{}){{ width="80" height="60" }}'


@pytest.mark.parametrize("name", ["box.png", "box.jpg", "box.JPEG", "box.webp"])
def test_a_right_image_passes(tmp_path: Path, folder: Path, name: str) -> None:
    Image.new("RGB", (80, 60), "white").save(folder / name)
    assert messages(course_with(tmp_path, name, RIGHT)) == []


@pytest.mark.parametrize(
    ("name", "image", "markdown", "where"),
    [
        ("box.bmp", Image.new("RGB", (80, 60)), RIGHT, "docs/assets/images/box.bmp"),
        ("heavy.png", noise(320, 240), RIGHT, "docs/assets/images/heavy.png"),
        ("wide.png", Image.new("RGB", (2400, 1800)), RIGHT, "docs/assets/images/wide.png"),
        ("box.png", Image.new("RGB", (80, 60)), "![奶箱，盖子开着](../assets/images/{})", "docs/part/chapter.md"),
        ("tall.png", Image.new("RGB", (60, 80)), RIGHT, "docs/part/chapter.md"),
    ],
    ids=["format", "weight", "width", "no size", "another shape"],
)
def test_a_wrong_image_is_found(
    tmp_path: Path, folder: Path, name: str, image: Image.Image, markdown: str, where: str
) -> None:
    image.save(folder / name)
    assert (folder / name).stat().st_size > HEAVIEST or name != "heavy.png"
    assert ("FIG-06", where) in messages(course_with(tmp_path, name, markdown))


def test_a_file_that_is_not_what_it_says_is_found(tmp_path: Path, folder: Path) -> None:
    Image.new("RGB", (80, 60)).save(folder / "box.png", "JPEG")
    assert messages(course_with(tmp_path, "box.png", RIGHT)) == [("FIG-06", "docs/assets/images/box.png")]
    (folder / "box.png").write_bytes(b"\x89PNG\r\n\x1a\n and then nothing")
    assert messages(course_with(tmp_path, "box.png", RIGHT)) == [("FIG-06", "docs/assets/images/box.png")]


def test_an_image_that_a_style_sheet_uses_is_used(tmp_path: Path, folder: Path) -> None:
    course = write_course(tmp_path)
    Image.new("RGB", (8, 6)).save(folder / "paper.png")
    assert messages(course) == [("FIG-06", "docs/assets/images/paper.png")]
    (tmp_path / "assets" / "css").mkdir()
    (tmp_path / "assets" / "css" / "x.css").write_text("a { background: url(../images/paper.png); }", encoding="utf-8")
    assert messages(course) == []
