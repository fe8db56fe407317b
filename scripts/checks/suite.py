"""All families of rules: which there are, and what each looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from types import ModuleType

from checks import (
    active,
    addresses,
    external,
    figures,
    images,
    key,
    links,
    quiz_balance,
    quiz_explanations,
    quiz_options,
    quiz_stems,
    quizzes,
    site,
    syllabus,
    text,
    waivers,
)
from checks.findings import Finding, Rule
from course import Course


@dataclass(frozen=True)
class Family:
    """A family of rules.

    Attributes:
        sources: looks at the course as its sources give it.
        built: looks at the site built from it.
    """

    rules: tuple[Rule, ...]
    sources: Callable[[Course], Iterator[Finding]] | None = None
    built: Callable[[Course, Path], Iterator[Finding]] | None = None


def _together(*modules: ModuleType, built: Callable[[Course, Path], Iterator[Finding]] | None = None) -> Family:
    """Return the family whose rules about the sources are shared out among `modules`."""
    return Family(
        tuple(rule for module in modules for rule in module.RULES),
        lambda course: chain.from_iterable(module.check(course) for module in modules),
        built,
    )


FAMILIES = {
    "links": _together(links, addresses, built=links.check_site),
    "quizzes": _together(quizzes, quiz_options, quiz_stems, quiz_explanations, quiz_balance),
    "key": Family(key.RULES, key.check),
    "syllabus": Family(syllabus.RULES, syllabus.check),
    "figures": _together(figures, images),
    "text": Family((*text.RULES, *waivers.RULES), text.check),
    "site": _together(site, active, built=site.check_site),
}
# Outside links are no family: other people's servers decide, so they are asked for by name alone.
RULES: tuple[Rule, ...] = (*(rule for family in FAMILIES.values() for rule in family.rules), *external.RULES)


def check_sources(course: Course, names: Iterable[str] = tuple(FAMILIES)) -> tuple[list[Finding], list[waivers.Waived]]:
    """Return what the families `names` find in the sources, and what of it authors have switched off."""
    families = [FAMILIES[name] for name in names]
    found = [finding for family in families if family.sources for finding in family.sources(course)]
    ran = [rule for family in families for rule in family.rules]
    standing, waived = waivers.apply(course, _without_echoes(course, found), RULES, ran)
    if waivers.WAIVER not in ran:
        standing = [finding for finding in standing if finding.rule is not waivers.WAIVER]
    return standing, waived


def _without_echoes(course: Course, found: list[Finding]) -> list[Finding]:
    """Return `found` without what a question that is not closed makes of the questions behind it.

    Its advice would do harm: to confirm answers that were only misread, and to retire questions that were swallowed.
    """
    starts: dict[str, int] = {}
    for slip in quizzes.tag_slips(course):
        starts[slip.path] = min(slip.line, starts.get(slip.path, slip.line))
    echoing = {*FAMILIES["quizzes"].rules, *FAMILIES["key"].rules} - {quizzes.TAG}

    def echoes(finding: Finding) -> bool:
        if finding.rule not in echoing:
            return False
        behind = finding.path in starts and finding.line >= starts[finding.path]
        return behind or finding.about in starts

    return [finding for finding in found if not (starts and echoes(finding))]


def check_built(course: Course, built: Path, names: Iterable[str] = tuple(FAMILIES)) -> Iterator[Finding]:
    """Yield what the families `names` find in the site built from `course` into `built`."""
    for name in names:
        look = FAMILIES[name].built
        if look is not None:
            yield from look(course, built)
