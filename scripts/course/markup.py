"""Raw HTML in Markdown: the tags that a page's author has typed, each with its line."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

# As browsers read it: `<!-->` is a whole comment, and `--!>` ends one.
COMMENT = r"<!--(?:-?>|.*?--!?>)"


@dataclass(frozen=True)
class Tag:
    """An opening tag: its name and attributes in lower case, values as a browser would read them."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    line: int


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[Tag] = []

    def set_cdata_mode(self, elem: str, **_: object) -> None:
        """Read on: nothing hides behind an opening <script> or <title> that is never closed."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not {":", "@"} & set(tag):  # <https://…> and <someone@…> are links of Markdown
            self.tags.append(Tag(tag, tuple((name, value or "") for name, value in attrs), self.getpos()[0]))


def read_tags(text: str) -> list[Tag]:
    """Return the opening tags in `text` in order; code and comments must have been blanked."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.tags
