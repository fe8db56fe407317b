"""A text file of the project to which lines are added: every other byte of it stays as it was."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from failures import Failure
from project import ROOT

_BOM = "\ufeff"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


@dataclass(frozen=True)
class SourceFile:
    """One file as it stands on the disk.

    Attributes:
        file: where it is.
        bom: its byte order mark, or nothing.
        lines: its lines, each with its own line end; the last one may have none.
    """

    file: Path
    bom: str
    lines: tuple[str, ...]

    @classmethod
    def read(cls, file: Path) -> SourceFile:
        """Read `file`.

        Raises:
            Failure: it cannot be read, or is not UTF-8.
        """
        try:
            text = file.read_bytes().decode("utf-8")
        except UnicodeDecodeError as error:
            raise Failure(f"{shown(file)} 不是 UTF-8 编码，没有改动它。请用编辑器另存为 UTF-8 再试。", 1) from error
        except OSError as error:
            raise Failure(f"{shown(file)} 读不出来：{error.strerror}。", 1) from error
        bom = _BOM if text.startswith(_BOM) else ""
        return cls(file, bom, tuple(_LINE.findall(text.removeprefix(_BOM))))

    @property
    def text(self) -> str:
        """The text with the line ends of Unix, as the model reads it."""
        return "".join(self.lines).replace("\r\n", "\n").replace("\r", "\n")

    def with_lines(self, at: int, added: Sequence[str]) -> SourceFile:
        """Return the file with the lines `added`, given without line ends, before line `at` (counted from 0).

        They end as most lines of the file do.
        """
        windows = sum(line.endswith("\r\n") for line in self.lines)
        end = "\r\n" if windows * 2 > len(self.lines) else "\n"
        before = list(self.lines[:at])
        if before and not before[-1].endswith(("\r", "\n")):
            before[-1] += end
        return replace(self, lines=(*before, *(line + end for line in added), *self.lines[at:]))

    def write(self) -> None:
        """Put the file in place in one step: whoever reads it meets the old text or the new, never a part.

        Raises:
            Failure: it cannot be written; the old file is then untouched.
        """
        target = self.file.resolve()
        temporary = ""
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".new")
            with os.fdopen(handle, "wb") as stream:
                stream.write((self.bom + "".join(self.lines)).encode("utf-8"))
            if target.exists():
                shutil.copymode(target, temporary)
            else:
                Path(temporary).chmod(0o644)
            Path(temporary).replace(target)
        except OSError as error:
            if temporary:
                with contextlib.suppress(OSError):
                    Path(temporary).unlink()
            raise Failure(f"{shown(self.file)} 写不进去：{error.strerror}。原来的文件没有动过。", 1) from error


def shown(file: Path) -> str:
    """Return the path of `file` as a person in the project's folder would write it."""
    return file.relative_to(ROOT).as_posix() if file.is_relative_to(ROOT) else file.as_posix()
