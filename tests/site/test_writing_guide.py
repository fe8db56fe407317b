"""The guide for authors: two printed pages, with a question that would pass."""

from __future__ import annotations

import io
import re
from dataclasses import replace

from playwright.sync_api import Browser
from pypdf import PdfReader

from checks import links, quizzes
from course import Course, Page
from course.text import fold

GUIDE = "reference/writing-guide.md"


def test_the_guide_fits_on_two_printed_pages(chromium: Browser, address: str) -> None:
    page = chromium.new_page()
    page.goto(address + GUIDE.removesuffix(".md") + "/")
    printed = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    page.close()
    text = fold("".join(sheet.extract_text() for sheet in printed.pages))  # Chromium writes Kangxi radicals
    assert "不装任何工具" in text
    assert len(printed.pages) == 2


def test_the_question_in_the_guide_would_pass(course: Course) -> None:
    sample = re.search(r"^```text\n(.*?)^```$", course.pages[GUIDE].text, re.MULTILINE | re.DOTALL)
    assert sample
    home = course.pages["foundations/customers.md"]
    grown = Page(home.path, f"{home.text}\n{sample[1]}")
    assert len(grown.questions) == len(home.questions) + 1
    changed = replace(course, pages=course.pages | {home.path: grown})
    assert [*quizzes.check(changed), *links.check(changed)] == []
