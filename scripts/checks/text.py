"""The words of the pages: typography, characters, wording, the shape of a page, and what does not belong there."""

from __future__ import annotations

from collections.abc import Iterator

from checks import characters, fixes, layout, leftovers, punctuation, wording
from checks.findings import Finding, Rule
from course import Course

_PARTS = (fixes, characters, wording, layout, leftovers, punctuation)


def check(course: Course) -> Iterator[Finding]:
    """Yield every slip of writing."""
    for part in _PARTS:
        yield from part.check(course)


RULES: tuple[Rule, ...] = tuple(rule for part in _PARTS for rule in part.RULES)
