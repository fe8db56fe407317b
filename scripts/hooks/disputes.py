"""Boxes of corrections in chapters: each leads to the list of all corrections, which leads back to it."""

from __future__ import annotations

import re

_TITLE = re.compile(r'(<div class="admonition dispute">\s*<p class="admonition-title">)(.*?)(</p>)', re.DOTALL)


def link_back(content: str, errata: str) -> str:
    """Return the rendered `content` with a link to `errata`, an address, in the title of every correction."""
    link = f' <a class="dispute__all" href="{errata}" data-search-exclude="true">总表</a>'
    return _TITLE.sub(lambda match: f"{match[1]}{match[2]}{link}{match[3]}", content)
