"""`report`: what a check of a pull request found and what the pull request changes, in one Markdown text.

It needs nothing but the standard library, so that the workflow that writes the comment installs nothing.
"""

from __future__ import annotations

import argparse

from failures import Failure
from outputs.report import Origin, as_markdown, read_report


def run(options: argparse.Namespace) -> int:
    """Print the report. Returns 1 when somebody has something to do or to decide, 0 when all is well."""
    try:
        report = read_report(options.folder)
    except OSError as error:
        raise Failure(f"找不到检查的结果 {options.folder}：{error.strerror or error}。") from error
    origin = Origin(options.server, options.repository, options.branch, options.commit, options.run)
    print(as_markdown(report, origin, options.passed))
    return 1 if report.needs_a_look or not options.passed else 0
