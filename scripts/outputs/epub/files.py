"""A document cut into files: one for each section, and of a chapter one for each of its pages and its answers.

A phone lays a file out as a whole before it shows the first line of it, so files are small. Notes stand at the end
of the file that cites them first, where readers look for what they show in a small window.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml.html import HtmlElement

from outputs.epub import figures
from outputs.epub.xhtml import TYPE
from outputs.printing.document import Document, Section
from outputs.printing.html import contents, element

ENDING = ".xhtml"
# What a section is: in EPUB's words, and in those of screen readers. Errata and index have names in both, but
# nobody does anything with the former, and for the latter readers expect a structure of its own.
_KINDS = {
    "preface": ("preface", "doc-preface"),
    "part": ("part", "doc-part"),
    "chapter": ("chapter", "doc-chapter"),
    "glossary": ("glossary", "doc-glossary"),
    "sources": ("bibliography", "doc-bibliography"),
    "colophon": ("colophon", "doc-colophon"),
}


@dataclass(frozen=True)
class File:
    """A file of the book.

    Attributes:
        name: without ending.
        kind: that of its section; `answers` for the answers of a chapter.
        title: its first heading, and behind it the one of the chapter that it continues.
    """

    name: str
    kind: str
    title: str
    content: HtmlElement

    @property
    def href(self) -> str:
        """Where other files find it."""
        return self.name + ENDING


def cut(document: Document) -> list[File]:
    """Return the files of `document` in order, without cover and contents; its own tree is left as it is."""
    files = [
        file
        for section in document.sections
        if section.kind not in ("cover", "contents")
        for file in _files(section, deepcopy(section.content))
    ]
    where = places(files)
    for file in files:
        for figure in file.content.find_class("figure-table"):
            figure.insert(0, figure.find("figcaption"))  # a table wears its caption on top
        for options in file.content.find_class("options"):
            options.tag = "ul"  # they bring their letters; a reader that ignores styles would number them too
        figures.adapt(file.content)
        for link in file.content.xpath(".//a[starts-with(@href, '#')]"):
            there = where[link.get("href")[1:]]
            link.set("href", link.get("href") if there == file.href else there + link.get("href"))
    return files


def places(files: list[File]) -> dict[str, str]:
    """Return, for every id in `files`, the file that holds it."""
    return {str(id_): file.href for file in files for id_ in file.content.xpath("descendant-or-self::*/@id")}


def _files(section: Section, content: HtmlElement) -> Iterator[File]:
    if section.kind in _KINDS:
        content.tag = "section"  # an article may not be a chapter in the words of screen readers
        content.set(TYPE, _KINDS[section.kind][0])
        content.set("role", _KINDS[section.kind][1])
    pieces = [(section.kind, content.get("id"), content)]
    if section.kind == "chapter":
        notes = content.xpath("./section[@class='notes']")
        answers = content.xpath("./section[@class='answers']")
        pages = content.xpath("./section[@class='page']")
        pieces += [(section.kind, page.get("id"), page) for page in pages]
        pieces += [("answers", piece.find("h2").get("id"), piece) for piece in answers]
        for piece in [*pages, *answers, *notes]:
            piece.drop_tree()
        _place_notes(notes, [piece for _, _, piece in pieces])
    chapter = _heading(content)
    for kind, name, piece in pieces:
        yield File(name, kind, chapter if piece is content else f"{_heading(piece)}（{chapter}）", piece)


def _heading(piece: HtmlElement) -> str:
    return " ".join(next(piece.iter("h1", "h2")).text_content().split())


def _place_notes(notes: list[HtmlElement], pieces: list[HtmlElement]) -> None:
    """Move each of `notes` to the end of the piece that cites it first."""
    waiting = {item.get("id"): item for block in notes for item in block.iter("li")}
    for piece in pieces:
        placed = []
        for reference in piece.find_class("noteref"):
            reference.set(TYPE, "noteref")
            note = waiting.pop(reference.get("href")[1:], None)
            if note is not None:
                placed.append(_note(note))
        if placed:
            title = element("p", {"class": "notes__title"}, "注释")
            piece.append(element("section", {"class": "notes", TYPE: "footnotes"}, title, *placed))


def _note(item: HtmlElement) -> HtmlElement:
    id_ = item.get("id")
    back = element("a", {"href": f"#{id_}-back", "role": "doc-backlink"}, item.get("value"))
    text = element("p", {}, back, " ", *contents(item))
    return element("aside", {"id": id_, TYPE: "footnote", "role": "doc-footnote"}, text)
