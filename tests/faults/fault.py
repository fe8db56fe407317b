"""Faults: what a contributor may do wrong, each as one change to the real course.

Every family of rules keeps its faults in a module of its own beside this one, in a list named FAULTS.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from course import Addresses, AnswerKey, Course, Page, Syllabus
from course.glossary import read_glossary
from project import CONFIG


@dataclass(frozen=True)
class Fault:
    """One change to one file below docs/, and the rule that must notice it.

    Attributes:
        name: what is wrong, in a few words.
        rule: the id of the rule.
        file: path below docs/.
        old, new: text that stands in the file exactly once, and what replaces it. With an empty `old`, `new` is
            put before everything else; a file that does not exist is made.
        at: words on the line that the finding names, in the file as changed; by default the line where the
            change begins. `where` says in which file, when it is not the changed one.
        where: path from the project's root of the file that the finding names.
    """

    name: str
    rule: str
    file: str
    old: str
    new: str
    at: str = ""
    where: str = ""


class Bench:
    """A copy of the course's sources in which one file at a time is changed."""

    def __init__(self, course: Course, folder: Path) -> None:
        self.docs = folder / "docs"
        shutil.copytree(course.docs, self.docs)
        shutil.copy(CONFIG, folder)
        self.course = replace(course, docs=self.docs)

    def planted(self, fault: Fault) -> tuple[Course, int]:
        """Return the course with `fault` alone in it and the line that its finding must name."""
        self.restore()
        file = self.docs / fault.file
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        assert not fault.old or text.count(fault.old) == 1, f"{text.count(fault.old)} × {fault.old!r} in {fault.file}"
        changed = text.replace(fault.old, fault.new, 1)
        assert changed != text
        place = changed if not fault.where else (self.docs.parent / fault.where).read_text(encoding="utf-8")
        begins = next((i for i, (a, b) in enumerate(zip(text, changed, strict=False)) if a != b), len(changed) - 1)
        at = place.index(fault.at) if fault.at else begins
        return self.changed(fault.file, changed), place.count("\n", 0, at) + 1

    def changed(self, path: str, text: str) -> Course:
        """Return the course with `text` as the file at `path` below docs/; the file itself is changed back.

        Data files are read from the disk by checks that want their lines, so a change of one of them lasts until
        the next.
        """
        self.restore()
        file = self.docs / path
        self._kept = (file, file.read_bytes() if file.exists() else None)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        if path == "syllabus.yml":
            return replace(self.course, syllabus=Syllabus.read(file))
        if path == "answer-key.yml":
            return replace(self.course, key=AnswerKey.read(file))
        if path == "addresses.yml":
            return replace(self.course, addresses=Addresses.read(file))
        if not path.endswith((".md", ".yml")):
            return self.course  # checks read it from the disk
        if path == "glossary.yml":
            return replace(self.course, glossary=read_glossary(file))
        return replace(self.course, pages=self.course.pages | {path: Page.read(file, self.docs)})

    _kept: tuple[Path, bytes | None] | None = None

    def restore(self) -> None:
        """Undo the last change."""
        if self._kept is not None:
            file, content = self._kept
            if content is None:
                file.unlink()
            else:
                file.write_bytes(content)
            self._kept = None
