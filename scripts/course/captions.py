"""Captions of figures and tables: blocks of pymdownx below what they name.

/// figure-caption
    attrs: {id: fig-retention-steps}
客户保留的三步
///
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

_OPEN = re.compile(r"^\s*///+\s*(?P<kind>figure|table)-caption\b")
_CLOSE = re.compile(r"^\s*///+\s*$")
_ATTRIBUTES = re.compile(r"^\s*attrs:\s*\{(?P<attributes>.*)\}\s*$")
_ID = re.compile(r"\bid:\s*[\"']?(?P<id>[^\s,\"'}]+)")
_FENCE_END = re.compile(r"^\s*(`{3,}|~{3,})\s*$")
_IMAGE = re.compile(r"^\s*!\[")
_ROW = re.compile(r"^\s*\|.*\|\s*$")


@dataclass(frozen=True)
class Caption:
    """A caption.

    Attributes:
        id: as written; empty without one.
        above: what stands above it, its neighbour but for blank lines: a `figure` (a fence or an image), a `table`
            or something else, the empty string.
        above_line: the last line of that.
    """

    kind: Literal["figure", "table"]
    id: str
    text: str
    line: int
    end_line: int
    above: str
    above_line: int


def read_captions(lines: list[str]) -> Iterator[Caption]:
    """Yield the captions among the `lines` of a page; one that is never closed ends with the page."""
    start = None
    for i, line in enumerate(lines):
        match = _OPEN.match(line)
        if match and start is None:
            start, kind = i, match["kind"]
        elif start is not None and _CLOSE.match(line):
            yield _caption(lines, start, i, kind)
            start = None
    if start is not None:
        yield _caption(lines, start, len(lines) - 1, kind)


def _caption(lines: list[str], start: int, end: int, kind: str) -> Caption:
    id_, words = "", []
    for line in lines[start + 1 : end]:
        attributes = _ATTRIBUTES.match(line)
        if attributes:
            id_ = (_ID.search(attributes["attributes"]) or {"id": ""})["id"]
        elif line.strip():
            words.append(line.strip())
    before = start - 1
    while before >= 0 and not lines[before].strip():
        before -= 1
    shape = lines[before] if before >= 0 else ""
    above = "figure" if _FENCE_END.match(shape) or _IMAGE.match(shape) else "table" if _ROW.match(shape) else ""
    return Caption(
        "figure" if kind == "figure" else "table", id_, "".join(words), start + 1, end + 1, above, before + 1
    )
