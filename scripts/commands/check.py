"""`check`: every rule on the sources and on the built site, or those of the sources on a few files."""

from __future__ import annotations

import argparse
import contextlib
import io
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from checks import findings as report
from checks import links, site
from checks.external import check_external
from checks.findings import Finding
from checks.suite import FAMILIES, check_built, check_sources
from commands import mend as mending
from course import Course
from failures import Failure
from project import DOCS, ROOT
from site_builder import build_site
from sources import load_course

_FORMATS = {"text": report.as_text, "github": report.as_github, "json": report.as_json}


def run(options: argparse.Namespace) -> int:
    """Check what `--only` and the files name, or everything; with `--fix` mend first what can be mended safely.

    Returns 1 when something must be mended, else 0.
    """
    wanted = options.only or list(FAMILIES)
    unknown = [name for name in wanted if name not in FAMILIES]
    if unknown:
        raise Failure(f"没有这一类检查：{'、'.join(unknown)}。可以写 {'、'.join(FAMILIES)}。", 2)
    files = [_shown(name) for name in options.files]
    if files and options.external:
        raise Failure("--external 要看整个课程，不能和文件名一起用。", 2)
    course = load_course()
    if options.fix:
        for line in mending.report(mending.mend(course, files)):
            print(line, file=sys.stdout if options.format == "text" else sys.stderr)
        course = load_course()
    found, waived = check_sources(course, wanted)
    if files:
        found = [finding for finding in found if not {finding.path, finding.about}.isdisjoint(files)]
        waived = [one for one in waived if one.finding.path in files]
    elif options.external or any(FAMILIES[name].built for name in wanted):
        found += _built(course, found, wanted, options)
    found = report.in_order(found)
    if options.save is not None:
        options.save.write_text(report.as_json(found), encoding="utf-8", newline="\n")
    output = _FORMATS[options.format](found)
    if output:
        print(output)
    aside = sys.stdout if options.format == "text" else sys.stderr
    if options.format == "github":
        print(report.as_text(found), file=aside)
    for one in waived:
        f = one.finding
        print(f"已停用：{f.path}:{f.line}：[{f.rule.id}] {f.message}理由：{one.reason}", file=aside)
    return 1 if any(finding.rule.blocking for finding in found) else 0


def _shown(name: str) -> str:
    """Return the file `name` of the command line as findings name it, from the project's root with slashes."""
    candidates = (Path(name), ROOT / name, DOCS / name)
    path = next((path.resolve() for path in candidates if path.is_file()), None)
    if path is None:
        raise Failure(f"找不到文件 {name}。请从项目的文件夹写起，例如 docs/relationships/loyalty.md。", 2)
    if not path.is_relative_to(DOCS):
        raise Failure(f"{name} 不在 docs/ 里，没有可以单独检查的内容。", 2)
    return path.relative_to(ROOT).as_posix()


def _built(course: Course, found: list[Finding], wanted: list[str], options: argparse.Namespace) -> Iterator[Finding]:
    """Build the site aside and yield what is wrong with it, dead outside links included when they are asked for."""
    with tempfile.TemporaryDirectory() as folder:
        built = Path(folder).resolve() / "site"
        try:
            with contextlib.redirect_stderr(io.StringIO()):
                warnings = build_site(built)
        except Failure as failure:
            yield Finding(site.BUILD, "mkdocs.yml", 1, str(failure))
            return
        if not found:  # a slip in a source shows there with its line; say it once
            for warning in warnings:
                yield Finding(site.BUILD, "mkdocs.yml", 1, f"构建时有警告：{warning}")
        if any(finding.rule in links.RULES for finding in found):
            wanted = [name for name in wanted if name != "links"]
        yield from check_built(course, built, wanted)
        if options.external:
            yield from check_external(course, built, options.memory)
