"""The book as one file: its description, its cover, and everything packed in a fixed order with fixed times."""

from __future__ import annotations

import io
import re
import uuid
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timezone
from html import escape
from pathlib import Path
from string import Template

from lxml import etree

from outputs.downloads import EDITIONS
from outputs.epub import navigation, xhtml
from outputs.epub.files import cut, places
from outputs.printing.document import LANGUAGE, PUBLISHER, Document
from outputs.printing.html import element
from project import ROOT

# What the book is to shelves and readers, whatever its version: never to be changed.
IDENTIFIER = uuid.uuid5(uuid.NAMESPACE_URL, "urn:customer-service-course:book").urn
RIGHTS = "CC BY-SA 4.0 https://creativecommons.org/licenses/by-sa/4.0/deed.zh-hans"

_OPF = "http://www.idpf.org/2007/opf"
_DC = "http://purl.org/dc/elements/1.1/"
_CONTAINER = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>'
    "</container>\n"
)
_FOLDER = "book"
_COVER, _CONTENTS = "cover.xhtml", "contents.xhtml"
_TEXT = "application/xhtml+xml"
_ACCESSIBILITY = [
    ("schema:accessMode", "textual"),
    ("schema:accessMode", "visual"),
    ("schema:accessModeSufficient", "textual"),
    ("schema:accessibilityFeature", "alternativeText"),
    ("schema:accessibilityFeature", "displayTransformability"),
    ("schema:accessibilityFeature", "index"),
    ("schema:accessibilityFeature", "readingOrder"),
    ("schema:accessibilityFeature", "structuralNavigation"),
    ("schema:accessibilityFeature", "tableOfContents"),
    ("schema:accessibilityHazard", "none"),
    (
        "schema:accessibilitySummary",
        "全书是可以重新排版的文字，字体、字号和颜色由阅读软件决定。每张图都带标题和文字说明，表格有表头。"
        "目录通到每一节；题目和答案、正文和注释之间有来回的链接。没有声音、动画和脚本。",
    ),
]
_MARK = ROOT / "overrides" / ".icons" / "course" / "mark.svg"
_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Item:
    """A file in the package; `properties` as the manifest gives them, `read` whether pages turn to it."""

    href: str
    media_type: str
    data: bytes
    properties: str = ""
    read: bool = False


def write(document: Document, description: str, target: Path) -> int:
    """Write `document` to the file `target` and return how many files it holds.

    Args:
        description: of the book, for shops and shelves.
    """
    items = list(_items(document))
    entries = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": _CONTAINER.encode(),
        f"{_FOLDER}/package.opf": _package(document, description, items),
        **{f"{_FOLDER}/{item.href}": item.data for item in items},
    }
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(_packed(entries))
    return len(entries)


def _items(document: Document) -> Iterator[Item]:
    files = cut(document)
    nodes = navigation.tree(document, places(files))
    yield Item("cover.svg", "image/svg+xml", _cover(document), "cover-image")
    picture = element("img", {"src": "cover.svg", "alt": f"封面：{document.title}", "role": "doc-cover"})
    cover = element("section", {xhtml.TYPE: "cover", "class": "cover"}, picture)
    yield Item(_COVER, _TEXT, xhtml.page("封面", cover), "", True)
    contents = Item(
        _CONTENTS,
        _TEXT,
        xhtml.page("目录", navigation.contents_page(nodes, files, _COVER, _CONTENTS)),
        "nav",
        True,
    )
    for file in files:
        drawn = "svg" if file.content.xpath(".//*[local-name()='svg']") else ""
        yield Item(file.href, _TEXT, xhtml.page(file.title, file.content), drawn, True)
        if file.kind == "preface":  # the contents stand where the document has them
            yield contents
    yield Item("toc.ncx", "application/x-dtbncx+xml", xhtml.written(navigation.ncx(nodes, document.title, IDENTIFIER)))
    yield Item(xhtml.STYLES, "text/css", (_HERE / xhtml.STYLES).read_bytes().replace(b"\r\n", b"\n"))


def _cover(document: Document) -> bytes:
    mark = re.search(r'\bd="([^"]+)"', _MARK.read_text(encoding="utf-8"))
    assert mark is not None  # the mark is one path
    words = {
        "mark": mark[1],
        "title": escape(document.scope.title),
        "edition": EDITIONS[document.edition],
        "publisher": PUBLISHER,
        "version": escape(document.version.line),
    }
    return Template((_HERE / "cover.svg").read_text(encoding="utf-8")).substitute(words).encode()


def _package(document: Document, description: str, items: list[Item]) -> bytes:
    """Return the package document: who, what and when, all files, and the order in which they are read."""
    root = xhtml.start("package", _OPF, dc=_DC)
    root.set("version", "3.0")
    root.set("unique-identifier", "identifier")
    root.set("{http://www.w3.org/XML/1998/namespace}lang", LANGUAGE)
    metadata = etree.SubElement(root, f"{{{_OPF}}}metadata")
    for name, text in (
        ("identifier", IDENTIFIER),
        ("title", document.title),
        ("language", LANGUAGE),
        ("creator", f"{PUBLISHER}的编写者"),
        ("publisher", PUBLISHER),
        ("date", document.version.date),
        ("rights", RIGHTS),
        ("description", description),
    ):
        etree.SubElement(metadata, f"{{{_DC}}}{name}").text = text
    metadata[0].set("id", "identifier")
    modified = datetime.fromtimestamp(document.version.stamp, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    for name, text in [("dcterms:modified", modified), *_ACCESSIBILITY]:
        etree.SubElement(metadata, f"{{{_OPF}}}meta", property=name).text = text
    etree.SubElement(metadata, f"{{{_OPF}}}meta", name="cover", content=_id("cover.svg"))  # for readers of EPUB 2
    manifest = etree.SubElement(root, f"{{{_OPF}}}manifest")
    spine = etree.SubElement(root, f"{{{_OPF}}}spine", toc=_id("toc.ncx"))
    for item in items:
        attributes = {"id": _id(item.href), "href": item.href, "media-type": item.media_type}
        if item.properties:
            attributes["properties"] = item.properties
        etree.SubElement(manifest, f"{{{_OPF}}}item", attributes)
        if item.read:
            etree.SubElement(spine, f"{{{_OPF}}}itemref", idref=_id(item.href))
    return xhtml.written(root)


def _id(href: str) -> str:
    return href.replace(".", "-")


def _packed(entries: dict[str, bytes]) -> bytes:
    """Return the archive: the first entry stored, as EPUB demands, and nothing in it that depends on the machine."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in entries.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data, compresslevel=9)
    return packed.getvalue()
