"""Source files as they lie on the disk: bytes, line ends and all, for checks and mends that are about just that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

BOM = b"\xef\xbb\xbf"
_TEXTS = {".md", ".yml", ".css", ".js", ".svg"}


@dataclass(frozen=True)
class RawFile:
    """One text file below docs/.

    Attributes:
        path: below docs/, with slashes.
        content: its bytes.
    """

    path: str
    content: bytes

    @cached_property
    def text(self) -> str:
        """The text with the line ends of Unix and without a byte order mark; U+FFFD for what is no UTF-8."""
        text = self.content.removeprefix(BOM).decode("utf-8", errors="replace")
        return text.replace("\r\n", "\n").replace("\r", "\n")

    @property
    def readable(self) -> bool:
        """Whether the file is UTF-8: of another one `text` is not all there is, so it must not be written back."""
        try:
            self.content.decode("utf-8")
        except UnicodeDecodeError:
            return False
        return True

    @property
    def line_end(self) -> bytes:
        """The line end that the file keeps to; of mixed ones that of Unix."""
        windows, unix = self.content.count(b"\r\n"), self.content.count(b"\n")
        return b"\r\n" if windows and windows == unix == self.content.count(b"\r") else b"\n"

    def with_text(self, text: str) -> RawFile:
        """Return the file with `text` in it, in UTF-8 without a byte order mark, its line ends kept."""
        return RawFile(self.path, text.encode("utf-8").replace(b"\n", self.line_end))


def read_raw(docs: Path) -> Iterator[RawFile]:
    """Yield the text files below `docs` in the order of their paths."""
    files = (file for file in docs.rglob("*") if file.suffix in _TEXTS and file.is_file())
    for file in sorted(files, key=lambda file: file.relative_to(docs).as_posix()):
        yield RawFile(file.relative_to(docs).as_posix(), file.read_bytes())
