"""Diagrams in an e-book: no custom properties, which many readers do not know, and a ground of their own.

A reader's night theme changes the colours of text and page, never those of a drawing, and mostly in silence. So a
drawing brings its light ground along, as a shape: a background set by a style sheet is what night themes remove
first. Readers that do tell of the dark find the dark colours in the style sheet, by the names written here.
"""

from __future__ import annotations

import re
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

SVG = "http://www.w3.org/2000/svg"

_PROPERTY = re.compile(r"var\(--fig-(?P<role>[\w-]+)\s*,\s*(?P<colour>[^()]*)\)")
_GROUND = {"width": "100%", "height": "100%", "rx": "6", "fill": "#FFFFFF", "class": "fill-bg"}
# Attributes for the renderer's own use; the one for people names the kind of diagram in English.
_INTERNAL = ("class", "data-id", "aria-roledescription")
# Labels are drawn 16 px high: a drawing that is measured in em grows with the reader's text.
_LABEL = 16


def adapt(content: HtmlElement) -> None:
    """Change every diagram in `content` into one that any reader shows as it is meant."""
    for drawing in content.iter(f"{{{SVG}}}svg"):
        _adapt(drawing)


def _adapt(drawing: Any) -> None:
    for halo in drawing.xpath(".//*[local-name()='text'][@fill='none']"):
        halo.getparent().remove(halo)  # the same words stand there once more, filled
    for part in drawing.iter(etree.Element):
        for name in _INTERNAL:
            part.attrib.pop(name, None)
        roles = [(name, _PROPERTY.fullmatch(part.get(name, ""))) for name in ("fill", "stroke")]
        for name, role in roles:
            if role:
                part.set(name, role["colour"])
        classes = [f"{name}-{role['role']}" for name, role in roles if role]
        if classes:
            part.set("class", " ".join(classes))
        if "style" in part.attrib:  # older readers know geometry as attributes only
            part.set("rx", re.sub(r"^rx:\s*|px$", "", part.attrib.pop("style")))
    drawing.find(f"{{{SVG}}}desc").addnext(etree.Element(f"{{{SVG}}}rect", _GROUND))
    drawing.set("style", f"width:{float(drawing.get('width')) / _LABEL:g}em")
