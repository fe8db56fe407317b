"""Mends: what `check --fix` writes, as a pure function from a source file to the same file in order.

The rule about typography compares a file with its mend, so that the rule and the command can never disagree.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import zip_longest

from checks.characters import tidy
from checks.findings import Finding, Rule
from checks.typography import typeset
from course import Course, Page
from course.raw_file import RawFile, read_raw

TYPOGRAPHY = Rule(
    "TEXT-02",
    "标点、空格和全角半角照中文的习惯。",
    "运行 python3 scripts check --fix，会自动改好；在网页上写的，照提示改。",
    waivable=True,
)
KEY_FILE = "answer-key.yml"  # written by commands alone, in a shape of its own


def mended(file: RawFile) -> RawFile:
    """Return `file` in good typography, without stray characters; lines with a waiver of the rule keep theirs.

    A file that is no UTF-8 is returned as it is: its characters are for a person to restore.
    """
    if not file.readable or not file.path.endswith((".md", ".yml")) or file.path == KEY_FILE:
        return file
    text = tidy(file.text)
    left: set[int] = set()
    if file.path.endswith(".md"):
        waivers = [w for w in Page(file.path, text).waivers if w.rule == TYPOGRAPHY.id and w.reason]
        left = {line for waiver in waivers for line in range(waiver.line, waiver.end_line + 1)}
    return file.with_text(typeset(file.path, text, left))


def check(course: Course) -> Iterator[Finding]:
    """Yield every line whose typography a mend would change."""
    for file in read_raw(course.docs):
        if file.path.endswith((".md", ".yml")) and file.path != KEY_FILE:
            for number, message in _differences(file.path, file.text):
                yield Finding(TYPOGRAPHY, f"docs/{file.path}", number, message)


@lru_cache(maxsize=512)
def _differences(path: str, text: str) -> tuple[tuple[int, str], ...]:
    written = tidy(text)
    wanted = typeset(path, written)
    if wanted == written:
        return ()
    old, new = written.split("\n"), wanted.split("\n")
    found = [(i, _message(a, b)) for i, (a, b) in enumerate(zip(old, new, strict=False), 1) if a != b]
    if len(old) != len(new):
        found.append((min(len(old), len(new)), "文件末尾要有一个换行。"))
    return tuple(found)


def _message(old: str, new: str) -> str:
    """Say what a mend changes in the line `old`: from its first difference to its last, and a little around."""
    if old.rstrip() == new:
        return "行末有多余的空格。"
    ends = zip_longest(reversed(old), reversed(new))
    start = next(i for i, (a, b) in enumerate(zip_longest(old, new)) if a != b)
    tail = min(next(i for i, (a, b) in enumerate(ends) if a != b), len(old) - start, len(new) - start)
    begin = max(start - 4, 0)
    was, will = old[begin : len(old) - tail + 4], new[begin : len(new) - tail + 4]
    shown = [part if len(part) <= 40 else f"{part[:20]}……{part[-16:]}" for part in (was.strip(), will.strip())]
    return f"“{shown[0]}”应写成“{shown[1]}”。"


RULES = (TYPOGRAPHY,)
