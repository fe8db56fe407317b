"""Chinese typography: AutoCorrect's rules, and the punctuation that it leaves alone, for the words of a source file.

AutoCorrect sees the words as a reader does, without emphasis, links and notes; what it changes is then woven back
between the markup. So it never touches code, addresses, ids, comments or the accepted answers of a blank.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache

import autocorrect_py as autocorrect

from course.pages import Page
from course.words import PieceKind, data_words, page_words, pieces

# The rules of AutoCorrect that suit the course. Off: blanks around brackets (ours are full-width) and around dashes,
# strokes and signs (总-分-总, 甲|乙, 720÷800＝90% stand as they are), and its lists of product names.
_RULES = {
    "space-word": 1,
    "space-punctuation": 0,
    "space-bracket": 0,
    "space-dash": 0,
    "space-backticks": 0,  # code is one word to us, and takes blanks as a word does
    "space-dollar": 0,
    "fullwidth": 1,
    "no-space-fullwidth": 1,
    "no-space-fullwidth-quote": 1,
    "halfwidth-word": 1,
    "halfwidth-punctuation": 1,
    "spellcheck": 0,
}
autocorrect.load_config(json.dumps({"rules": _RULES}))  # type: ignore[attr-defined]  # its stub forgets it

_HAN = r"\u3400-\u9fff\u3007"
_FULL = r"，。；：？！、（）《》“”‘’…—"
_OBJECT, _WIDE_BLANK, _WORD = "\ue000", "\ue001", "Z"
_BLANKS = " \t\u3000"
_PASSES = 5

# Words that nothing could be changed in, most of the course: a quick way past them.
_SETTLED = re.compile(rf"[{_HAN}，。；：？！、（）《》“”]*")
_ELLIPSIS = re.compile(rf"(?<=[{_HAN}”）》])(?:\.{{3,}}|。{{2,}}|…+)|(?:\.{{3,}}|…+)(?=[{_HAN}“])")
_DASH = re.compile(rf"(?<=[{_HAN}”）》])(?:--+|──+|－－+|―+)(?=[{_HAN}“（《])")
_FULL_WIDTH = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？"}
# What replaces one character by another, so that markup keeps its place.
_SIGNS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(rf"(?<=[{_HAN}”’）》？！])[,;:!?]"), lambda match: _FULL_WIDTH[match[0]]),
    (re.compile(rf"(?<=[{_HAN}])\.(?=$|[{_HAN}”’）])"), "。"),
    (re.compile(rf"(?<=[{_HAN}])[•・‧･](?=[{_HAN}])"), "·"),
    (re.compile(r"(?<=\d)~(?=\d)"), "～"),
    (re.compile(r"％"), "%"),
    (re.compile(r"「"), "“"),
    (re.compile(r"」"), "”"),
    (re.compile(r"『"), "‘"),
    (re.compile(r"』"), "’"),
    (re.compile(r"(?<=\d) +(?=%)"), ""),
    (re.compile(r"(?<=\S) {2,}(?=\S)"), " "),
    (re.compile(rf"^{_WIDE_BLANK}+"), ""),
)
_BRACKETS = re.compile(r"[(（]([^()（）]*)[)）]")
_STRAIGHT = re.compile(r"\"([^\"]*)\"")


def typeset(path: str, text: str, left: Iterable[int] = ()) -> str:
    """Return `text`, the source file `path`, in good typography; it has the same words on the same lines.

    Args:
        left: the numbers of lines that stay as they are.
    """
    lines = text.split("\n")
    page = Page(path, text) if path.endswith(".md") else None
    kept = set(left)
    for words in reversed(page_words(page) if page else tuple(data_words(lines))):
        wanted = set_words(words.text) if words.line not in kept else words.text
        if wanted != words.text:
            line = lines[words.line - 1]
            lines[words.line - 1] = line[: words.start] + wanted + line[words.start + len(words.text) :]
    for i, line in enumerate(lines):
        code = page is not None and i >= page.front_matter_end and not page.prose[i]
        if line[-1:] in _BLANKS and i + 1 not in kept and (not code or not line.strip()):
            lines[i] = line.rstrip(_BLANKS)
    return "\n".join(lines) + ("\n" if lines[-1] else "")


@lru_cache(maxsize=65536)
def set_words(text: str) -> str:
    """Return a stretch of words in good typography, its markup untouched."""
    if _SETTLED.fullmatch(text) and "。。" not in text:
        return text
    for _ in range(_PASSES):  # one mend makes room for the next: Ｃ类 → C类 → C 类
        before, text = text, _set_once(text)
        if text == before:
            break
    return text


def _set_once(text: str) -> str:
    parts = pieces(text)
    parts = [(kind, _DASH.sub("——", _ELLIPSIS.sub("……", part)) if kind == "text" else part) for kind, part in parts]
    seen = wanted = "".join("".join(_seen(kind, part)) for kind, part in parts)
    for pattern, new in _SIGNS:
        wanted = pattern.sub(new, wanted)
    wanted = _BRACKETS.sub(_full_brackets, wanted)
    if wanted.count('"') % 2 == 0:
        wanted = _STRAIGHT.sub(_curly_quotes, wanted)
    wanted = autocorrect.format(wanted)
    woven = _Read(parts).woven(wanted) if wanted != seen else None
    return "".join(part for _, part in parts) if woven is None else woven


def _seen(kind: PieceKind, part: str) -> list[str]:
    """Return the characters that AutoCorrect is to see for a piece of words."""
    if kind == "text":
        return list(part.replace("\u3000", _WIDE_BLANK))
    return {"word": [_WORD], "object": [_OBJECT]}.get(kind, [])


def _around(match: re.Match[str]) -> str:
    """Return the characters beside and inside `match`."""
    return match.string[max(match.start() - 1, 0) : match.end() + 1]


def _full_brackets(match: re.Match[str]) -> str:
    before, after = match.string[: match.start()].rstrip(), match.string[match.end() :]
    if re.search(r"[\w.)]$", before, re.ASCII) and re.match(r"[\w .,;)]", after, re.ASCII):
        return match[0]  # inside a foreign sentence or a formula
    mixed = (match[0][0] == "（") != (match[0][-1] == "）")
    chinese = re.search(rf"[{_HAN}]", match[0]) or (
        not re.search(r"[\w.)]$", before, re.ASCII) and re.search(rf"[{_HAN}{_FULL}]", _around(match))
    )
    return f"（{match[1]}）" if mixed or chinese else match[0]


def _curly_quotes(match: re.Match[str]) -> str:
    return f"“{match[1]}”" if re.search(rf"[{_HAN}{_FULL}]", _around(match)) else match[0]


class _Read:
    """A stretch as it is read, one character after the other, and the markup that stands before each of them."""

    def __init__(self, parts: list[tuple[PieceKind, str]]) -> None:
        self.signs: list[str] = []  # what AutoCorrect sees
        self.sources: list[str] = []  # what stands for it in the source
        self.markup: list[list[tuple[bool, str]]] = [[]]  # (whether it opens something, markup)
        seen: Counter[str] = Counter()
        for kind, part in parts:
            if kind in ("mark", "open", "close"):
                opens = kind == "open" or (kind == "mark" and seen[part] % 2 == 0)
                seen[part] += 1
                self.markup[-1].append((opens, part))
                continue
            self.signs += _seen(kind, part)
            self.sources += part if kind == "text" else [part]
            self.markup += ([] for _ in range(len(self.signs) + 1 - len(self.markup)))

    def woven(self, new: str) -> str | None:
        """Return `new` with the markup in its places; None when it is no mere change of blanks and signs."""
        out: list[str] = []
        at = 0
        for sign in new:
            while at < len(self.signs) and self.signs[at] != sign and self._is_blank(at) and sign != " ":
                self._drop_blank(out, at)
                at += 1
            if sign == " " and (at == len(self.signs) or self.signs[at] != " "):
                closing = [part for opens, part in self.markup[at] if not opens]
                self.markup[at] = [(opens, part) for opens, part in self.markup[at] if opens]
                out += [*closing, " "]
                continue
            if at == len(self.signs) or (self.signs[at] != sign and not _same_sign(self.signs[at], sign)):
                return None
            self._put_markup(out, at)
            out.append(self.sources[at] if self.signs[at] == sign else sign)
            at += 1
            while sign == " " and at < len(self.signs) and self.signs[at] == " ":
                self._drop_blank(out, at)
                at += 1
        for rest in range(at, len(self.signs)):
            if not self._is_blank(rest):
                return None
            self._drop_blank(out, rest)
        self._put_markup(out, len(self.signs))
        return "".join(out)

    def _is_blank(self, at: int) -> bool:
        return self.signs[at] in (" ", "\t", _WIDE_BLANK)

    def _drop_blank(self, out: list[str], at: int) -> None:
        """Leave out the blank `at`, unless it stands beside markup: **周三。** 开会 is no emphasis without it."""
        if self.markup[at] or self.markup[at + 1]:
            self._put_markup(out, at)
            out.append(self.sources[at])

    def _put_markup(self, out: list[str], at: int) -> None:
        out += [part for _, part in self.markup[at]]
        self.markup[at] = []


def _same_sign(old: str, new: str) -> bool:
    """Tell whether `new` may stand for `old`: signs for signs, and letters for their full-width forms alone."""
    if old.isalnum() or new.isalnum():
        return ord(old) - 0xFEE0 == ord(new)
    return old not in (_OBJECT, _WIDE_BLANK)
