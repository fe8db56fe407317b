"""Traditional forms of the characters that the course is written in.

One table serves the search box (all characters of the pages) and the blanks of a page (its accepted answers). The
way back finds Traditional characters that slipped into a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from opencc import OpenCC

_HAN = re.compile(r"[\u3400-\u9fff]")
# Mainland and Taiwan habits differ for some characters; both are taken.
_CONVERTERS = (OpenCC("s2t"), OpenCC("s2tw"))
_SIMPLIFIER = OpenCC("t2s")


@lru_cache(maxsize=8192)
def _forms(character: str) -> frozenset[str]:
    forms = {converter.convert(character) for converter in _CONVERTERS}
    return frozenset(form for form in forms if len(form) == 1 and form != character)


def simplified_of(texts: Iterable[str]) -> dict[str, str]:
    """Return, for every Traditional form of a character in `texts`, the Simplified character, in code order."""
    characters = {character for text in texts for character in _HAN.findall(text)}
    pairs = {form: character for character in sorted(characters) for form in _forms(character)}
    # A form that the course itself writes stays what it is: 后 and 後 are two words, 后 alone is one.
    return {form: pairs[form] for form in sorted(pairs) if form not in characters}


def traditional_in(text: str) -> list[tuple[str, str]]:
    """Return the Traditional characters in `text`, each with its Simplified form, in the order of their first use.

    Words decide: 乾 is Traditional in 乾淨 and not in 乾坤.
    """
    simplified = _SIMPLIFIER.convert(text)
    if simplified == text or len(simplified) != len(text):
        return []
    return list(dict.fromkeys((a, b) for a, b in zip(text, simplified, strict=True) if a != b))
