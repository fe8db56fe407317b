"""A reader who answers real questions on the real chapter, for the browser tests."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Locator, Page

from course import Course, Question
from course.questions import Kind

STORE = "customer-service-course"


@dataclass
class Reader:
    """A reader with a browser page; answers by mouse where a test is not about the keyboard."""

    page: Page
    address: str
    course: Course

    def open(self, path: str) -> None:
        """Open the page made from `path` below docs/ and wait until its questions can be answered."""
        self.page.goto(self.address + path.removesuffix("index.md").removesuffix(".md").rstrip("/") + "/")
        if path in self.course.pages and self.course.pages[path].questions:
            self.page.wait_for_selector(".practice-bar__tally")

    def first(self, kind: Kind, path: str | None = None) -> Question:
        """Return the course's first question of `kind` (on `path`) and open its page."""
        found = next(q for q in self.course.questions if q.kind == kind and path in (None, q.page))
        self.open(found.page)
        return found

    def section(self, question: Question) -> Locator:
        return self.page.locator(f"#q-{question.id}")

    def button(self, question: Question, action: str) -> Locator:
        return self.section(question).locator(f'[data-action="{action}"]')

    def verdict(self, question: Question) -> Locator:
        return self.section(question).locator(".question__verdict")

    def answer(self, question: Question, right: bool = True) -> None:
        """Answer an auto-graded question and submit."""
        section = self.section(question)
        if question.kind == "blank":
            for i, variants in enumerate(question.blanks):
                section.locator(".question__blank").nth(i).fill(variants[0] if right else "风马牛")
        else:
            letters = [option.letter for option in question.options if option.right is right]
            for letter in letters if question.kind == "multiple" else letters[:1]:
                section.locator(f'.option[data-letter="{letter}"] label').click()
        self.button(question, "submit").click()

    def records(self) -> dict:
        stored: dict = self.page.evaluate(f"JSON.parse(localStorage.getItem('{STORE}') ?? '{{}}')")
        return stored
