"""Waivers: comments by which an author switches one rule off for one block, with the reason.

`<!-- allow: QUIZ-21 the reason -->` stands on a line of its own before the block: a question, a fence, a box, a
table, a list or a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WAIVER = re.compile(r"^\s*<!--\s*allow:\s*(?P<rule>[^\s，,：:]*)[\s，,：:]*(?P<reason>.*?)\s*-->\s*$")
_FENCE = re.compile(r"^\s*(`{3,}|~{3,})")
_BOX = re.compile(r"^(!!!|\?\?\?)")


@dataclass(frozen=True)
class Waiver:
    """A rule switched off on the lines `line`…`end_line`, its own comment's line included.

    Attributes:
        rule: the rule's id, as written.
        reason: why; empty when the author gives none.
    """

    rule: str
    reason: str
    line: int
    end_line: int


def read_waivers(lines: list[str], questions: dict[int, int]) -> Iterator[Waiver]:
    """Yield the waivers among the `lines` of a page.

    Args:
        questions: the last line of each question by its first line.
    """
    for number, text in enumerate(lines, 1):
        match = _WAIVER.match(text)
        if match:
            yield Waiver(match["rule"], match["reason"], number, _block_end(lines, number + 1, questions))


def _block_end(lines: list[str], start: int, questions: dict[int, int]) -> int:
    """Return the number of the last line of the block that begins at or after line `start`."""

    def line(number: int) -> str:
        return lines[number - 1] if number <= len(lines) else ""

    while start <= len(lines) and (not line(start).strip() or _WAIVER.match(line(start))):
        start += 1
    if start in questions:
        return questions[start]
    fence = _FENCE.match(line(start))
    end = start
    if fence:
        while end < len(lines) and not line(end + 1).strip().startswith(fence[1]):
            end += 1
        return min(end + 1, len(lines))
    inside_box = _BOX.match(line(start))
    for number in range(start + 1, len(lines) + 1):
        text = line(number)
        if inside_box and not text.strip():
            continue
        if not text.strip() or (inside_box and not text.startswith("    ")):
            break
        end = number
    return min(end, len(lines))
