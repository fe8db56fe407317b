"""Pango and Chinese fonts for the tests, which print: the system's, else installed here."""

from __future__ import annotations

import os
import subprocess
import sys

import apt
from failures import Failure
from project import ROOT

PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fonts-noto-cjk")
_LOOK = "from outputs.printing.pdf import Printer; Printer()"


def complaint() -> str:
    """Return what `pdf` would say is missing; empty when nothing is.

    It is asked in a process of its own: a font that is installed later is not seen by one that has looked before.
    """
    settings = {**os.environ, "PYTHONPATH": str(ROOT / "scripts"), "PYTHONIOENCODING": "utf-8"}
    call = [sys.executable, "-c", _LOOK]
    done = subprocess.run(call, env=settings, capture_output=True, encoding="utf-8", errors="replace")
    lines = done.stderr.strip().splitlines() or ["没有说原因"]
    return "" if done.returncode == 0 else lines[-1].removeprefix("failures.Failure: ")


def install() -> None:
    """Install what is missing where that is allowed.

    Raises:
        Failure: it may not or could not be installed; the message says what is missing and how to get it.
    """
    if apt.may_install():
        print(f"缺少排 PDF 要用的东西，正在用 apt 安装 {' '.join(PACKAGES)}……", flush=True)
        apt.install(*PACKAGES)
    missing = complaint()
    if missing:
        raise Failure(f"测试要排 PDF，还不能排：{missing}", 1)
