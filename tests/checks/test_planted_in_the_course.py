"""Faults planted into the real course, one at a time: each is found by its rule, in its file, on its line."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import faults
import pytest
from faults.fault import Bench, Fault

from checks import suite
from checks.findings import Finding
from checks.suite import check_sources
from course import Course

MODULES = sorted({file.stem for folder in faults.__path__ for file in Path(folder).glob("*.py")} - {"fault"})
FAULTS: list[Fault] = [fault for name in MODULES for fault in import_module(f"faults.{name}").FAULTS]


@pytest.fixture(scope="module")
def bench(course: Course, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    made = Bench(course, tmp_path_factory.mktemp("bench"))
    yield made
    made.restore()


def findings(course: Course, rule: str) -> list[Finding]:
    """What the module that has `rule` finds: the others would only take their time."""
    modules = [module for module in vars(suite).values() if isinstance(module, ModuleType)]
    for module in modules:
        if hasattr(module, "check") and any(one.id == rule for one in getattr(module, "RULES", ())):
            return list(module.check(course))
    return check_sources(course)[0]


def test_the_untouched_course_gives_no_finding(bench: Bench) -> None:
    assert [finding for finding in check_sources(bench.course)[0] if finding.rule.blocking] == []


@pytest.mark.parametrize("fault", FAULTS, ids=[f"{fault.rule} {fault.name}" for fault in FAULTS])
def test_a_fault_is_found(bench: Bench, fault: Fault) -> None:
    course, line = bench.planted(fault)
    found = findings(course, fault.rule)
    where = fault.where or f"docs/{fault.file}"
    assert (fault.rule, where, line) in {(f.rule.id, f.path, f.line) for f in found}, found[:5]
