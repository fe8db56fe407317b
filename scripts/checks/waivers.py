"""Waivers: which findings an author has switched off, and whether the comments that do so are in order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from checks.findings import Finding, Rule
from course import Course, Waiver

WAIVER = Rule(
    "TEXT-01",
    "停用规则的注释写明规则编号和理由，这条规则可以停用，下面那一块也真的用得上。",
    "写成 <!-- allow: 规则编号 理由 -->，单独一行，放在那一块的前面；用不上了就删掉。",
)


@dataclass(frozen=True)
class Waived:
    """A finding that an author has switched off, with the reason given."""

    finding: Finding
    reason: str


def apply(
    course: Course, findings: Iterable[Finding], rules: Iterable[Rule], ran: Iterable[Rule]
) -> tuple[list[Finding], list[Waived]]:
    """Return the findings that stand, those about the waivers themselves included, and those that are waived.

    Args:
        rules: every rule there is.
        ran: the rules that were checked: a waiver of another one is not called idle.
    """
    known = {rule.id: rule for rule in rules}
    checked = {rule.id for rule in ran}
    places = {(f"docs/{page.path}", waiver): False for page in course.pages.values() for waiver in page.waivers}
    standing, waived = [], []
    for finding in findings:
        match = next((place for place in places if _covers(*place, finding)), None)
        if match is None:
            standing.append(finding)
        else:
            places[match] = True
            waived.append(Waived(finding, match[1].reason))
    for (path, waiver), used in places.items():
        message = _fault(waiver, known.get(waiver.rule), used or waiver.rule not in checked)
        if message:
            standing.append(Finding(WAIVER, path, waiver.line, message))
    return standing, waived


def _covers(path: str, waiver: Waiver, finding: Finding) -> bool:
    return (
        finding.rule.waivable
        and bool(waiver.reason)
        and (finding.rule.id, finding.path) == (waiver.rule, path)
        and waiver.line <= finding.line <= waiver.end_line
    )


def _fault(waiver: Waiver, rule: Rule | None, in_use: bool) -> str:
    if rule is None:
        return f"没有“{waiver.rule}”这条规则。"
    if not rule.waivable:
        return f"{rule.id} 不能停用：{rule.summary}"
    if not waiver.reason:
        return f"停用 {rule.id} 没有写理由。"
    return "" if in_use else f"下面这一块没有违反 {rule.id}，这条注释多余了。"


RULES = (WAIVER,)
