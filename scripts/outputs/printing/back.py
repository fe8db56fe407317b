"""Behind the chapters: glossary, corrections, sources, and the index of terms."""

from __future__ import annotations

import re
from itertools import groupby

from lxml.html import HtmlElement

from course import Course
from outputs.printing.html import contents, element
from outputs.printing.markdown import INSIDE, Renderer, identity
from outputs.printing.scope import Scope

_GLOSSARY, _ERRATA, _SOURCES = "reference/glossary.md", "reference/errata.md", "reference/sources.md"
# The Chinese characters of everyday use stand in GB 2312 in the order of their reading; these are the first of
# each letter. No reading begins with I, U or V.
_FIRST_OF_LETTER = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
_LETTERS = "ABCDEFGHJKLMNOPQRSTWXYZ"
_LAST_EVERYDAY = "座"
_INDEX_USE = {"paper": "条目后面的数字是讲授这个术语的一节所在的页。", "screen": "点一个条目，就到讲授这个术语的一节。"}
_INDEX_ORDER = "条目按首字的读音排列，读音取自国家标准 GB 2312 的字序：多音字只取其中一个读音，生僻字排在最后。"


def reference_article(renderer: Renderer, scope: Scope, path: str) -> HtmlElement | None:
    """Return the reference page at `path`, its lists made for `scope`; None when it lists nothing there."""
    page = renderer.course.pages.get(path)
    if page is None:
        return None
    course = scope.restrict(renderer.course)
    rendered = renderer.page(page, course)
    if scope.kind != "book":
        _keep_rows(rendered, {str(chapter.number) for chapter in scope.chapters})
    for link in rendered.xpath(".//a[.='回到正文']"):
        link.text = "见正文"
        link.set("class", "page-reference")
    article = element("article", {"class": "reference", "id": identity(path, "")}, *contents(rendered))
    kind = "to-chapter" if path == _SOURCES else "page-reference"  # 第 9 章 says enough behind each work
    for link in article.xpath(".//ul/li/a[starts-with(@href, $inside)]", inside=INSIDE):
        link.set("class", kind)
    return article


def _keep_rows(rendered: HtmlElement, chapters: set[str]) -> None:
    """Drop the rows of a table by chapter that belong to other chapters, and its section when none is left."""
    for table in rendered.xpath(".//table[.//th[1][.='章']]"):
        for row in table.xpath("./tbody/tr"):
            if (row[0].text or "").strip() not in chapters:
                row.drop_tree()
        if not table.xpath("./tbody/tr"):
            heading = table.xpath("(ancestor::figure | .)[1]/preceding-sibling::h2[1]")[0]
            while (following := heading.getnext()) is not None and following.tag != "h2":
                following.drop_tree()
            heading.drop_tree()


def glossary(renderer: Renderer, scope: Scope) -> HtmlElement | None:
    """Return the terms of `scope` with their definitions, in the order of the course."""
    return reference_article(renderer, scope, _GLOSSARY) if scope.restrict(renderer.course).glossary else None


def errata(renderer: Renderer, scope: Scope) -> HtmlElement | None:
    """Return the list of corrections in `scope`."""
    return reference_article(renderer, scope, _ERRATA)


def sources(renderer: Renderer, scope: Scope) -> HtmlElement | None:
    """Return what the course rests on: the notes, and the literature that `scope` cites."""
    return reference_article(renderer, scope, _SOURCES)


def index(renderer: Renderer, scope: Scope, medium: str) -> HtmlElement | None:
    """Return the index of terms for one of the document's media; None without any."""
    entries = sorted(_entries(scope.restrict(renderer.course)), key=lambda entry: order(entry[0]))
    if not entries:
        return None
    article = element("article", {"class": "index", "id": "index"}, element("h1", {"id": "index-title"}, "索引"))
    article.append(element("p", {"class": "index__note"}, _INDEX_USE[medium] + _INDEX_ORDER))
    columns = element("div", {"class": "index__columns"})
    for letter, members in groupby(entries, key=lambda entry: initial(entry[0])):
        columns.append(element("p", {"class": "index__letter"}, letter))
        items = element("ul")
        for name, instead, target in members:
            link = element("a", {"class": "page-number", "href": f"#{target}"}, name)
            item = element("li", {}, link)
            if instead:
                link.tail = f"（{instead}）"
            items.append(item)
        columns.append(items)
    article.append(columns)
    return article


def _entries(course: Course) -> list[tuple[str, str, str]]:
    """Return (entry, main name if it is another, id) for every term and its other names."""
    return [
        (name, "" if name == term.name else term.name, identity(term.page, term.anchor))
        for term in course.glossary
        for name in (term.name, *term.aliases)
    ]


def order(name: str) -> tuple[bool, bytes]:
    """Return the key by which terms are sorted: Latin first, then by reading."""
    plain = re.sub(r"[\s“”《》·]", "", name).lower()
    return not plain[:1].isascii(), plain.encode("gb18030")


def initial(name: str) -> str:
    """Return the heading under which `name` stands in the index."""
    first = re.sub(r"[\s“”《》·]", "", name)[:1]
    if first.isascii():
        return "西文与数字"
    code = first.encode("gb18030")
    if not _FIRST_OF_LETTER[0].encode("gb18030") <= code <= _LAST_EVERYDAY.encode("gb18030"):
        return "其他"
    return [
        letter for letter, start in zip(_LETTERS, _FIRST_OF_LETTER, strict=True) if start.encode("gb18030") <= code
    ][-1]
