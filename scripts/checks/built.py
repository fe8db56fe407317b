"""The pages of the built site, each with the source that a contributor would mend."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from checks.document import Document
from checks.findings import Finding, Rule
from course import Course, Page
from project import ROOT


@dataclass(frozen=True)
class BuiltPage:
    """One HTML file of the site.

    Attributes:
        name: path below the site's root.
        text: what is in it.
        source: the page that it was made from; None for what templates and redirects make.
        path, line: where a contributor mends what has no better place.
    """

    name: str
    text: str
    source: Page | None
    path: str
    line: int = 1

    @cached_property
    def document(self) -> Document:
        """The page as a browser parses it."""
        return Document(self.text)

    def finding(self, rule: Rule, message: str, *words: str) -> Finding:
        """Return a finding on the line of the source that holds the first of `words` to be found in it.

        What no line of it holds comes from a template or a hook; the page is named all the same.
        """
        if self.source is not None:
            for word in filter(None, words):
                if word in self.source.ids:
                    return Finding(rule, self.path, self.source.ids[word], message)
                line = next((i for i, text in enumerate(self.source.lines, 1) if word in text), None)
                if line is not None:
                    return Finding(rule, self.path, line, message)
        return Finding(rule, self.path, self.line, message)


def file_of(page: str) -> str:
    """Return the file, below the site's root, that the page at `page` below docs/ is built into."""
    stem = page.removesuffix(".md")
    return f"{stem}.html" if stem == "index" or stem.endswith("/index") else f"{stem}/index.html"


def read_built(course: Course, site: Path) -> Iterator[BuiltPage]:
    """Yield every HTML file of the site under `site`."""
    sources = {file_of(page.path): page for page in course.pages.values()}
    moved = {file_of(move.old): move.line for move in course.addresses.moves if "#" not in move.old}
    for file in sorted(site.rglob("*.html")):
        name = file.relative_to(site).as_posix()
        source = sources.get(name)
        if source is not None:
            path, line = f"docs/{source.path}", 1
        elif name in moved:
            path, line = "docs/addresses.yml", moved[name]
        else:
            path, line = f"overrides/{name}" if (ROOT / "overrides" / name).is_file() else "mkdocs.yml", 1
        yield BuiltPage(name, file.read_text(encoding="utf-8"), source, path, line)
