"""Debian's packages, for the parts of the system that the tests need: installed where that is allowed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys


def may_install() -> bool:
    """Tell whether packages can be installed without asking anybody: on a Debian or Ubuntu, as root."""
    return sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(*packages: str) -> None:
    """Install `packages`; whether it worked, the caller finds out by looking for what it wanted."""
    settings = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for call in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", *packages]):
        subprocess.run(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=settings)
