"""An edition of a scope as one semantic HTML document, in sections that can also stand in files of their own."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from html import escape
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

from course import Chapter, Course
from outputs.downloads import EDITIONS
from outputs.printing import back, papers
from outputs.printing.chapters import chapter_article
from outputs.printing.html import contents, element
from outputs.printing.markdown import INSIDE, Renderer, identity
from outputs.printing.scope import BOOK_TITLE, Scope, part_title
from version import Version

# What an edition is read on. Texts about reading differ: paper has page numbers, a screen has links to touch.
MEDIA = ("paper", "screen")
LANGUAGE = "zh-CN"
PUBLISHER = "客户服务管理开放课程"

_TEXTS = Path(__file__).parent / "texts"
_READING = "<!-- reading -->"


@dataclass(frozen=True)
class Section:
    """One piece of a document.

    Attributes:
        kind: cover, preface, contents, part, chapter, paper, key, glossary, errata, sources, index or colophon.
        level: of its first heading in the outline: 1, or 2 for what stands in a part.
        content: the element; its id is the section's. Links to other sections are plain fragments.
    """

    kind: str
    level: int
    content: HtmlElement


@dataclass(frozen=True)
class Entry:
    """A line of the contents; `level` counts from 1 at the outermost heading."""

    level: int
    title: str
    id: str


@dataclass(frozen=True)
class Document:
    """An edition of a scope.

    Attributes:
        name: of its file, without an ending.
        title: for metadata and title bars.
        edition: one of `EDITIONS`.
        version: what the colophon tells.
        sections: in order.
    """

    name: str
    title: str
    edition: str
    scope: Scope
    version: Version
    sections: tuple[Section, ...]

    def body(self) -> HtmlElement:
        """Return all sections in a `body` of their own."""
        body = element("body", {"class": f"edition-{self.edition} scope-{self.scope.kind}"})
        body.extend(deepcopy(section.content) for section in self.sections)
        return body

    def html(self, body: HtmlElement | None = None) -> str:
        """Return the document as one HTML page without styles, with another `body` than its own if given."""
        head = f'<meta charset="utf-8"><title>{escape(self.title)}</title>'
        head += f'<meta name="author" content="{PUBLISHER}">'
        written = html.tostring(self.body() if body is None else body, encoding="unicode")
        return f'<!doctype html><html lang="{LANGUAGE}"><head>{head}</head>{written}</html>'


def outline(sections: list[Section] | tuple[Section, ...], deepest: int) -> list[Entry]:
    """Return the headings of `sections` that have an id, down to `deepest` levels of h1 to h6.

    Cover and contents are left out.
    """
    entries = []
    for section in sections:
        if section.kind in ("cover", "contents"):
            continue
        for heading in section.content.xpath(".//h1 | .//h2 | .//h3 | .//h4 | .//h5 | .//h6"):
            depth = int(heading.tag[1])
            if depth <= deepest and heading.get("id"):
                title = " ".join(heading.text_content().split())
                entries.append(Entry(section.level + depth - 1, title, heading.get("id")))
    return entries


class Maker:
    """Makes documents of one course for one of `MEDIA`; what several of them share is rendered once."""

    def __init__(self, course: Course, version: Version, medium: str = "paper") -> None:
        self.course = course
        self.version = version
        self.medium = medium
        self.renderer = Renderer(course)

    def document(self, scope: Scope, edition: str) -> Document:
        """Return `edition`, one of `EDITIONS`, of `scope`."""
        name = EDITIONS[edition]
        title = f"{scope.title} {name}" if scope.kind == "book" else f"{BOOK_TITLE} {scope.title} {name}"
        sections = self._sections(scope, edition)
        self._settle_links(sections, scope)
        return Document(f"{scope.name}-{edition}", title, edition, scope, self.version, tuple(sections))

    def _sections(self, scope: Scope, edition: str) -> list[Section]:
        # A chapter's paper and its key are sheets to hand out: no cover, nothing behind them.
        if edition != "reader" and scope.kind == "chapter":
            return [self._chapter(scope.chapters[0], edition, 1)]
        main = self._chapters(scope, edition)
        behind = self._behind(scope) if edition == "reader" else []
        preface = Section("preface", 1, self._preface(edition))
        closing = Section("colophon", 1, self._colophon(scope, edition))
        listed = [preface, *main, *behind, closing]
        deepest = 2 if scope.kind != "chapter" else 3
        return [
            Section("cover", 1, self._cover(scope, edition)),
            preface,
            Section("contents", 1, _contents(outline(listed, deepest))),
            *main,
            *behind,
            closing,
        ]

    def _chapters(self, scope: Scope, edition: str) -> list[Section]:
        if scope.kind == "chapter":
            return [self._chapter(scope.chapters[0], edition, 1)]
        sections = []
        for part in scope.restrict(self.course).syllabus.parts:
            if scope.kind == "book":
                sections.append(Section("part", 1, self._part(part.slug)))
            level = 2 if scope.kind == "book" else 1
            sections += [self._chapter(chapter, edition, level) for chapter in part.chapters]
        return sections

    def _chapter(self, chapter: Chapter, edition: str, level: int) -> Section:
        make = {"reader": chapter_article, "paper": papers.paper, "key": papers.key}[edition]
        content = make(self.renderer, chapter)
        heading = content.find(".//h1")
        if not heading.get("id"):
            heading.set("id", f"{content.get('id')}-title")
        return Section("chapter" if edition == "reader" else edition, level, content)

    def _part(self, slug: str) -> HtmlElement:
        part = next(part for part in self.course.syllabus.parts if part.slug == slug)
        heading = element("h1", {"id": f"part-{slug}-title"}, part_title(self.course, part))
        return element("section", {"class": "part", "id": f"part-{slug}"}, heading)

    def _behind(self, scope: Scope) -> list[Section]:
        made = {
            "glossary": back.glossary(self.renderer, scope),
            "errata": back.errata(self.renderer, scope),
            "sources": back.sources(self.renderer, scope),
            "index": back.index(self.renderer, scope, self.medium),
        }
        return [Section(kind, 1, content) for kind, content in made.items() if content is not None]

    def _cover(self, scope: Scope, edition: str) -> HtmlElement:
        lines = [element("p", {"class": "cover__course"}, BOOK_TITLE)] if scope.kind != "book" else []
        lines.append(element("p", {"class": "cover__title"}, scope.title))
        lines.append(element("p", {"class": "cover__edition"}, EDITIONS[edition]))
        lines.append(element("p", {"class": "cover__publisher"}, PUBLISHER))
        lines.append(element("p", {"class": "cover__version"}, self.version.line))
        return element("section", {"class": "cover", "id": "cover"}, *lines)

    def _preface(self, edition: str) -> HtmlElement:
        reading = (_TEXTS / f"reading-{self.medium}.md").read_text(encoding="utf-8")
        written = (_TEXTS / f"{edition}.md").read_text(encoding="utf-8")
        text = self.renderer.piece(written.replace(_READING, reading))
        for heading in text.xpath(".//h2"):
            heading.attrib.pop("id")
        title = element("h1", {"id": "preface-title"}, "编者说明")
        return element("article", {"class": "preface", "id": "preface"}, title, *contents(text))

    def _colophon(self, scope: Scope, edition: str) -> HtmlElement:
        rows = [("书名", f"{scope.title}（{EDITIONS[edition]}）"), ("编写", f"{PUBLISHER}的编写者")]
        rows.append(("版本", self.version.line))
        config = self.renderer.config
        rows += [(name, url) for name, url in (("网站", config.site_url), ("仓库", config.repo_url)) if url]
        rows.append(("许可", "CC BY-SA 4.0（知识共享 署名—相同方式共享 4.0 国际）"))
        rows.append(("制作", "由课程的 Markdown 源文件用程序排成；同一个版本，排出的文件逐字节相同。"))
        body = element("tbody")
        for name, text in rows:
            value = element("a", {"href": text}, text) if text.startswith("http") else text
            body.append(element("tr", {}, element("th", {"scope": "row"}, name), element("td", {}, value)))
        title = element("h1", {"id": "colophon-title"}, "版本说明")
        return element("article", {"class": "colophon", "id": "colophon"}, title, element("table", {}, body))

    def _settle_links(self, sections: list[Section], scope: Scope) -> None:
        """Point every link inside the course at its place in the document, at the site, or at nothing."""
        ids = {found for section in sections for found in section.content.xpath("descendant-or-self::*/@id")}
        for section in sections:
            for link in section.content.xpath(f".//a[starts-with(@href, '{INSIDE}')]"):
                path, _, anchor = link.get("href").removeprefix(INSIDE).partition("#")
                target = identity(path, anchor)
                if target in ids:
                    link.set("href", f"#{target}")
                    if not link.get("class"):
                        link.set("class", "see-page")
                    continue
                self._settle_outside(link, path, anchor, scope)

    def _settle_outside(self, link: HtmlElement, path: str, anchor: str, scope: Scope) -> None:
        chapter = self.course.chapter_of(path)
        if chapter and chapter not in scope.chapters and f"第 {chapter.number} 章" not in link.text_content():
            link.tail = f"（第 {chapter.number} 章）{link.tail or ''}"
        address = self.renderer.address(path, anchor)
        if address:
            link.set("href", address)
            link.set("class", "on-site")
        else:
            link.drop_tag()


def _contents(entries: list[Entry]) -> HtmlElement:
    items = element("ul")
    for entry in entries:
        link = element("a", {"href": f"#{entry.id}", "class": "contents__link"}, entry.title)
        items.append(element("li", {"class": f"contents__level-{entry.level}"}, link))
    title = element("h1", {"id": "contents-title"}, "目录")
    return element("nav", {"class": "contents", "id": "contents"}, title, items)
