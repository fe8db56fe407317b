"""What a page of paper needs of a document's HTML beyond styles: notes where they are cited, diagrams in ink."""

from __future__ import annotations

import base64
import re
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from outputs.printing.html import contents, element

_SVG = "{http://www.w3.org/2000/svg}"
# WeasyPrint resolves no custom properties inside SVG. These inks are told apart on a black-and-white printer.
_INKS = {
    "--fig-bg": "#ffffff",
    "--fig-ink": "#1f1f1f",
    "--fig-muted": "#4a4a4a",
    "--fig-line": "#4a4a4a",
    "--fig-surface": "#eef3f1",
    "--fig-surface-2": "#f6f1e8",
    "--fig-accent": "#0f5247",
}
_PROPERTY = re.compile(r"var\((--[\w-]+)\s*,\s*([^()]*)\)")
_QUOTES = re.compile(r"(?<=[\u3400-\u9fff])(?=[“‘])|(?<=[”’])(?=[\u3400-\u9fff])")
# A table of so few rows is not worth breaking.
_SHORT_TABLE = 8
# Labels are drawn 16 px high; on paper they are a little smaller than the text.
_SCALE = 0.76


def adapt(body: HtmlElement, sans: str) -> HtmlElement:
    """Return `body`, changed in place, ready for paged styles.

    Args:
        sans: the font family of labels in diagrams.
    """
    for notes in body.xpath(".//section[@class='notes']"):
        _place_notes(notes)
    for figure in body.find_class("figure-table"):
        figure.insert(0, figure.find("figcaption"))  # a table wears its caption on top
    for table in body.iter("table"):
        if len(table.xpath("./tbody/tr")) <= _SHORT_TABLE:
            table.classes.add("short")
    for drawing in list(body.iter(f"{_SVG}svg")):
        drawing.getparent().replace(drawing, _picture(drawing, sans))
    _allow_breaks(body)
    return body


def _allow_breaks(body: HtmlElement) -> None:
    """Allow a line to end before “ and after ”, which Unicode's rules for other languages forbid.

    The zero-width space that says so leaves no trace in the text of the PDF.
    """
    headings = set(body.xpath(".//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5]/descendant-or-self::*"))
    for part in body.iter(etree.Element):  # a bookmark, made of a heading, would keep the space
        if part.text and part not in headings:
            part.text = _QUOTES.sub("\u200b", part.text)
        if part.tail and part.getparent() not in headings:
            part.tail = _QUOTES.sub("\u200b", part.tail)


def _place_notes(notes: HtmlElement) -> None:
    """Put each note where it is first cited: a style sheet moves it to the foot of that page."""
    chapter = notes.getparent()
    for item in notes.iter("li"):
        # The id stays in the text: a link leads to the page of the citation, and the note stands at its foot.
        note = element("span", {"id": item.get("id")}, element("span", {"class": "footnote"}, *contents(item)))
        reference = chapter.xpath(".//a[@id=$id]", id=f"{item.get('id')}-back")[0]
        note.tail, reference.tail = reference.tail, None
        reference.getparent().replace(reference, note)
    for reference in chapter.find_class("noteref"):
        reference.set("class", "noteref noteref--again")
    notes.drop_tree()


def _picture(drawing: Any, sans: str) -> HtmlElement:
    """Return `drawing` as a picture in ink, described: styles of the page need not be computed for its parts."""
    for part in drawing.iter():
        for name, value in part.attrib.items():
            if "var(" in value:
                part.set(name, _PROPERTY.sub(lambda match: _INKS.get(match[1], match[2]), value))
        if "style" in part.attrib:  # WeasyPrint knows geometry as attributes only
            part.set("rx", re.sub(r"^rx:\s*|px$", "", part.attrib.pop("style")))
    for halo in drawing.xpath(".//*[local-name()='text'][@fill='none']"):
        halo.getparent().remove(halo)  # it would stand twice in the text of the page
    described = "：".join(drawing.findtext(f"{_SVG}{name}") for name in ("title", "desc"))
    drawing.set("font-family", sans)
    source = base64.b64encode(etree.tostring(drawing)).decode()
    width = float(drawing.get("width")) * _SCALE
    attributes = {"src": f"data:image/svg+xml;base64,{source}", "alt": described, "style": f"width:{width:.1f}px"}
    return element("img", attributes)
