"""Addresses that have moved, on a small site built by the real hooks: a reader of an old one arrives, script or not."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from samples import CHAPTER, write_course
from server import served

from checks import links
from checks.addresses import check
from checks.built import read_built
from checks.site import check_page
from course import Course
from course.addresses import HEADER
from project import CONFIG, DOCS

# A whole page, a page that parted, a section that moved within its page, and two that left theirs.
MOVED = {
    "part/plain.md": "part/chapter.md",
    "part/parted.md": "part/chapter.md",
    "part/parted.md#rungs": "part/other.md#steps",
    "part/chapter.md#old-ladder": "part/chapter.md#ladder",
    "part/chapter.md#old-steps": "part/other.md#steps",
    "part/chapter.md#whole": "part/other.md",
}
OTHER = """\
---
title: 别的一页
description: 一句话。
---

# 别的一页 {#other}

## *怎样*一步一步走 {#steps}

慢慢走。
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Course, Path]:
    """The sample course with moved addresses, and the site built from it."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    folder = tmp_path_factory.mktemp("moved")
    docs, built = folder / "docs", folder / "site"
    long = "\n\n".join(["走一步，看一步。"] * 60)
    write_course(docs, CHAPTER.replace("## 阶梯 {#ladder}", f"{long}\n\n## 阶梯 {{#ladder}}") + f"\n{long}\n")
    (docs / "index.md").write_text("# 首页 {#home}\n\n[章](part/chapter.md)\n", encoding="utf-8")
    (docs / "part" / "other.md").write_text(OTHER, encoding="utf-8")
    lines = "".join(f"  {old}: {new}\n" for old, new in MOVED.items())
    (docs / "addresses.yml").write_text(HEADER + lines, encoding="utf-8")
    shutil.copytree(DOCS / "assets", docs / "assets")
    pages = ["index.md", "part/chapter.md", "part/other.md"]
    config = load_config(str(CONFIG), docs_dir=str(docs), site_dir=str(built), nav=pages)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return Course.load(docs), built


@pytest.fixture(scope="module")
def small_address(small: tuple[Course, Path]) -> Iterator[str]:
    with served(small[1]) as url:
        yield url


@pytest.fixture
def still(chromium: Browser) -> Iterator[Page]:
    """A page of a reader without JavaScript."""
    context = chromium.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_the_redirects_keep_the_rules_of_sources_and_site(small: tuple[Course, Path]) -> None:
    course, site = small
    assert {finding.rule.id for finding in check(course)} == {"LINK-08"}  # nothing is recorded yet
    stubs = [page for page in read_built(course, site) if page.path == "docs/addresses.yml"]
    assert [(page.name, page.line) for page in stubs] == [
        ("part/parted/index.html", 10),
        ("part/plain/index.html", 9),
    ]
    assert [finding for page in read_built(course, site) for finding in check_page(page, course, site)] == []
    # The theme's error page is made for the address that a site has when it is published.
    assert [finding for finding in links.check_site(course, site) if finding.path != "overrides/404.html"] == []


def test_a_moved_page_is_in_no_list(small: tuple[Course, Path]) -> None:
    _, site = small
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    words = json.dumps(index, ensure_ascii=False).replace("\\u200b", "").replace("\u200b", "")
    assert "搬家" not in words
    assert "plain" not in (site / "sitemap.xml").read_text(encoding="utf-8")
    stub = (site / "part" / "plain" / "index.html").read_text(encoding="utf-8")
    assert '<meta name="robots" content="noindex">' in stub
    assert "canonical" not in stub  # no address is set


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("part/plain/", "part/chapter/"),
        ("part/plain/#ladder", "part/chapter/#ladder"),
        ("part/plain/?h=word#q-ladder-1", "part/chapter/#q-ladder-1"),
        ("part/parted/", "part/chapter/"),
        ("part/parted/#rungs", "part/other/#steps"),
        ("part/parted/#ladder", "part/chapter/#ladder"),
    ],
)
def test_a_reader_of_a_moved_page_arrives(
    page: Page, small_address: str, console: list[str], old: str, new: str
) -> None:
    page.goto(small_address)
    page.goto(small_address + old)
    page.wait_for_url(small_address + new)
    page.go_back()
    expect(page).to_have_url(small_address)  # “back” does not lead through the old address
    assert console == []


def test_without_scripts_the_page_itself_leads_on(still: Page, small_address: str) -> None:
    still.goto(small_address + "part/plain/")
    still.wait_for_url(small_address + "part/chapter/")


def test_without_scripts_a_page_that_parted_shows_where_all_went(still: Page, small_address: str) -> None:
    still.goto(small_address + "part/parted/#rungs")
    expect(still.locator("h1")).to_have_text("这一页搬家了")
    still.locator("#rungs").click()
    still.wait_for_url(small_address + "part/other/#steps")


def test_the_small_page_is_accessible(chromium: Browser, small_address: str) -> None:
    for scheme in ("light", "dark"):
        context = chromium.new_context(color_scheme=scheme, viewport={"width": 360, "height": 740})
        context.route("**/moved.js", lambda route: route.abort())  # it would lead away at once
        page = context.new_page()
        page.goto(small_address + "part/parted/")
        assert Axe().run(page).response["violations"] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        context.close()


def test_a_section_that_moved_within_its_page_is_found_there(page: Page, still: Page, small_address: str) -> None:
    for reader in (page, still):
        reader.goto(small_address + "part/chapter/#old-ladder")
        expect(reader.locator("#ladder")).to_be_in_viewport()
        top = reader.locator("#ladder").bounding_box()
        assert top and 40 < top["y"] < 200  # below the header, not under it


def test_a_section_that_left_its_page_says_where_it_is(page: Page, still: Page, small_address: str) -> None:
    for reader in (page, still):
        reader.goto(small_address + "part/chapter/#old-steps")
        note = reader.locator("#old-steps")
        expect(note).to_be_in_viewport()
        note.get_by_role("link", name="怎样一步一步走").click()
        reader.wait_for_url(small_address + "part/other/#steps")
        reader.goto(small_address + "part/chapter/#whole")
        expect(reader.locator("#whole a")).to_have_text("别的一页")


def test_a_published_site_names_the_new_page_as_the_right_one(
    small: tuple[Course, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mkdocs.config import load_config

    from hooks.redirects import stubs

    course, _ = small
    monkeypatch.setenv("COURSE_SITE_URL", "https://example.org/course/")
    config = load_config(str(CONFIG), docs_dir=str(course.docs), site_dir=str(tmp_path))
    made = dict(stubs(course, config, lambda path: re.sub(r"\.md$", "/", path)))
    assert made.keys() == {"part/plain/index.html", "part/parted/index.html"}
    for content in made.values():
        assert '<link rel="canonical" href="https://example.org/course/part/chapter/">' in content
