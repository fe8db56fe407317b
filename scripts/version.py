"""Which state of the sources something was made from: the date and the name of the last commit."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from datetime import datetime, timezone

from project import ROOT


@dataclass(frozen=True)
class Version:
    """A state of the sources.

    Attributes:
        stamp: seconds since 1970 of the commit; of now when there is no git.
        commit: its short name; empty when there is no git.
        changed: whether files differ from the commit.
    """

    stamp: int
    commit: str = ""
    changed: bool = False

    @property
    def date(self) -> str:
        """The day as people read it, 2026-11-20, in UTC like the time stamps of the files."""
        return datetime.fromtimestamp(self.stamp, timezone.utc).strftime("%Y-%m-%d")

    @property
    def line(self) -> str:
        """One line for covers and colophons."""
        if not self.commit:
            return f"{self.date}，没有版本号"
        return f"{self.date}，提交 {self.commit}{'，另有未提交的改动' if self.changed else ''}"


def current() -> Version:
    """Return the version of this working copy; SOURCE_DATE_EPOCH outranks the date of the commit."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    stamp, _, commit = _git("log", "-1", "--format=%ct %h", "--abbrev=7").partition(" ")
    changed = bool(commit and _git("status", "--porcelain", "--untracked-files=no"))
    seconds = told or stamp or f"{datetime.now(timezone.utc).timestamp():.0f}"
    return Version(int(seconds), commit, changed)


def fix_clock() -> None:
    """Date everything by the last commit, so that the same commit always builds the same bytes."""
    if "SOURCE_DATE_EPOCH" not in os.environ and (stamp := _git("log", "-1", "--format=%ct")):
        os.environ["SOURCE_DATE_EPOCH"] = stamp


def _git(*arguments: str) -> str:
    try:
        done = subprocess.run(["git", "-C", str(ROOT), *arguments], capture_output=True, encoding="utf-8")
    except OSError:  # no git
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
