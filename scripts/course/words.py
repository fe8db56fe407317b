"""The words of a page: which stretches of its source lines a reader reads, and what in them is markup.

Checks of spelling and typography look at these stretches alone, so code, comments, ids, addresses and the syntax of
lists, tables, boxes and diagrams never come before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from course.pages import LONGEST_LINE, Page

Place = Literal["prose", "heading", "title", "cell", "note", "figure", "meta"]
PieceKind = Literal["text", "mark", "open", "close", "word", "object"]

_META = re.compile(r"^(?:title|description):\s+(?P<q>[\"']?)(?P<words>.*?)(?P=q)\s*$")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SILENT = re.compile(r"^\s*(?:///.*|attrs:\s*\{.*|[-*_]{3,}|\|?[ :|-]*-{2,}[ :|-]*)\s*$")
_BOX = re.compile(r"^(?:!!!|\?\?\?\+?)\s+(?P<kind>[\w-]+)(?:\s+\"(?P<words>[^\"]*)\")?")
_NOTE = re.compile(r"^\[\^[\w-]+\]:\s*")
_PREFIX = re.compile(r"[ \t]*(?:(?:#{1,6}|[-*+](?:[ \t]+\[[ xX]\])?|\d+[.)]|>|:)[ \t]+)*")
# What ends a stretch: a tag, a comment, and in a table the border of a cell.
_TAG = re.compile(
    r"</?[A-Za-z][A-Za-z0-9-]*(?:\s+[A-Za-z:_-]+(?:=(?:\"[^\"<>]*\"|'[^'<>]*'|[\w./:?=&%#-]+))?)*\s*/?>|\x00+"
)
_TAG_OR_BORDER = re.compile(rf"{_TAG.pattern}|(?<!\\)\|")
_CODE = r"(?P<tick>`+)(?!`).+?(?<!`)(?P=tick)(?!`)"
_PIECE = re.compile(
    rf"(?P<word>{_CODE}|<https?://[^<>\s]+>|https?://[!-;=?-\]_a-z~]+)"
    r"|(?P<object>\[\[[^\[\]]*\]\]|&\w+;|\\.)"
    r"|(?P<close>\[\^[\w-]+\]|\]\([^)\s]*(?:\s+\"[^\"]*\")?\)(?:\{[^}]*\})?|\s*\{\s*[.#:][^}]*\}\s*$)"
    r"|(?P<open>!?\[(?=[^\[\]]*\]\())"
    r"|(?P<mark>(?:\*{1,3}|==|~~)(?=\S)|(?<=\S)(?:\*{1,3}|==|~~))"
)
_MARKUP = re.compile(r"[`<\[\]&\\{*=~]|https?:")  # no piece but text begins without one of these
_FIGURE = re.compile(
    r"^\s*acc(?:Title|Descr):\s*(?P<a>.*?)\s*$|\"(?P<b>[^\"]*)\"|\|(?P<c>[^|\"]+)\||>>?[+-]?\s*\w+:\s*(?P<d>.*?)\s*$"
)


@dataclass(frozen=True)
class Words:
    """A stretch of words on one source line, with the emphasis, links and notes in it.

    Attributes:
        text: as written.
        line: the line of the file; `start` is the column there, from 0.
        place: what they are part of.
        box: the kind of the box around them, empty outside any.
    """

    text: str
    line: int
    start: int
    place: Place = "prose"
    box: str = ""

    @property
    def plain(self) -> str:
        """The text as it is read: markup gone, code and blanks left out."""
        return "".join(text for kind, text in pieces(self.text) if kind == "text")


def pieces(text: str) -> list[tuple[PieceKind, str]]:
    """Cut a stretch of words into what it is made of; joined again the pieces give `text`.

    A `text` is read as it stands; a `word` is code or an address, read as one word; an `object` is read, too, but is
    none of a sentence's words (a blank); `mark`, `open` and `close` are markup that is not read: emphasis, the
    beginning of a link, and its end or a note.
    """
    if not _MARKUP.search(text):
        return [("text", text)]
    found: list[tuple[PieceKind, str]] = []
    at = 0
    for match in _PIECE.finditer(text):
        if match.start() > at:
            found.append(("text", text[at : match.start()]))
        kind: PieceKind = next(k for k in ("word", "object", "close", "open", "mark") if match[k] is not None)
        found.append((kind, match[0]))
        at = match.end()
    if at < len(text):
        found.append(("text", text[at:]))
    return found


@lru_cache(maxsize=256)
def page_words(page: Page) -> tuple[Words, ...]:
    """Return the stretches of words of `page` in the order of the source, front matter and diagrams included."""
    found = list(_meta(page))
    for diagram in page.diagrams:
        for i, line in enumerate(diagram.source.split("\n"), diagram.line + 1):
            for match in _FIGURE.finditer(line if len(line) < LONGEST_LINE else ""):
                group = match.lastgroup or "a"
                found += _stretches(match[group], i, match.start(group), "figure", "", _TAG)
    written = "\n".join(line if len(line) < LONGEST_LINE else "" for line in page.prose)
    prose = _COMMENT.sub(lambda m: re.sub(r"[^\n]", "\0", m[0]), written).split("\n")
    box = ""
    for number, line in enumerate(prose, 1):
        if not line.strip("\0 \t"):
            continue
        if not line.startswith("    "):
            box = ""
        found += _line(line, number, box)
        opened = _BOX.match(line)
        box = opened["kind"] if opened else box
    return tuple(sorted(found, key=lambda words: (words.line, words.start)))


def _meta(page: Page) -> Iterator[Words]:
    for number, line in enumerate(page.lines[: page.front_matter_end], 1):
        match = _META.match(line) if len(line) < LONGEST_LINE else None
        if match:
            yield Words(match["words"], number, match.start("words"), "meta")


def _line(line: str, number: int, box: str) -> Iterator[Words]:
    if _SILENT.match(line):
        return
    opened = _BOX.match(line)
    if opened:
        if opened["words"]:
            yield from _stretches(opened["words"], number, opened.start("words"), "title", opened["kind"], _TAG)
        return
    note = _NOTE.match(line)
    prefix = note or _PREFIX.match(line)
    start = prefix.end() if prefix else 0
    if line.lstrip().startswith("|"):
        yield from _stretches(line[start:], number, start, "cell", box, _TAG_OR_BORDER)
    else:
        place: Place = "note" if note else "heading" if line.startswith("#") else "prose"
        yield from _stretches(line[start:], number, start, place, box, _TAG)


def _stretches(text: str, line: int, start: int, place: Place, box: str, border: re.Pattern[str]) -> Iterator[Words]:
    """Yield the words between the borders in `text`, without the blanks around them."""
    at = 0
    code = [match.span() for match in re.finditer(_CODE, text)] if "`" in text else []
    borders = [m for m in border.finditer(text) if not any(a <= m.start() < b for a, b in code)]
    for stop, following in [*((m.start(), m.end()) for m in borders), (len(text), len(text))]:
        piece = text[at:stop]
        words = piece.strip(" \t")
        if words:
            yield Words(words, line, start + at + piece.index(words), place, box)
        at = following


_QUOTED = re.compile(r"“[^”]*”|《[^》]*》")


def unquoted(stretches: Iterable[Words]) -> Iterator[tuple[Words, str]]:
    """Yield each stretch with its plain text, in which what stands in quotation marks or is a title is blank.

    A quotation may run over the lines of a paragraph.
    """
    paragraph: list[Words] = []
    for words in stretches:
        if paragraph and (words.line > paragraph[-1].line + 1 or words.place != paragraph[-1].place):
            yield from _unquoted(paragraph)
            paragraph = []
        paragraph.append(words)
    yield from _unquoted(paragraph)


def _unquoted(paragraph: list[Words]) -> Iterator[tuple[Words, str]]:
    text = "\n".join(words.plain for words in paragraph)
    blanked = _QUOTED.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    yield from zip(paragraph, blanked.split("\n"), strict=False)


_DATA = re.compile(r"^\s*(?:- )?(?:title|term|definition|also|terms):\s+(?P<value>.*?)\s*$")
_ITEM = re.compile(r"\"(?P<quoted>[^\"]*)\"|(?P<bare>[^,\[\]\"]+)")


def data_words(lines: list[str]) -> Iterator[Words]:
    """Yield the stretches of words in the `lines` of a data file: titles, terms and definitions."""
    for number, line in enumerate(lines, 1):
        match = _DATA.match(line) if len(line) < LONGEST_LINE else None
        if match is None:
            continue
        value, start = match["value"], match.start("value")
        if value.startswith("["):
            for item in _ITEM.finditer(value):
                group = item.lastgroup or "bare"
                yield from _stretches(item[group], number, start + item.start(group), "meta", "", _TAG)
        elif value[:1] in "\"'" and value[-1:] == value[:1] and len(value) > 1:
            yield Words(value[1:-1], number, start + 1, "meta")
        elif value and value[0] not in "|>&*!#{":
            yield Words(value, number, start, "meta")
