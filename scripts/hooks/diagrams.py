"""Diagrams in pages: a `mermaid` fence becomes an SVG drawn at build time, so no script runs for it."""

from __future__ import annotations

import re
from typing import Any

from pymdownx.superfences import SuperFencesException

from outputs.diagrams import DiagramError, render

_PLACEHOLDER = re.compile(r'<div class="diagram" data-diagram="(\d+)"></div>')

# A diagram may shrink to fit the screen while its labels of 16 px stay readable; then it scrolls.
SMALLEST = 0.78
# What a phone of 360 px leaves for a diagram inside its frame, in px.
NARROWEST_FRAME = 296

_drawn: list[str] = []


def fence(source: str, *args: Any, **options: Any) -> str:
    """Format one fence for pymdownx.superfences: a placeholder that `fill` replaces.

    The SVG stays out of the page until its HTML is final: an HTML parser would fold the case of its names.
    """
    try:
        _drawn.append(render(source))
    except DiagramError as error:
        raise SuperFencesException(str(error)) from error
    return f'<div class="diagram" data-diagram="{len(_drawn) - 1}"></div>'


def fill(html: str) -> str:
    """Return `html` with every placeholder replaced by its diagram, and forget the diagrams."""
    filled = _PLACEHOLDER.sub(lambda match: _figure(_drawn[int(match[1])]), html)
    _drawn.clear()
    return filled


def _figure(svg: str) -> str:
    width = re.search(r'\bwidth="([\d.]+)"', svg)
    least = round(float(width[1]) * SMALLEST) if width else 0
    # A wide diagram scrolls sideways in its frame; without a tab stop the keyboard could not reach it.
    reach = ' tabindex="0" role="group" aria-label="图，可左右滚动"' if least > NARROWEST_FRAME else ""
    sized = svg.replace("<svg ", f'<svg style="min-width:{least}px" ', 1)
    return f'<div class="diagram"{reach}>{sized}</div>'


def custom_fence() -> dict[str, Any]:
    """Return the entry for the `custom_fences` option of pymdownx.superfences."""
    return {"name": "mermaid", "class": "mermaid", "format": fence}
