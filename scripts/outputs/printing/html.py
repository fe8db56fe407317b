"""Small help for making HTML: lxml's builder with plain attributes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from lxml import html
from lxml.html import HtmlElement

Child: TypeAlias = "HtmlElement | str"


def element(tag: str, attributes: dict[str, str] | None = None, *children: Child) -> HtmlElement:
    """Return an element with `attributes` and `children`, strings and elements mixed."""
    made = html.Element(tag, attributes or {})
    append(made, children)
    return made


def append(parent: HtmlElement, children: Iterable[Child]) -> None:
    """Append `children`, strings and elements mixed, to `parent`."""
    for child in children:
        if not isinstance(child, str):
            parent.append(child)
        elif len(parent):
            parent[-1].tail = (parent[-1].tail or "") + child
        else:
            parent.text = (parent.text or "") + child


def contents(holder: HtmlElement) -> list[Child]:
    """Return what `holder` holds, text included, to be appended elsewhere."""
    found: list[Child] = [holder.text] if holder.text else []
    for child in list(holder):
        tail, child.tail = child.tail, None
        found.append(child)
        if tail:
            found.append(tail)
    return found


def prepend(parent: HtmlElement, *children: Child) -> None:
    """Put `children` before everything that `parent` holds."""
    rest = contents(parent)
    for child in list(parent):
        parent.remove(child)
    parent.text = None
    append(parent, [*children, *rest])
