"""Addresses that have moved: whoever comes to an old one is led on, with scripts and without.

A page that is gone leaves a small page at its old address. An id that moved within its page becomes an anchor
before its new place; one that moved to another page, a line with the link at the end of the old page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.utils import get_relative_url

from course import Course, Move
from hooks import document

_STUB = """\
<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<meta name="description" content="这一页已经搬家，这里写着它的新地址。">
{head}<title>这一页搬家了 - {site}</title>
<link rel="icon" href="{root}assets/images/favicon.svg">
<link rel="stylesheet" href="{root}assets/css/moved.css">
<script type="module" src="{root}assets/js/moved.js"></script>
</head>
<body>
<main>
<h1>这一页搬家了</h1>
<p>现在在这里：<a id="new-address" href="{target}">{title}</a></p>
{ids}</main>
</body>
</html>
"""


def stubs(course: Course, config: MkDocsConfig, url_of: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Yield file and content of a page for every page that has moved; a redirect that leads nowhere is left out.

    Args:
        url_of: gives the address of a page, relative to the site's root, for its path below docs/; empty for one
            that is not there.
    """
    for move in course.addresses.moves:
        target = move.new.partition("#")[0]
        if "#" in move.old or move.old in course.pages or target not in course.pages:
            continue
        old = File(move.old, config.docs_dir, config.site_dir, config.use_directory_urls)
        yield old.dest_uri, document.add_policy(_stub(course, config, move, old.url, url_of))


def _stub(course: Course, config: MkDocsConfig, move: Move, url: str, url_of: Callable[[str], str]) -> str:
    target = _href(move.new, url, url_of)
    ids = [other for other in course.addresses.moves if other.old.startswith(f"{move.old}#")]
    items = "".join(
        f'<li><a id="{escape(other.old.partition("#")[2])}" href="{escape(_href(other.new, url, url_of))}">'
        f"{_title(course, other.new)}</a></li>\n"
        for other in ids
        if other.new.partition("#")[0] in course.pages
    )
    head = ""
    if config.site_url:
        head += f'<link rel="canonical" href="{escape(config.site_url + url_of(move.new.partition("#")[0]))}">\n'
    if not items:  # a refresh forgets which section was asked for; where they parted, the reader must choose
        head += f'<noscript><meta http-equiv="refresh" content="0; url={escape(target)}"></noscript>\n'
    return _STUB.format(
        head=head,
        site=escape(config.site_name),
        root=get_relative_url(".", url).rstrip("/") + "/",
        target=escape(target),
        title=_title(course, move.new),
        ids=f"<p>其中有几节去了别处：</p>\n<ul>\n{items}</ul>\n" if items else "",
    )


def mark(content: str, course: Course, page: str, url_of: Callable[[str], str]) -> str:
    """Return the rendered `content` of `page` with a place for every id that has moved away from there."""
    notes = []
    for move in course.addresses.moves:
        path, _, id_ = move.old.partition("#")
        target, _, new_id = move.new.partition("#")
        if path != page or not id_ or target not in course.pages:
            continue
        if target == page:
            anchor = f'<span id="{escape(id_)}"></span>'
            place = re.search(rf'<[a-z][\w-]*\b[^>]*?\sid="{re.escape(new_id)}"', content) if new_id else None
            at = place.start() if place else 0
            content = content[:at] + anchor + content[at:]
        else:
            link = f'<a href="{escape(_href(move.new, url_of(page), url_of))}">{_title(course, move.new)}</a>'
            notes.append(f'<p id="{escape(id_)}">你要找的那一节搬家了，现在在这里：{link}</p>')
    if notes:
        content += '\n<div class="moved" data-search-exclude="true">\n' + "\n".join(notes) + "\n</div>\n"
    return content


def _href(address: str, start: str, url_of: Callable[[str], str]) -> str:
    path, mark, id_ = address.partition("#")
    return get_relative_url(url_of(path), start) + mark + id_


def _title(course: Course, address: str) -> str:
    """Return the words for a link to `address`: the heading of a section, else the title of the page."""
    path, _, id_ = address.partition("#")
    headings = course.pages[path].headings
    found = next((heading for heading in headings if heading.id == id_), None) or next(iter(headings), None)
    return escape(re.sub(r"[*`]", "", found.title)) if found else escape(path)
