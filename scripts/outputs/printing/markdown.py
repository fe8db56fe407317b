"""Markdown as the site renders it: the extensions and their settings are read from mkdocs.yml.

Every page becomes a tree whose ids are unique in the whole course and whose links name their target by page and
anchor, so that any number of pages can stand in one document.
"""

from __future__ import annotations

import posixpath
import re
from copy import deepcopy
from functools import cached_property
from typing import Any

from lxml import etree, html
from lxml.html import HtmlElement
from markdown import Markdown
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from pymdownx.superfences import SuperFencesException

from course import Course, Page
from failures import Failure
from hooks.joined_lines import JoinedLines
from outputs.diagrams import DiagramError, render
from outputs.reference import fill
from project import CONFIG

# How a link inside the course is written until a document is put together: scheme, page, anchor.
INSIDE = "course:"
_OUTSIDE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
# A paragraph that only leads on to the next page of the site.
_LEADS_ON = re.compile(r"^[上下]一[页章]：\[[^\]]*\]\([^)]*\)。?$", re.MULTILINE)


class Renderer:
    """Renders pages and pieces of Markdown; what it has rendered once, it remembers."""

    def __init__(self, course: Course) -> None:
        self.course = course
        self._pages: dict[str, HtmlElement] = {}
        self._drawings: list[str] = []

    @cached_property
    def config(self) -> MkDocsConfig:
        """The site's configuration."""
        return load_config(str(CONFIG))

    @cached_property
    def _markdown(self) -> Markdown:
        settings = {name: dict(options) for name, options in self.config.mdx_configs.items()}
        settings.setdefault("toc", {})["permalink"] = False
        fence = {"name": "mermaid", "class": "mermaid", "format": self._fence}
        settings.setdefault("pymdownx.superfences", {})["custom_fences"] = [fence]
        return Markdown(extensions=[*self.config.markdown_extensions, JoinedLines()], extension_configs=settings)

    def _fence(self, source: str, *args: Any, **options: Any) -> str:
        try:
            self._drawings.append(render(source))
        except DiagramError as error:
            raise SuperFencesException(str(error)) from error
        return f'<div class="diagram" data-diagram="{len(self._drawings) - 1}"></div>'

    def page(self, page: Page, course: Course | None = None) -> HtmlElement:
        """Return a `div` with the rendered `page`, free to be changed.

        A question is an empty `div` with the attribute `data-question`. Diagrams are SVG elements. Ids are
        those of `identity`, links inside the course those of `INSIDE`.

        Args:
            page: of the course.
            course: what the lists of a reference page are made from; the whole course by default.

        Raises:
            Failure: a diagram cannot be drawn, or a list has no such name.
        """
        if course is not None:
            return self._filled(page, course)
        if page.path not in self._pages:
            self._pages[page.path] = self._filled(page, self.course)
        return deepcopy(self._pages[page.path])

    def _filled(self, page: Page, course: Course) -> HtmlElement:
        try:
            markdown = fill(_body(page), course, page.path)
        except ValueError as error:
            raise Failure(f"{error}。请改正后再试。", 1) from error
        try:
            return self._render(markdown, page.path)
        except SuperFencesException as error:
            raise Failure(f"docs/{page.path}：{error}。请改正后再试；python3 scripts check 会指出行号。", 1) from error

    def piece(self, markdown: str, path: str = "") -> HtmlElement:
        """Return a `div` with a rendered piece of Markdown; its relative links are those of the page at `path`."""
        return self._render(markdown, path)

    def inline(self, markdown: str, path: str = "") -> HtmlElement:
        """Return a `span` with a rendered piece of Markdown that is one paragraph or less."""
        rendered = self._render(markdown, path)
        paragraph = rendered[0] if len(rendered) == 1 and rendered[0].tag == "p" else rendered
        paragraph.tag = "span"
        paragraph.tail = None
        return paragraph

    def address(self, path: str, anchor: str) -> str | None:
        """Return where the site shows the page at `path`; None when nobody has said where the site lives."""
        if not self.config.site_url:
            return None
        file = File(path, self.config.docs_dir, self.config.site_dir, self.config.use_directory_urls)
        return f"{self.config.site_url.rstrip('/')}/{file.url}{f'#{anchor}' if anchor else ''}".replace("/./", "/")

    def _render(self, markdown: str, path: str) -> HtmlElement:
        self._drawings.clear()
        content = self._markdown.reset().convert(markdown)
        root = html.fragment_fromstring(content, create_parent="div")
        for comment in root.xpath(".//comment()"):
            comment.drop_tree()
        for element in root.xpath(".//*[@id]"):
            element.set("id", identity(path, element.get("id")))
        for link in root.xpath(".//a[@href]"):
            link.set("href", _target(link.get("href"), path))
        for place in root.xpath(".//div[@data-diagram]"):
            # An HTML parser would fold the case of SVG's names: it joins the tree when HTML has been parsed.
            place.append(etree.fromstring(self._drawings[int(place.attrib.pop("data-diagram"))]))
        for cell in root.iter("th"):
            cell.set("scope", "col")
        return root


def identity(path: str, anchor: str) -> str:
    """Return the id that stands for `anchor` of the page at `path` in any document."""
    if anchor.startswith("q-"):  # questions have ids that are unique in the course
        return anchor
    page = path.removesuffix(".md").replace("/", "-")
    return f"{page}--{anchor}" if anchor else page


def _body(page: Page) -> str:
    """Return the Markdown of `page` without front matter, with a place for each question."""
    lines = list(page.lines)
    lines[: page.front_matter_end] = [""] * page.front_matter_end
    for question in page.questions:
        first, last = question.line - 1, question.end_line
        lines[first:last] = ["", f'<div data-question="{question.id}"></div>', ""] + [""] * (last - first - 3)
    return _LEADS_ON.sub("", "\n".join(lines))


def _target(address: str, path: str) -> str:
    if _OUTSIDE.match(address):
        return address
    page, _, anchor = address.partition("#")
    there = posixpath.normpath(posixpath.join(posixpath.dirname(path), page)) if page else path
    return f"{INSIDE}{there}#{anchor}"
