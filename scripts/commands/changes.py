"""`changes`: what the course in the work tree differs in from an earlier state, answers first."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from outputs.change_report import as_markdown, as_text
from outputs.changes import Changes, compare
from outputs.plain_data import to_json
from sources import load_course, load_course_at

FORMATS: dict[str, Callable[[Changes], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": to_json,
    "chapters": lambda changes: "\n".join(changes.chapters),
}


def run(options: argparse.Namespace) -> int:
    """Print what changed since `--base`. Returns 0, whatever it was."""
    output = FORMATS[options.format](compare(load_course_at(options.base), load_course()))
    if output:
        print(output)
    return 0
