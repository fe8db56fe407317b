"""Justified Chinese: WeasyPrint stretches blanks alone, and a line of Chinese has few of them or none.

With this module in place, a justified line grows evenly after every Chinese character and every blank but the
last, as typesetters do it. It replaces two functions inside WeasyPrint, which is pinned: that both are still
there, and that a page comes out justified, is tested.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.text.ffi import TO_UNITS, ffi, pango
from weasyprint.text.line_break import Layout, create_layout

# Dashes and dots that run on into their neighbour (—— ……) are left out.
_STRETCHES = re.compile(
    r"[ \u00a0\u2e80-\u2fdf\u3001-\u3029\u3400-\u9fff\uf900-\ufaff\uff01-\uff60\u2018\u2019\u201c\u201d\u00b7]"
)
_INVISIBLE = "\u200b"


def install() -> None:
    """Make WeasyPrint justify Chinese; calling it again changes nothing."""
    inline.justify_line = _justify_line
    Layout.reactivate = _reactivate


def _justify_line(context: Any, line: Any, extra_width: float) -> None:
    texts = [box for box in _texts(line) if box.text.strip(_INVISIBLE)]
    places = [len(_STRETCHES.findall(box.text)) for box in texts]
    if texts and _STRETCHES.match(texts[-1].text.rstrip(_INVISIBLE)[-1]):
        places[-1] -= 1  # nothing follows the last character of a line
    if sum(places):
        stretch = extra_width / sum(places)
        _spread(context, line, {id(box): (count, stretch) for box, count in zip(texts, places, strict=True)}, 0)


def _texts(box: Any) -> Iterator[Any]:
    for child in box.children:
        if isinstance(child, boxes.TextBox):
            yield child
        elif isinstance(child, boxes.InlineBox) and child.is_in_normal_flow():
            yield from _texts(child)


def _spread(context: Any, box: Any, places: dict[int, tuple[int, float]], advance: float) -> float:
    """Widen the text in `box` and move all that follows; return how far the end of `box` has moved."""
    if isinstance(box, boxes.TextBox):
        box.position_x += advance
        count, stretch = places.get(id(box), (0, 0.0))
        if count:
            layout = create_layout(box.text, box.style, context, None, stretch)
            layout.stretched_places = count
            layout.deactivate()
            box.pango_layout = layout
            box.width += count * stretch
            advance += count * stretch
    elif isinstance(box, boxes.LineBox | boxes.InlineBox):
        box.position_x += advance
        before = advance
        for child in box.children:
            if child.is_in_normal_flow():
                advance = _spread(context, child, places, advance)
        box.width += advance - before
    else:
        box.translate(advance, 0)
    return advance


def _reactivate(layout: Any, style: Any) -> None:
    """Set up `layout` to be drawn, with the places after its first characters widened."""
    layout.setup(style)
    layout.set_text(layout.text)
    left = getattr(layout, "stretched_places", 0)
    if not left:
        return
    # WeasyPrint sets this when it draws; set later, it would make Pango lay the text out anew.
    pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
    line, _ = layout.get_first_line()
    text = layout.text.encode()
    extra = round(layout.justification_spacing * TO_UNITS)
    run = line.runs
    while run != ffi.NULL and left:
        glyphs, start = run.data.glyphs, run.data.item.offset
        for i in range(glyphs.num_glyphs):
            at = start + glyphs.log_clusters[i]
            if left and _STRETCHES.match(text[at : at + 4].decode(errors="ignore")):
                glyphs.glyphs[i].geometry.width += extra
                left -= 1
        run = run.next
