"""A built page as a browser's parser meets it: its elements with their lines, and every slip of its markup.

HTML forgives nearly everything, each browser and each reader's tool in its own way; what leaves nothing to forgive
is shown alike by all of them. The rules are those of the HTML standard for tags that close, nest and repeat.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_FOREIGN = {"svg", "math"}
# Elements whose end tag may be left out, and the tags before which it is.
_CLOSED_BY = {
    "li": {"li"},
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
    "tr": {"tr", "tbody", "tfoot"},
    "td": {"td", "th", "tr", "tbody", "tfoot"},
    "th": {"td", "th", "tr", "tbody", "tfoot"},
    "thead": {"tbody", "tfoot"},
    "tbody": {"tbody", "tfoot"},
    "tfoot": set(),
    "option": {"option", "optgroup"},
    "p": {
        "address",
        "article",
        "aside",
        "blockquote",
        "details",
        "div",
        "dl",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "search",
        "section",
        "table",
        "ul",
    },
    "html": set(),
    "head": {"body"},
    "body": set(),
}
_BLOCKS = _CLOSED_BY["p"]
_PHRASING = {
    "a",
    "abbr",
    "b",
    "button",
    "cite",
    "code",
    "del",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "i",
    "ins",
    "kbd",
    "label",
    "mark",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "u",
}
_TRANSPARENT = {"a", "del", "ins"}  # they may hold what their parents may
_NOT_IN_ITSELF = {"a", "button", "form", "label"}
_CHILDREN = {
    "ul": {"li"},
    "ol": {"li"},
    "dl": {"dt", "dd", "div"},
    "table": {"caption", "colgroup", "thead", "tbody", "tfoot", "tr"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tfoot": {"tr"},
    "tr": {"td", "th"},
}
_PARENTS = {"li": {"ul", "ol", "menu"}, "td": {"tr"}, "th": {"tr"}, "tr": {"table", "thead", "tbody", "tfoot"}}
_NAMED = {"a", "button", "h1", "title", "summary"}


@dataclass
class Element:
    """An element.

    Attributes:
        text: the words inside, for elements that need some; alternative texts and titles of pictures count.
    """

    tag: str
    attributes: dict[str, str]
    line: int
    parent: Element | None = field(repr=False)
    text: str = ""

    @property
    def classes(self) -> list[str]:
        """The element's classes."""
        return self.attributes.get("class", "").split()

    def within(self, tag: str) -> bool:
        """Tell whether the element stands inside a `tag`."""
        return self.parent is not None and (self.parent.tag == tag or self.parent.within(tag))


@dataclass(frozen=True)
class Slip:
    """A slip of markup: what is wrong, and with which element."""

    message: str
    element: Element


class Document(HTMLParser):
    """A parsed page: `elements` in order, `slips` of their markup."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.slips: list[Slip] = []
        self._open: list[Element] = []
        self._foreign = 0
        self.feed(text)
        self.close()
        for element in self._open:
            if element.tag not in _CLOSED_BY:
                self._slip(f"<{element.tag}> 没有结束标签", element)

    def by_tag(self, *tags: str) -> Iterator[Element]:
        """Yield the elements named `tags`."""
        return (element for element in self.elements if element.tag in tags)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an opening tag; the parser calls it."""
        self._start(tag, attrs, closed=False)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a tag that ends itself; the parser calls it."""
        self._start(tag, attrs, closed=True)

    def handle_data(self, data: str) -> None:
        """Take text; the parser calls it."""
        if not data.isspace():
            self._say(data)

    def handle_endtag(self, tag: str) -> None:
        """Take a closing tag; the parser calls it."""
        place = next((i for i in range(len(self._open) - 1, -1, -1) if self._open[i].tag == tag), None)
        if tag in _VOID or place is None:
            stray = Element(tag, {}, self.getpos()[0], self._open[-1] if self._open else None)
            self._slip(f"多出一个 </{tag}>", stray)
            return
        for element in self._open[place + 1 :]:
            if element.tag not in _CLOSED_BY:
                self._slip(f"<{element.tag}> 没有在 </{tag}> 之前结束", element)
        self._close(place)

    def _start(self, tag: str, attrs: list[tuple[str, str | None]], closed: bool) -> None:
        if not self._foreign:
            while self._open and tag in _CLOSED_BY.get(self._open[-1].tag, ()):
                self._close(len(self._open) - 1)
        parent = self._open[-1] if self._open else None
        element = Element(tag, {name: value or "" for name, value in reversed(attrs)}, self.getpos()[0], parent)
        self.elements.append(element)
        if len(element.attributes) < len(attrs):
            twice = next(name for i, (name, _) in enumerate(attrs) if name in [other for other, _ in attrs[:i]])
            self._slip(f"<{tag}> 的 {twice} 写了两次", element)
        if self._foreign == 0:
            self._nesting(element, parent)
            if closed and tag not in _VOID | _FOREIGN:
                self._slip(f"<{tag}/> 不能这样结束", element)
                closed = False
        self._say(element.attributes.get("alt", "") if tag == "img" else "")
        if not closed and (self._foreign or tag not in _VOID):
            self._open.append(element)
            self._foreign += tag in _FOREIGN

    def _nesting(self, element: Element, parent: Element | None) -> None:
        tag = element.tag
        if parent is None:
            return
        holder: Element | None = parent
        while holder is not None and holder.tag in _TRANSPARENT:
            holder = holder.parent
        if tag in _BLOCKS and holder is not None and holder.tag in _PHRASING:
            self._slip(f"<{tag}> 不能放在 <{holder.tag}> 里", element)
        elif tag in _BLOCKS and any(other.tag == "p" for other in self._open):
            self._slip(f"<{tag}> 不能放在 <p> 里", element)
        elif parent.tag in _CHILDREN and tag not in _CHILDREN[parent.tag] | {"script", "template"}:
            self._slip(f"<{tag}> 不能直接放在 <{parent.tag}> 里", element)
        elif tag in _PARENTS and parent.tag not in _PARENTS[tag]:
            self._slip(f"<{tag}> 不能放在 <{parent.tag}> 里", element)
        elif tag in _NOT_IN_ITSELF and element.within(tag):
            self._slip(f"<{tag}> 里又有一个 <{tag}>", element)
        elif tag in ("a", "button", "input", "select", "textarea") and (
            element.within("a") or element.within("button")
        ):
            self._slip(f"链接或按钮里又有一个 <{tag}>", element)

    def _close(self, place: int) -> None:
        self._foreign -= sum(element.tag in _FOREIGN for element in self._open[place:])
        del self._open[place:]

    def _say(self, words: str) -> None:
        if words:
            for element in self._open:
                if element.tag in _NAMED:
                    element.text += words

    def _slip(self, message: str, element: Element) -> None:
        self.slips.append(Slip(message, element))
