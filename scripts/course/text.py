"""Comparing Chinese text: one folding rule for terms, answers and stems."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return `text` as two spellings of the same words are compared.

    Full-width forms become half-width (NFKC), letters lower case; white space and the marks of Markdown
    emphasis go.
    """
    return re.sub(r"[\s*_`]+", "", unicodedata.normalize("NFKC", text)).lower()


def squeeze(text: str) -> str:
    """Return `text` with every run of white space as one space and none at the ends."""
    return " ".join(text.split())
