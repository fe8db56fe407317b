"""Rules: each has an id of its own, and the contributing guide explains every one of them and no other."""

from __future__ import annotations

import re

from checks.suite import RULES
from project import ROOT


def test_ids_are_unique_and_well_formed() -> None:
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[A-Z]{3,4}-\d\d", id_) for id_ in ids)


def test_the_guide_explains_every_rule_and_no_other() -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    explained = re.findall(r"^#### ([A-Z]+-\d+) ", guide, re.MULTILINE)
    assert sorted(explained) == sorted(rule.id for rule in RULES)


def test_every_rule_says_how_to_mend_a_breach() -> None:
    for rule in RULES:
        assert rule.summary.endswith("。")
        assert rule.remedy.endswith("。")
