"""The schemas that an editor reads: right files pass, wrong ones do not, and they ask for what the model asks for."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

import pytest
import yaml
from samples import SYLLABUS, write_course

from course import AnswerKey, Chapter, KeyEntry, Part, Point, Syllabus, Term
from course.glossary import read_glossary
from course.questions import LEVELS
from project import DOCS, ROOT

SCHEMAS = ROOT / "scripts" / "course" / "schemas"
NAMES = ("syllabus", "glossary", "answer-key")

GLOSSARY = """\
- id: advocate
  term: 拥护者
  also: [倡导者]
  definition: 主动推荐的人。
  page: part/chapter.md
  anchor: ladder
"""

# Fingerprints that YAML 1.2, which editors speak, would read as numbers.
ENTRIES = {id_: KeyEntry(id_, mark, ("拥护者",), "ladder", "part/chapter.md#ladder", "改正", "重复") for id_, mark in
           (("a-1", "17e23260"), ("a-2", "08213942"), ("a-3", "12345678"), ("a-4", "0123456f"))}  # fmt: skip

# (the file, text taken out, text put in)
WRONG = [
    ("syllabus", "parts:", "part:"),
    ("syllabus", "level: 识记", "level: 记住"),
    ("syllabus", "number: 1", "number: 一"),
    ("syllabus", "id: ladder", "id: Ladder_1"),
    ("syllabus", "page: part/chapter.md", "page: /part/chapter/"),
    ("syllabus", "anchor: ladder", "anchor: '#ladder'"),
    ("syllabus", "terms: [忠诚阶梯, 拥护者]", "terms: 忠诚阶梯、拥护者"),
    ("syllabus", "sources: [aa-001]", "sources: [第 1 点]"),
    ("syllabus", "title: 阶梯", "titel: 阶梯"),
    ("syllabus", "title: 章", "title: ' '"),
    ("glossary", "- id: ", "- ID: "),
    ("glossary", "also: [倡导者]", "also: 倡导者"),
    ("glossary", "also:", "alias:"),
    ("glossary", "page: part/chapter.md", "page: part/chapter"),
    ("glossary", "definition: 主动推荐的人。", "definition:"),
    ("answer-key", "answer:\n  - 拥护者", "answer: 拥护者"),
    ("answer-key", "answer:\n  - 拥护者", "answer: []"),
    ("answer-key", "'17e23260'", "17e23260"),
    ("answer-key", "'17e23260'", "abc"),
    ("answer-key", "md#ladder", "md"),
    ("answer-key", "why:", "because:"),
    ("answer-key", "a-1:", "A 1:"),
]


@pytest.fixture(scope="module")
def right(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A small right file of each kind, with every field that there is."""
    file = tmp_path_factory.mktemp("right") / "answer-key.yml"
    AnswerKey(ENTRIES).write(file)
    return {"syllabus": SYLLABUS, "glossary": GLOSSARY, "answer-key": file.read_text(encoding="utf-8")}


def refused(name: str, files: list[Path]) -> set[Path]:
    """Return which of `files` break the schema `name`."""
    call = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(SCHEMAS / f"{name}.json"), "-o", "json"]
    done = subprocess.run([*call, *map(str, files)], capture_output=True, encoding="utf-8", timeout=120)
    answer = json.loads(done.stdout)
    assert answer.get("parse_errors", []) == []
    return {Path(error["filename"]) for error in answer["errors"]}


@pytest.mark.parametrize("name", NAMES)
def test_right_files_pass_and_wrong_ones_do_not(name: str, right: dict[str, str], tmp_path: Path) -> None:
    good = [DOCS / f"{name}.yml", tmp_path / "right.yml"]
    good[1].write_text(right[name], encoding="utf-8")
    wrong = {tmp_path / f"{i}.yml": slip for i, slip in enumerate(WRONG) if slip[0] == name}
    for file, (_, old, new) in wrong.items():
        text = right[name].replace(old, new, 1)
        assert text != right[name], old
        file.write_text(text, encoding="utf-8")
    found = refused(name, [*good, *wrong])
    assert [slip for file, slip in wrong.items() if file not in found] == []
    assert found == wrong.keys()


@pytest.mark.parametrize("name", NAMES)
def test_each_file_names_its_schema(name: str) -> None:
    file = DOCS / f"{name}.yml"
    first = file.read_text(encoding="utf-8").split("\n")[0]
    mark, _, path = first.partition("$schema=")
    assert mark == "# yaml-language-server: "
    assert (file.parent / path).resolve() == SCHEMAS / f"{name}.json"


def definition(schema: str, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SCHEMAS / f"{schema}.json").read_text(encoding="utf-8"))["definitions"][name]
    return found


# (schema, its part, the model's class, names that differ, fields that the model fills in by itself)
AGREE: list[tuple[str, str, Any, dict[str, str], set[str]]] = [
    ("syllabus", "part", Part, {}, {"line"}),
    ("syllabus", "chapter", Chapter, {}, {"part", "part_slug", "line"}),
    ("syllabus", "point", Point, {}, {"chapter", "line"}),
    ("glossary", "term", Term, {"name": "term", "aliases": "also"}, {"line"}),
    ("answer-key", "entry", KeyEntry, {}, {"id", "line"}),
]


@pytest.mark.parametrize(("schema", "part", "model", "renamed", "own"), AGREE, ids=[case[1] for case in AGREE])
def test_schema_and_model_know_the_same_fields(
    schema: str, part: str, model: Any, renamed: dict[str, str], own: set[str]
) -> None:
    said = definition(schema, part)
    known = [field for field in fields(model) if field.name not in own]
    assert set(said["properties"]) == {renamed.get(field.name, field.name) for field in known}
    for name, value in said["properties"].items():
        assert value.get("description") or schema == "answer-key", name
    if model is KeyEntry:
        assert set(said["required"]) == {field.name for field in known if field.default is MISSING}


def test_levels_are_those_of_the_model() -> None:
    assert tuple(definition("syllabus", "point")["properties"]["level"]["enum"]) == LEVELS


@pytest.mark.parametrize(("schema", "part"), [case[:2] for case in AGREE[:4]])
def test_the_model_refuses_what_lacks_a_required_field(schema: str, part: str, tmp_path: Path) -> None:
    said = definition(schema, part)
    file = tmp_path / "file.yml"
    for name in said["properties"]:
        data = yaml.safe_load(SYLLABUS if schema == "syllabus" else GLOSSARY)
        entry = data["parts"][0] if schema == "syllabus" else data[0]
        entry = entry["chapters"][0] if part in ("chapter", "point") else entry
        entry = entry["points"][0] if part == "point" else entry
        del entry[name]
        file.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
        read = Syllabus.read if schema == "syllabus" else read_glossary
        if name in said["required"]:
            with pytest.raises(ValueError, match=name):
                read(file)
        else:
            read(file)


def test_an_accepted_key_still_names_its_schema(tmp_path: Path) -> None:
    write_course(tmp_path)
    assert (tmp_path / "answer-key.yml").read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=")
