"""Punctuation: marks that come in pairs, and marks that stand twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from checks.findings import Finding, Rule
from course import Course, Page
from course.words import PieceKind, Words, page_words, pieces

PAIRS = Rule(
    "TEXT-11",
    "引号、括号、书名号成对，标点不重复。",
    "补上缺的一半，或删掉多出来的标点。",
    waivable=True,
)

_DOUBLED = re.compile(r"([，；：、])\1+|[，、；：][。！？]|[。！？][，、；：。]|[，、；：][，、；：]")
_PAIRS = (("“", "”"), ("（", "）"), ("《", "》"), ("‘", "’"), ("〔", "〕"), ("【", "】"))


def check(course: Course) -> Iterator[Finding]:
    """Yield every mark of punctuation that lacks its other half or stands twice."""
    for page in course.pages.values():
        for line, message in _page(page):
            yield Finding(PAIRS, f"docs/{page.path}", line, message)


@lru_cache(maxsize=256)
def _page(page: Page) -> tuple[tuple[int, str], ...]:
    return tuple(_slips(page))


def _slips(page: Page) -> Iterator[tuple[int, str]]:
    """Yield paragraphs in which a quotation mark or bracket stands alone, and doubled punctuation."""
    paragraph: list[Words] = []
    starts = {question.line for question in page.questions}
    asked = {n for question in page.questions for n in range(question.line, question.end_line + 1)} - starts
    for words in page_words(page):
        if paragraph and not _goes_on(paragraph[-1], words, asked):
            yield from _unpaired(paragraph)
            paragraph = []
        paragraph.append(words)
        read = "".join(part if kind == "text" else _GAP[kind] for kind, part in pieces(words.text))
        doubled = _DOUBLED.search(read)
        if doubled:
            yield words.line, f"标点重复：“{read[max(0, doubled.start() - 6) : doubled.end() + 4]}”。"
    yield from _unpaired(paragraph)


_GAP: dict[PieceKind, str] = {"word": "…", "object": "…", "mark": "", "open": "", "close": ""}


def _goes_on(before: Words, words: Words, asked: set[int]) -> bool:
    """Tell whether `words` belong to the paragraph of the stretch `before` it: in a question each line is its own."""
    if words.place != before.place:
        return False
    return words.line == before.line or (
        words.line == before.line + 1 and words.place == "prose" and words.line not in asked
    )


def _unpaired(paragraph: list[Words]) -> Iterator[tuple[int, str]]:
    whole = "".join(words.text for words in paragraph)
    for left, right in _PAIRS:
        if whole.count(left) == whole.count(right) and whole.find(left) <= whole.find(right):
            continue
        alone = 0  # the line of the outermost mark that is open, or of the one that closes nothing
        depth = 0
        for words in paragraph:
            for sign in re.findall(f"[{left}{right}]", words.plain):
                alone = words.line if depth == 0 else alone
                depth += 1 if sign == left else -1
                if depth < 0:
                    break
            if depth < 0:
                break
        if depth:
            yield alone, f"{left}和{right}不成对。"


RULES = (PAIRS,)
