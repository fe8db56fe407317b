"""Files for readers to take away: what they are called, and which of those in dist/ belong to this very course.

`pdf` and `epub` make the files and enter each in dist/manifest.json with what it was made from. The site offers a
file only when that is what it is built from itself, so that a PDF of last week's text is never published.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
from dataclasses import asdict, dataclass
from pathlib import Path

import project
from course import Chapter, Part

# Editions by their names on the command line, as covers and titles call them.
EDITIONS = {"reader": "讲义", "paper": "试卷", "key": "答案与解析"}
SIZES = {"a4": "A4", "a5": "A5"}
MANIFEST = "manifest.json"
EPUB = "epub/book.epub"

# What the files are made from, below the project's root.
_SOURCES = ("docs", "scripts", "mkdocs.yml", "requirements.txt", "requirements-print.txt")
_JUNK = {"__pycache__", ".DS_Store", "Thumbs.db"}


def stem(scope: Chapter | Part | None) -> str:
    """Return what the names of all files about `scope` (None: the whole book) begin with."""
    if isinstance(scope, Chapter):
        return f"{scope.number:02d}-{scope.slug}"
    return f"part-{scope.slug}" if scope else "book"


def pdf_path(begins: str, edition: str, size: str = "a4") -> str:
    """Return the path below dist/ of a PDF; A4, the usual size, is not named.

    Args:
        begins: as `stem` gives it.
    """
    return f"pdf/{begins}-{edition}{'' if size == 'a4' else f'-{size}'}.pdf"


def pdf_name(scope: Chapter | Part | None, edition: str, size: str = "a4") -> str:
    """Return the path below dist/ of the PDF of `scope` (None: the whole book) in `edition` and paper `size`."""
    return pdf_path(stem(scope), edition, size)


@dataclass(frozen=True)
class Sources:
    """The state of the sources that a file is made from.

    Attributes:
        commit: hash of the commit, which the colophon names; empty without Git.
        sources: hash of the sources as they lie in the folder, edits that are not committed included.
    """

    commit: str
    sources: str

    @classmethod
    def current(cls, root: Path = project.ROOT) -> Sources:
        """Return the state of the project in `root` as it is now."""
        digest = hashlib.sha256()
        for name in _SOURCES:
            for file in [root / name] if (root / name).is_file() else sorted((root / name).rglob("*")):
                inside = file.relative_to(root)
                if file.is_file() and _JUNK.isdisjoint(inside.parts):
                    digest.update(f"{inside.as_posix()}\0{_hash(file)}\n".encode())
        return cls(_commit(root), digest.hexdigest())


@dataclass(frozen=True)
class Download:
    """A file in dist/ that may be published; `name` is its path below dist/, `size` in bytes."""

    name: str
    file: Path
    size: int

    @property
    def size_text(self) -> str:
        """The size as readers know it: 860 kB, 12.3 MB."""
        return f"{max(1, round(self.size / 1000))} kB" if self.size < 999_500 else f"{self.size / 1_000_000:.1f} MB"


def record(file: Path, made_from: Sources, dist: Path | None = None) -> None:
    """Enter `file`, which has just been written below `dist`, in the manifest.

    Entries made from another version go: what they name is out of date.

    Args:
        made_from: the state before the work began; a source saved in the meantime makes the file out of date.
        dist: defaults to the project's dist/.
    """
    dist = dist or project.DIST
    version, files = _read(dist)
    if version != made_from:
        files = {}
    files[file.relative_to(dist).as_posix()] = {"sha256": _hash(file), "size": file.stat().st_size}
    manifest = {**asdict(made_from), "files": dict(sorted(files.items()))}
    text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    (dist / MANIFEST).write_text(text, encoding="utf-8", newline="\n")


def survey(dist: Path | None = None) -> tuple[dict[str, Download], list[str]]:
    """Look through `dist` (by default the project's dist/).

    Returns:
        The files that may be published, by name, and the names of PDFs and EPUBs that are out of date: not in the
        manifest, changed since, or made from another version.
    """
    dist = dist or project.DIST
    present = sorted(file for folder in ("pdf", "epub") for file in (dist / folder).glob("*.*"))
    version, files = _read(dist)
    is_current = version is not None and version == Sources.current()
    fresh: dict[str, Download] = {}
    stale = []
    for file in present:
        name = file.relative_to(dist).as_posix()
        if is_current and files.get(name, {}).get("sha256") == _hash(file):
            fresh[name] = Download(name, file, file.stat().st_size)
        else:
            stale.append(name)
    return fresh, stale


def _read(dist: Path) -> tuple[Sources | None, dict[str, dict]]:
    """Return the version and the files that the manifest names; (None, {}) when there is none to be read."""
    try:
        manifest = json.loads((dist / MANIFEST).read_text(encoding="utf-8"))
        return Sources(manifest["commit"], manifest["sources"]), dict(manifest["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return None, {}


def _commit(root: Path) -> str:
    try:
        call = ["git", "-C", str(root), "rev-parse", "HEAD"]
        done = subprocess.run(call, capture_output=True, text=True)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
