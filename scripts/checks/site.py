"""The built site as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from checks.findings import Finding, Rule
from course import Course

BUILD = Rule("SITE-01", "网站能够构建，没有警告。", "按提示改正后再运行一次。")


def check_site(course: Course, site: Path) -> Iterator[Finding]:
    """Yield what is wrong with the site that was built into `site` from `course`."""
    yield from ()


RULES = (BUILD,)
