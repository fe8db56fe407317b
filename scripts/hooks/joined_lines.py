"""Joining source lines: a chapter has one sentence a line, Chinese text has no blank between sentences.

A browser shows the line end between two sentences as a blank, search indexes it, print stretches it. This
Markdown extension removes a line end wherever Chinese stands on both sides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3400-\u9fff\uf900-\ufaff"
_MARKS = (
    "\u3001-\u3003\u3008-\u3011\u3014-\u301f\u2014\u2018\u2019\u201c\u201d\u2026\uff01-\uff0f\uff1a-\uff20\uff3b\uff3d"
)
# Between two characters of Chinese, or beside a full-width mark, a line end means nothing.
_LINE_END = re.compile(
    rf"(?<=[{_HAN}{_MARKS}])[ \t]*\n[ \t]*(?=[{_HAN}{_MARKS}])|(?<=[{_MARKS}])[ \t]*\n[ \t]*|[ \t]*\n[ \t]*(?=[{_MARKS}])"
)
_KEPT = {"pre", "code", "script", "style", "textarea"}
_BOUNDARY = "\x00"


class _JoinLines(Treeprocessor):
    def run(self, root: Element) -> None:
        for block in root.iter():
            if block.text is not None or len(block):
                self._join(block)

    def _join(self, block: Element) -> None:
        """Join the lines in the text directly inside `block`, looking across its inline children."""
        places = [(block, "text"), *((child, "tail") for child in block)]
        if block.tag in _KEPT:
            return
        pieces = [getattr(element, name) or "" for element, name in places]
        for i, (element, name) in enumerate(places):
            if "\n" not in pieces[i]:
                continue
            before = _last(block[i - 1]) if i else ""
            after = _first(block[i]) if i < len(block) else ""
            joined = _LINE_END.sub("", f"{before}{_BOUNDARY}{pieces[i]}{_BOUNDARY}{after}".replace(_BOUNDARY, ""))
            setattr(element, name, joined[len(before) : len(joined) - len(after) if after else None])


def _texts(element: Element) -> Iterator[str]:
    return (text for text in element.itertext() if text)


def _first(element: Element) -> str:
    return next((text[0] for text in _texts(element)), "")


def _last(element: Element) -> str:
    texts = list(_texts(element))
    return texts[-1][-1] if texts else ""


class JoinedLines(Extension):
    """Markdown extension that removes line ends between Chinese characters."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Markdown's
        """Register the treeprocessor with `md`."""
        # After inline patterns (20) have made elements of emphasis and links, before pretty-printing (10).
        md.treeprocessors.register(_JoinLines(md), "joined_lines", 15)
