"""Terms in chapters: the first time a page speaks of one, it links to the glossary.

Chinese has no blanks between words, so a term is looked for anywhere in the running text, the longest first.
Headings, links, code, questions and answers stay as they are, and so does the section that teaches the term.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html
from lxml.html import HtmlElement, builder

from course import Term

_BLOCKS = {"p", "li", "td", "dd"}
_LEFT_ALONE = {"a", "code", "pre", "svg", "script", "style", "form", "label", "summary", "figcaption", "sup", "abbr"}
_LEFT_ALONE_CLASSES = {"question", "answers", "footnote", "admonition-title", "headerlink", "eyebrow", "lead"}


def link(content: str, terms: tuple[Term, ...], page: str, glossary: str) -> str:
    """Return the rendered `content` of `page` with the first mention of each term linked.

    Args:
        page: path below docs/; the terms that it teaches are not linked on it.
        glossary: address of the glossary page, relative to this page.
    """
    names = {name: term for term in terms if term.page != page for name in (term.name, *term.aliases)}
    if not names:
        return content
    pattern = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))
    root = html.fragment_fromstring(content, create_parent="div")
    seen: set[str] = set()
    for block in _running_text(root):
        for holder, part in _places(block):
            _link_in(holder, part, pattern, names, seen, glossary)
    return (root.text or "") + "".join(html.tostring(child, encoding="unicode") for child in root)


def _running_text(element: HtmlElement) -> Iterator[HtmlElement]:
    for child in element:
        if not isinstance(child.tag, str) or _is_left_alone(child):
            continue
        if child.tag in _BLOCKS:
            yield child
        else:
            yield from _running_text(child)


def _is_left_alone(element: HtmlElement) -> bool:
    return element.tag in _LEFT_ALONE or not _LEFT_ALONE_CLASSES.isdisjoint((element.get("class") or "").split())


def _places(element: HtmlElement) -> list[tuple[HtmlElement, str]]:
    """Return where text stands inside `element`: (element, "text") or (element, "tail")."""
    places = [(element, "text")]
    for child in element:
        if isinstance(child.tag, str) and not _is_left_alone(child):
            places += _places(child)
        places.append((child, "tail"))
    return places


def _link_in(
    holder: HtmlElement, part: str, pattern: re.Pattern[str], names: dict[str, Term], seen: set[str], glossary: str
) -> None:
    text = getattr(holder, part)
    if not text:
        return
    for match in pattern.finditer(text):
        term = names[match[0]]
        if term.id in seen:
            continue
        seen.add(term.id)
        anchor = builder.A({"class": "term", "href": f"{glossary}#{term.id}", "data-term": term.id}, match[0])
        anchor.tail = text[match.end() :]
        setattr(holder, part, text[: match.start()])
        if part == "text":
            holder.insert(0, anchor)
        else:
            holder.addnext(anchor)
        _link_in(anchor, "tail", pattern, names, seen, glossary)
        return
