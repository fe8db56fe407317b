"""`test`: style, types and every test, the ones in a real browser included."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys

import browser
import java
import typesetting
from project import ROOT


def run(options: argparse.Namespace) -> int:
    """Run everything to its end and return 1 when anything failed, else 0."""
    os.environ["COURSE_BROWSER"] = str(browser.find() or browser.install())
    java.find() or java.install()
    if typesetting.complaint():
        typesetting.install()
    steps = {
        "代码风格": ["ruff", "check", "--quiet", "scripts", "tests"],
        "代码格式": ["ruff", "format", "--check", "--quiet", "scripts", "tests"],
        "类型": ["mypy"],
        "测试": ["pytest"],
    }
    failed = []
    for name, tool in steps.items():
        print(f"—— {name}", flush=True)
        if subprocess.run([sys.executable, "-m", *tool], cwd=ROOT).returncode:
            failed.append(name)
    if failed:
        print(f"没有通过：{'、'.join(failed)}。往上翻可以看到原因。", file=sys.stderr)
    return 1 if failed else 0
