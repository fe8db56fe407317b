"""What the tests share: the real course, the real site built from it, a server and a browser."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from server import served

import browser as system_browser
from course import Course
from project import DOCS
from site_builder import build_site


@pytest.fixture(scope="session", autouse=True)
def _own_dist(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the PDFs that somebody has made in dist/ out of the sites that tests build."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("project.DIST", tmp_path_factory.mktemp("dist"))
        yield


@pytest.fixture(scope="session")
def course() -> Course:
    return Course.load(DOCS)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built strictly: a warning fails every test that needs it.

    COURSE_BUILT_SITE names one that something else has built, to be held to the same tests.
    """
    elsewhere = os.environ.get("COURSE_BUILT_SITE")
    if elsewhere:
        return Path(elsewhere).resolve()
    folder = tmp_path_factory.mktemp("built") / "site"
    assert build_site(folder) == []
    return folder


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Address of a loopback server for the built site."""
    with served(site) as url:
        yield url


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = system_browser.find()
    assert path is not None, "没有浏览器；请用 python3 scripts test 运行测试，它会准备好浏览器"
    arguments = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--no-sandbox")  # Chromium refuses to sandbox itself for root
    with sync_playwright() as playwright:
        instance = playwright.chromium.launch(executable_path=str(path), args=arguments)
        yield instance
        instance.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page of a reader who comes for the first time, on a phone."""
    context = chromium.new_context(viewport={"width": 360, "height": 740}, locale="zh-CN")
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()
