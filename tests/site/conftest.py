"""What the browser tests share."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from reader import Reader

from course import Course


@pytest.fixture
def reader(page: Page, address: str, course: Course) -> Reader:
    return Reader(page, address, course)


@pytest.fixture
def console(page: Page) -> list[str]:
    """Everything that the page complains about, violations of its policy included."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(error.stack or str(error)))
    return said


@pytest.fixture
def focused(page: Page) -> Callable[[], str]:
    """Return a function that names the focused element: its data-action, id or class."""
    script = "(e => e.dataset.action || e.id || e.className)(document.activeElement)"
    return lambda: str(page.evaluate(script))
