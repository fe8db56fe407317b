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
