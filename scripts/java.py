"""Finding Java for the tests, which run epubcheck: the system's, else one that may be installed here."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import apt
from failures import Failure


def find() -> Path | None:
    """Return the `java` of this system that runs, or None. JAVA_HOME, where it is set, comes first."""
    name = "java.exe" if os.name == "nt" else "java"
    home, known = os.environ.get("JAVA_HOME"), shutil.which("java")
    places = [Path(home) / "bin" / name] if home else []
    places += [Path(known)] if known else []
    return next((place for place in places if place.is_file() and _runs(place)), None)


def install() -> Path:
    """Install Java where that is allowed, and return it.

    Raises:
        Failure: it may not or could not be installed; the message says how to get it.
    """
    if apt.may_install():
        print("没有找到 Java，正在用 apt 安装 default-jre-headless（检查电子书要用）……", flush=True)
        apt.install("default-jre-headless")
    found = find()
    if found is None:
        raise Failure(
            "检查电子书的 epubcheck 要用 Java，这台机器上没有，也没能自动装上。"
            "Debian、Ubuntu 请运行 sudo apt install default-jre-headless，macOS 运行 brew install temurin，"
            "Windows 运行 winget install EclipseAdoptium.Temurin.21.JRE，然后再试一次。",
            1,
        )
    return found


def _runs(java: Path) -> bool:
    """Tell whether `java` starts: macOS has a program of that name that only says where to get one."""
    call = [str(java), "-version"]
    return subprocess.run(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0
