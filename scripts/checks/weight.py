"""The weight of a page: all that a first visit loads before the reader searches or answers."""

from __future__ import annotations

import gzip
import posixpath
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from checks.built import BuiltPage
from checks.findings import Finding, Rule
from course import Course

WEIGHT = Rule(
    "SITE-09",
    "第一次打开一页，连同样式和程序压缩后不超过 130 kB。",
    "把太长的一页分成两页，图片缩小；样式和程序看看有没有用不上的。",
)
HEAVIEST = 130_000

_IMPORT = re.compile(r'^(?:import|export)\b.*?["\'](\./[^"\']+)["\']', re.MULTILINE)


def loaded_by(page: BuiltPage, course: Course) -> set[str]:
    """Return the files of the site that `page` loads, by their paths below its root, the page itself aside."""
    here = posixpath.dirname(page.name)
    named = {
        element.attributes.get("href") or element.attributes.get("src") or ""
        for element in page.document.by_tag("link", "script", "img")
        if element.tag != "link" or {"stylesheet", "icon"} & set(element.attributes.get("rel", "").split())
    }
    files = {posixpath.normpath(posixpath.join(here, name.partition("?")[0])) for name in named if _is_own(name)}
    chapter = course.chapter_of(page.source.path) if page.source is not None and page.source.questions else None
    if chapter is not None:
        files.add(f"assets/chapters/{chapter.slug}.json")
    return files


def _is_own(name: str) -> bool:
    return bool(name) and not re.match(r"(?:[a-z]+:|/)", name, re.IGNORECASE)


def weigh(page: BuiltPage, course: Course, site: Path) -> int:
    """Return the bytes of `page` and all that it loads from `site`, compressed as a server would."""
    files = {site / name for name in loaded_by(page, course)}
    files |= {module for file in files if file.suffix == ".js" and file.is_file() for module in _modules(file)}
    return len(gzip.compress(page.text.encode(), 9)) + sum(_compressed(file) for file in files if file.is_file())


@lru_cache(maxsize=256)
def _compressed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9))


@lru_cache(maxsize=256)
def _modules(script: Path) -> frozenset[Path]:
    """Return the modules that `script` imports, directly or by way of others."""
    found: set[Path] = set()
    waiting = [script]
    while waiting:
        here = waiting.pop()
        new = {(here.parent / name).resolve() for name in _IMPORT.findall(here.read_text(encoding="utf-8"))} - found
        found |= new
        waiting += [file for file in new if file.is_file()]
    return frozenset(found)


def check_page(page: BuiltPage, course: Course, site: Path) -> Iterator[Finding]:
    """Yield the page when it is too heavy."""
    weight = weigh(page, course, site)
    if weight > HEAVIEST:
        yield page.finding(WEIGHT, f"第一次打开这一页要下载 {weight // 1000} kB，超过 {HEAVIEST // 1000} kB。")


RULES = (WEIGHT,)
