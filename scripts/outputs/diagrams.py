"""Diagrams: Mermaid text in, SVG out, without a browser.

The renderer writes fixed colours. They are replaced by CSS custom properties that the style sheets define for
light, dark and print, each with the original colour as fallback for readers that know no custom properties.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache

from mermaid_render import convert

# The palette of mermaid-render's default theme, by what it is used for.
_ROLES = {
    "#ffffff": "--fig-bg",
    "#172d4a": "--fig-ink",
    "#596579": "--fig-muted",
    "#000000": "--fig-line",
    "#e5effa": "--fig-surface",
    "#f0f4fa": "--fig-surface-2",
    "#4472c4": "--fig-accent",
    "#4c78a8": "--fig-accent",
}
_COLOUR = re.compile(r'(?P<name>fill|stroke)="(?P<colour>#[0-9A-Fa-f]{6})"')


class DiagramError(ValueError):
    """A diagram that cannot be drawn, or that a screen reader could not tell of; the message says why."""


def described(source: str) -> tuple[str, str]:
    """Return the accessible title and description that the Mermaid text `source` gives; empty when missing."""
    title = re.search(r"^[ \t]*accTitle[ \t]*:(.*)$", source, re.MULTILINE)
    text = re.search(r"^[ \t]*accDescr[ \t]*(?::(.*)$|\{([^}]*)\})", source, re.MULTILINE)
    return title[1].strip() if title else "", (text[1] or text[2] or "").strip() if text else ""


@lru_cache(maxsize=512)
def render(source: str) -> str:
    """Return the SVG of the Mermaid text `source`: titled, described, coloured by custom properties.

    Raises:
        DiagramError: accTitle or accDescr is missing, or the text is no diagram that can be drawn.
    """
    if not all(described(source)):
        raise DiagramError("图里缺少 accTitle 或 accDescr")
    try:
        svg = convert(source).decode("utf-8")
    except Exception as error:  # the renderer documents no exceptions of its own
        raise DiagramError(f"图画不出来：{str(error).splitlines()[0]}") from error
    name = "d-" + hashlib.sha256(source.encode()).hexdigest()[:8]
    svg = svg.replace("pele-title", f"{name}-title").replace("pele-desc", f"{name}-desc")
    svg = _COLOUR.sub(_role, svg)
    # The outer style repeats the palette and asks for a Latin font; ours come from the style sheets.
    svg = re.sub(r'^(<svg\b[^>]*?) style="[^"]*"', r"\1", svg)
    return svg.replace('role="graphics-document document"', 'role="img"')


def _role(match: re.Match[str]) -> str:
    role = _ROLES.get(match["colour"].lower())
    return f'{match["name"]}="var({role},{match["colour"]})"' if role else match[0]
