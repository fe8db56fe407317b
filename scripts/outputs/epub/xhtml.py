"""HTML trees as XHTML files: namespaces, and nothing that a reader which takes XHTML for HTML would trip over."""

from __future__ import annotations

from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from outputs.printing.document import LANGUAGE

XHTML = "http://www.w3.org/1999/xhtml"
EPUB = "http://www.idpf.org/2007/ops"
# The attribute by which EPUB tells what an element is.
TYPE = f"{{{EPUB}}}type"
STYLES = "book.css"

# Elements that HTML writes without an end tag.
_VOID = {"br", "hr", "img", "link", "meta"}


def page(title: str, content: HtmlElement) -> bytes:
    """Return an XHTML file of `title` whose body holds `content`, which is used up."""
    root = start("html", XHTML, epub=EPUB)
    root.set("lang", LANGUAGE)
    root.set("{http://www.w3.org/XML/1998/namespace}lang", LANGUAGE)
    head = etree.SubElement(root, f"{{{XHTML}}}head")
    etree.SubElement(head, f"{{{XHTML}}}title").text = title
    etree.SubElement(head, f"{{{XHTML}}}link", rel="stylesheet", type="text/css", href=STYLES)
    etree.SubElement(root, f"{{{XHTML}}}body").append(content)
    for part in root.iter(etree.Element):
        _settle(part)
    return written(root)


def start(name: str, namespace: str, **others: str) -> Any:
    """Return the root element `name` of an XML file, its names in `namespace`, with `others` by their prefixes."""
    known: Any = {None: namespace, **others}
    return etree.Element(f"{{{namespace}}}{name}", nsmap=known)


def written(root: Any) -> bytes:
    """Return the XML file with `root`, which needs a document type where it is a page."""
    doctype: Any = "<!DOCTYPE html>" if root.tag == f"{{{XHTML}}}html" else None
    data: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, doctype=doctype)
    return data + b"\n"


def _settle(part: Any) -> None:
    """Put an element without a namespace into that of XHTML; give one that is empty an end tag all the same."""
    if not part.tag.startswith("{"):
        part.tag = f"{{{XHTML}}}{part.tag}"
    name = etree.QName(part)
    if name.namespace == XHTML and name.localname not in _VOID and not len(part) and part.text is None:
        part.text = ""
