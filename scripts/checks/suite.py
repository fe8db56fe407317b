"""All families of rules: which there are, and what each looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from checks import active, addresses, external, figures, images, key, links, quizzes, site, syllabus, text, waivers
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


def _together(*looks: Callable[[Course], Iterator[Finding]]) -> Callable[[Course], Iterator[Finding]]:
    return lambda course: chain.from_iterable(look(course) for look in looks)


FAMILIES = {
    "links": Family((*links.RULES, *addresses.RULES), _together(links.check, addresses.check), links.check_site),
    "quizzes": Family(quizzes.RULES, quizzes.check),
    "key": Family(key.RULES, key.check),
    "syllabus": Family(syllabus.RULES, syllabus.check),
    "figures": Family((*figures.RULES, *images.RULES), _together(figures.check, images.check)),
    "text": Family((*text.RULES, *waivers.RULES), text.check),
    "site": Family(site.RULES, _together(site.check, active.check), site.check_site),
}
# Outside links are no family: other people's servers decide, so they are asked for by name alone.
RULES: tuple[Rule, ...] = (*(rule for family in FAMILIES.values() for rule in family.rules), *external.RULES)


def check_sources(course: Course, names: Iterable[str] = tuple(FAMILIES)) -> tuple[list[Finding], list[waivers.Waived]]:
    """Return what the families `names` find in the sources, and what of it authors have switched off."""
    families = [FAMILIES[name] for name in names]
    found = [finding for family in families if family.sources for finding in family.sources(course)]
    ran = [rule for family in families for rule in family.rules]
    standing, waived = waivers.apply(course, found, RULES, ran)
    if waivers.WAIVER not in ran:
        standing = [finding for finding in standing if finding.rule is not waivers.WAIVER]
    return standing, waived


def check_built(course: Course, built: Path, names: Iterable[str] = tuple(FAMILIES)) -> Iterator[Finding]:
    """Yield what the families `names` find in the site built from `course` into `built`."""
    for name in names:
        look = FAMILIES[name].built
        if look is not None:
            yield from look(course, built)
