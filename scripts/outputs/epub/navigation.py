"""What is where in the book: the contents of EPUB 3, landmarks, and the contents that older readers look for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from outputs.epub.files import File
from outputs.epub.xhtml import TYPE, start
from outputs.printing.document import Document, Entry, outline
from outputs.printing.html import element

NCX = "http://www.daisy.org/z3986/2005/ncx/"
# The contents list parts, chapters and their sections, as the printed ones do.
DEEPEST = 2
_LANDMARKS = (
    ("preface", "preface", "编者说明"),
    ("chapter", "bodymatter", "正文"),
    ("glossary", "glossary", "术语表"),
    ("sources", "bibliography", "资料来源"),
)


@dataclass
class Node:
    """A line of the contents, with its address and what stands under it."""

    title: str
    href: str
    below: list[Node] = field(default_factory=list)


def tree(document: Document, where: dict[str, str]) -> list[Node]:
    """Return the contents of `document`; `where` names the file of every id."""
    top: list[Node] = []
    open_: list[tuple[int, list[Node]]] = [(0, top)]
    for entry in outline(document.sections, DEEPEST):
        while open_[-1][0] >= entry.level:
            open_.pop()
        node = Node(entry.title, _address(entry, where))
        open_[-1][1].append(node)
        open_.append((entry.level, node.below))
    return top


def _address(entry: Entry, where: dict[str, str]) -> str:
    return f"{where[entry.id]}#{entry.id}"


def contents_page(nodes: Sequence[Node], files: Sequence[File], cover: str, own: str) -> HtmlElement:
    """Return the contents as readers show them and as machines read them.

    Args:
        cover, own: the addresses of the cover and of the contents themselves.
    """
    listed = element("nav", {TYPE: "toc", "role": "doc-toc", "id": "contents", "class": "contents"})
    listed.extend([element("h1", {}, "目录"), _items(nodes)])
    first = {file.kind: file for file in reversed(files)}
    marks = [("cover", cover, "封面"), ("toc", f"{own}#contents", "目录")]
    marks += [(type_, first[kind].href, title) for kind, type_, title in _LANDMARKS if kind in first]
    items = element("ol")
    for type_, href, title in marks:
        items.append(element("li", {}, element("a", {TYPE: type_, "href": href}, title)))
    landmarks = element("nav", {TYPE: "landmarks", "hidden": "hidden"}, element("h2", {}, "导览"), items)
    return element("div", {}, listed, landmarks)


def _items(nodes: Sequence[Node]) -> HtmlElement:
    items = element("ol")
    for node in nodes:
        item = element("li", {}, element("a", {"href": node.href}, node.title))
        if node.below:
            item.append(_items(node.below))
        items.append(item)
    return items


def ncx(nodes: Sequence[Node], title: str, identifier: str) -> Any:
    """Return the contents in the format of EPUB 2."""
    root = start("ncx", NCX)
    root.set("version", "2005-1")
    head = etree.SubElement(root, f"{{{NCX}}}head")
    etree.SubElement(head, f"{{{NCX}}}meta", name="dtb:uid", content=identifier)
    etree.SubElement(head, f"{{{NCX}}}meta", name="dtb:depth", content=str(_depth(nodes)))
    _labelled(etree.SubElement(root, f"{{{NCX}}}docTitle"), title)
    count = iter(range(1, 1_000_000))
    _points(etree.SubElement(root, f"{{{NCX}}}navMap"), nodes, lambda: next(count))
    return root


def _points(parent: Any, nodes: Sequence[Node], number: Callable[[], int]) -> None:
    for node in nodes:
        place = str(number())
        point = etree.SubElement(parent, f"{{{NCX}}}navPoint", id=f"n{place}", playOrder=place)
        _labelled(etree.SubElement(point, f"{{{NCX}}}navLabel"), node.title)
        etree.SubElement(point, f"{{{NCX}}}content", src=node.href)
        _points(point, node.below, number)


def _labelled(parent: Any, text: str) -> None:
    etree.SubElement(parent, f"{{{NCX}}}text").text = text


def _depth(nodes: Sequence[Node]) -> int:
    return 1 + max((_depth(node.below) for node in nodes), default=0) if nodes else 0
