"""The measure of a whole text: what a page says, line by line, and what of it a document has lost or moved."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course import Page

HAN = re.compile(r"[\u3400-\u9fff]")


def han(text: str) -> str:
    return "".join(HAN.findall(text))


def written_units(page: Page) -> Iterator[str]:
    """The Han characters of each line and each cell of a page's prose, what print puts elsewhere left out."""
    lines = list(page.prose)
    for question in page.questions:
        lines[question.line - 1 : question.end_line] = [""] * (question.end_line - question.line + 1)
    for waiver in page.waivers:  # they are for contributors
        lines[waiver.line - 1] = ""
    text = re.sub(r"(?ms)^/// .*?^///$", "", "\n".join(lines))  # captions: a table wears its own on top
    for line in text.split("\n"):
        if re.match(r"^\[\^|^[上下]一[页章]：\[", line):
            continue
        line = re.sub(r"\[\^[\w-]+\]", "", re.sub(r"\]\([^)]*\)", "]", line))
        yield from filter(None, map(han, line.split("|")))


def missing(units: list[str], text: str) -> list[str]:
    """The `units` that do not stand in `text` one after the other."""
    lost, at = [], 0
    for unit in units:
        found = text.find(unit, at)
        if found < 0:
            lost.append(unit)
        else:
            at = found + len(unit)
    return lost
