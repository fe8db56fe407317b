"""`check`: every rule on the sources and on the built site."""

from __future__ import annotations

import argparse
import contextlib
import io
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from checks import figures, key, links, quizzes, syllabus
from checks import findings as report
from checks.findings import Finding, Rule
from course import Course
from failures import Failure
from site_builder import build_site
from sources import load_course

FAMILIES: dict[str, Callable[[Course], Iterator[Finding]]] = {
    "links": links.check,
    "quizzes": quizzes.check,
    "key": key.check,
    "syllabus": syllabus.check,
    "figures": figures.check,
}
BUILD = Rule("SITE-01", "网站能够构建，没有警告。", "按提示改正后再运行一次。")
_FORMATS = {"text": report.as_text, "github": report.as_github, "json": report.as_json}


def run(options: argparse.Namespace) -> int:
    """Check what `--only` names, or everything. Returns 1 when there are findings, else 0."""
    wanted = options.only or list(FAMILIES)
    unknown = [name for name in wanted if name not in FAMILIES]
    if unknown:
        raise Failure(f"没有这一类检查：{'、'.join(unknown)}。可以写 {'、'.join(FAMILIES)}。", 2)
    course = load_course()
    found = [finding for name in wanted for finding in FAMILIES[name](course)]
    if "links" in wanted:
        found += _built(found)
    output = _FORMATS[options.format](report.in_order(found))
    if output:
        print(output)
    if options.format == "github":
        print(report.as_text(report.in_order(found)), file=sys.stderr)
    return 1 if found else 0


def _built(found: list[Finding]) -> Iterator[Finding]:
    """Build the site aside and yield what is wrong with it."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder).resolve() / "site"
        try:
            with contextlib.redirect_stderr(io.StringIO()):
                warnings = build_site(site)
        except Failure as failure:
            yield Finding(BUILD, "mkdocs.yml", 1, str(failure))
            return
        if not found:  # a slip in a source shows there with its line; say it once
            for warning in warnings:
                yield Finding(BUILD, "mkdocs.yml", 1, f"构建时有警告：{warning}")
        if not any(finding.rule in links.RULES for finding in found):
            yield from links.check_site(site)
