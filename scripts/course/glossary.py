"""The glossary, docs/glossary.yml: terms of the course, each defined in a sentence or two."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from course.data_files import Entry, read_yaml

_FIELDS = ("id", "term", "also", "definition", "page", "anchor")


@dataclass(frozen=True)
class Term:
    """One term.

    Attributes:
        id: kebab-case English, unique in the glossary, never changed: part of an address.
        name: as exams word it.
        aliases: other names under which chapters may speak of it.
        definition: one or two sentences of plain text.
        page, anchor: the section that teaches it: path below docs/ and heading id.
        line: where the entry stands in the file; 0 for one that comes from nowhere.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    definition: str
    page: str
    anchor: str
    line: int = 0


def read_glossary(file: Path) -> tuple[Term, ...]:
    """Read the glossary; a missing file is an empty one.

    Raises:
        ValueError: the file is no YAML, or an entry lacks a field or has a wrong one; the message names the line.
    """
    root = read_yaml(file) if file.exists() else None
    if root is None:
        return ()
    if not isinstance(root, yaml.SequenceNode):
        raise ValueError(f"{file.name}:1：应当是术语的列表，每一条以“- id: 编号”开头")
    return tuple(_term(Entry.of(file.name, node, *_FIELDS)) for node in root.value)


def _term(entry: Entry) -> Term:
    return Term(
        id=entry.text("id"),
        name=entry.text("term"),
        aliases=entry.texts("also", optional=True),
        definition=entry.text("definition").strip(),
        page=entry.text("page"),
        anchor=entry.text("anchor"),
        line=entry.line,
    )
