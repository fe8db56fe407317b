"""Comparing Chinese text: how terms, answers and stems are matched."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# How a template marks what its author has yet to write, as in “（待填：题干）”.
UNFILLED = "（待填"

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""The shape of every id: lower-case letters and digits, words joined by hyphens."""


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return `text` as two spellings of the same words are compared.

    Full-width forms become half-width (NFKC), letters lower case; white space and the marks of Markdown
    emphasis go.
    """
    return re.sub(r"[\s*_`]+", "", unicodedata.normalize("NFKC", text)).lower()


@lru_cache(maxsize=16384)
def bare(text: str) -> str:
    """Return `text` folded and without punctuation: the letters, digits and characters that say something."""
    return re.sub(r"[\W_]+", "", fold(text))


_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def unspaced(text: str) -> str:
    """Return `text` without what typography alone may change: white space, and the width of ASCII characters.

    Less is folded than by `fold`: a question whose key was confirmed must not come to say something else, as 10²
    would by NFKC.
    """
    return "".join(text.translate(_HALF_WIDTH).split())


_BLANKS = re.compile(
    "[\\s\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2064\u3164\ufeff\uffa0]+"
)
_MARKS = str.maketrans({**dict.fromkeys("“”「」", '"'), **dict.fromkeys("‘’『』", "'"), **dict.fromkeys("•・‧･", "·")})
_DASHES = re.compile("[-—─―]{2,}")
_DOTS = re.compile(r"[.。…]+")
_RADICALS = re.compile("[\u2e80-\u2fdf\u31c0-\u31ef\uf900-\ufaff\U0002f800-\U0002fa1f]")


def wording(text: str) -> str:
    """Return `text` without all that good typography may change: of two that give the same, the words are the same.

    More is folded than by `unspaced`: quotation marks, dots and dashes of any make, invisible characters, radicals
    for the characters that they look like. Two texts are compared by it before one is written over the other.
    """
    text = _RADICALS.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    text = _BLANKS.sub("", text.translate(_HALF_WIDTH).translate(_MARKS))
    return _DOTS.sub(".", _DASHES.sub("--", text))
