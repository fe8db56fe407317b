"""The PDF of a document: tagged, with fonts embedded, the same bytes for the same sources."""

from __future__ import annotations

import contextlib
import hashlib
import io
import logging
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from failures import Failure
from outputs.printing.document import Document
from outputs.printing.finishing import finish, places
from outputs.printing.fonts import Fonts, find
from outputs.printing.paged import adapt

SIZES = ("a4", "a5")
VARIANT = "pdf/ua-1"

# Wide as most page numbers, so that the second layout seldom moves a line.
_UNKNOWN = "88"
_MOST_LAYOUTS = 8
_STYLES = Path(__file__).parent / "styles"
_PANGO_HELP = (
    "排版程序 WeasyPrint 需要 Pango，这台电脑上没有找到。"
    "Debian、Ubuntu 运行 sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0；"
    "macOS 运行 brew install pango；"
    "Windows 安装 MSYS2，在它的窗口里运行 pacman -S mingw-w64-ucrt-x86_64-pango"
    "（MSYS2 没有装在 C:\\msys64 的，再把它的 ucrt64\\bin 文件夹写进环境变量 WEASYPRINT_DLL_DIRECTORIES）。"
    "装好以后再运行一次。"
)


class _Complaints(logging.Handler):
    """Keeps what WeasyPrint warns of while it works."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


class Printer:
    """Prints documents; made once, it has found everything that printing needs.

    Raises:
        Failure: Pango or a Chinese font is missing; the message says how to get it.
    """

    def __init__(self) -> None:
        try:
            with contextlib.redirect_stdout(io.StringIO()):  # WeasyPrint says so itself, in English and at length
                import weasyprint
                from weasyprint.logger import LOGGER
        except OSError as error:  # the library for which ctypes looked in vain
            raise Failure(_PANGO_HELP) from error
        from outputs.printing import justification

        justification.install()
        self._weasyprint = weasyprint
        self._logger = LOGGER
        self._logger.propagate = False
        self.fonts: Fonts = find()

    def write(self, document: Document, size: str, target: Path) -> int:
        """Write `document` on paper of `size`, one of `SIZES`, to the file `target`; return its number of pages.

        Raises:
            Failure: a character has no glyph, or a link has no target.
        """
        complaints = _Complaints()
        self._logger.addHandler(complaints)
        try:
            css = [self._weasyprint.CSS(string=self._styles(name)) for name in ("book", size)]
            rendered = self._render(document, css)
            rendered.metadata.created = rendered.metadata.modified = _date(document.version.stamp)
            pdf = rendered.write_pdf(pdf_variant=VARIANT, pdf_identifier=_identifier(document, size), finisher=finish)
        finally:
            self._logger.removeHandler(complaints)
        if complaints.messages:
            said = "；".join(dict.fromkeys(complaints.messages))
            raise Failure(f"{target.name} 没有排好：{said}。缺字的，换成常用字；其余的请开一个议题告诉我们。", 1)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(pdf)
        return len(rendered.pages)

    def _render(self, document: Document, css: list[Any]) -> Any:
        """Lay `document` out until every link names the page on which its target has come to stand.

        WeasyPrint's own target-counter() comes to the same pages, with twice as many layouts on the way.
        """
        body = adapt(document.body(), self.fonts.sans)
        links = body.xpath(".//a[starts-with(@href, '#')]")
        pages: dict[str, str] = {}
        for _ in range(_MOST_LAYOUTS):
            for link in links:
                link.set("data-page", pages.get(link.get("href"), _UNKNOWN))
            rendered = self._weasyprint.HTML(string=document.html(body)).render(stylesheets=css)
            found = {f"#{name}": str(number) for name, number in places(rendered).items()}
            if all(link.get("data-page") == found.get(link.get("href")) for link in links):
                return rendered
            pages = found
        raise Failure(f"{document.name} 的页码排了 {_MOST_LAYOUTS} 遍还没有稳定下来。请开一个议题告诉我们。", 1)

    def _styles(self, name: str) -> str:
        styles = (_STYLES / f"{name}.css").read_text(encoding="utf-8")
        return styles.replace('"serif-text"', f'"{self.fonts.serif}"').replace('"sans-text"', f'"{self.fonts.sans}"')


def _date(stamp: int) -> str:
    return datetime.fromtimestamp(stamp, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def _identifier(document: Document, size: str) -> bytes:
    """Return an identifier that follows from what is printed, not from the clock."""
    name = f"{document.name} {size} {document.version.stamp} {document.version.commit}"
    return hashlib.md5(name.encode(), usedforsecurity=False).hexdigest().encode()
