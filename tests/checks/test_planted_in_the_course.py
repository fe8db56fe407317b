"""Faults planted into the real course, one at a time: each is found by its rule, in its file, on its line."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import faults
import pytest
from faults.fault import Bench, Fault

from checks.suite import FAMILIES, check_sources
from checks.waivers import WAIVER
from course import Course

MODULES = sorted({file.stem for folder in faults.__path__ for file in Path(folder).glob("*.py")} - {"fault"})
FAULTS: list[Fault] = [fault for name in MODULES for fault in import_module(f"faults.{name}").FAULTS]


def families(rule: str) -> list[str]:
    """Return the names of the families to run for `rule`: its own, or all for the one that watches the others."""
    return [name for name, family in FAMILIES.items() if rule == WAIVER.id or rule in {r.id for r in family.rules}]


@pytest.fixture(scope="module")
def bench(course: Course, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    made = Bench(course, tmp_path_factory.mktemp("bench"))
    yield made
    made.restore()


def test_the_untouched_course_gives_no_finding(bench: Bench) -> None:
    assert [finding for finding in check_sources(bench.course)[0] if finding.rule.blocking] == []


@pytest.mark.parametrize("fault", FAULTS, ids=[f"{fault.rule} {fault.name}" for fault in FAULTS])
def test_a_fault_is_found(bench: Bench, fault: Fault) -> None:
    course, line = bench.planted(fault)
    found = check_sources(course, families(fault.rule))[0]
    where = fault.where or f"docs/{fault.file}"
    assert (fault.rule, where, line) in {(f.rule.id, f.path, f.line) for f in found}, found[:5]
