"""The glossary, docs/glossary.yml: terms of the course, each defined in a sentence or two."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml


@dataclass(frozen=True)
class Term:
    """One term.

    Attributes:
        id: kebab-case English, unique in the glossary, never changed: part of an address.
        name: as exams word it.
        aliases: other names under which chapters may speak of it.
        definition: one or two sentences of plain text.
        page, anchor: the section that teaches it: path below docs/ and heading id.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    definition: str
    page: str
    anchor: str


def read_glossary(file: Path) -> tuple[Term, ...]:
    """Read the glossary; a missing file is an empty one.

    Raises:
        ValueError: the file is no YAML, or an entry lacks a field; the message names the place.
    """
    if not file.exists():
        return ()
    try:
        entries = yaml.safe_load(file.read_text(encoding="utf-8")) or []
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise ValueError(f"{file.name}:{mark.line + 1 if mark else 1}：不是合法的 YAML") from error
    try:
        return tuple(_term(entry) for entry in entries)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{file.name}：有一条术语缺少 {error}") from error


def _term(data: dict) -> Term:
    return Term(
        id=data["id"],
        name=data["term"],
        aliases=tuple(data.get("also") or ()),
        definition=data["definition"].strip(),
        page=data["page"],
        anchor=data["anchor"],
    )
