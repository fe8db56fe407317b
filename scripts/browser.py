"""Finding a browser for the tests: the system's, else one that may be installed here."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import apt
from failures import Failure

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge", "chrome")
_MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_WINDOWS = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe")


def find() -> Path | None:
    """Return a Chromium, Chrome or Edge of this system, or None.

    The environment variable COURSE_BROWSER names one outright.
    """
    named = os.environ.get("COURSE_BROWSER")
    if named:
        if not Path(named).is_file():
            raise Failure(f"环境变量 COURSE_BROWSER 指向的 {named} 不存在，请改正或去掉它。")
        return Path(named)
    for name in NAMES:
        path = shutil.which(name)
        if path:
            return Path(path)
    homes = [os.environ.get(name, "") for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")]
    places = [Path(home) / tail for home in homes if home for tail in _WINDOWS] if os.name == "nt" else map(Path, _MAC)
    return next((place for place in places if place.is_file()), None) or _downloaded()


def install() -> Path:
    """Install a browser where that is allowed, and return it.

    Raises:
        Failure: it may not or could not be installed; the message says how to get one.
    """
    if apt.may_install():
        print("没有找到浏览器，正在用 apt 安装 chromium（浏览器测试要用）……", flush=True)
        apt.install("chromium")
    else:
        print("没有找到浏览器，正在下载 Playwright 的 Chromium（浏览器测试要用）……", flush=True)
        call = [sys.executable, "-m", "playwright", "install", "chromium"]
        subprocess.run(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    found = find()
    if found is None:
        raise Failure(
            "浏览器测试要用 Chromium、Chrome 或 Edge，这台机器上没有，也没能自动装上。"
            "Debian、Ubuntu 请运行 sudo apt install chromium，其他系统请安装 Chrome 或 Edge，然后再试一次。",
            1,
        )
    return found


def _downloaded() -> Path | None:
    """Return the browser that Playwright has downloaded, if any."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.is_file() else None
