"""The words of the pages: typography, terms and characters."""

from __future__ import annotations

from collections.abc import Iterator

from checks.findings import Finding, Rule
from course import Course


def check(course: Course) -> Iterator[Finding]:
    """Yield every slip of writing."""
    yield from ()


RULES: tuple[Rule, ...] = ()
