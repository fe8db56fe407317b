"""The project's virtual environment: made when missing, renewed when the pinned requirements change.

Layers keep a reader's first start small: `requirements.txt` builds and serves the site,
`requirements-print.txt` adds what makes PDFs, `requirements-test.txt` what checks and tests. Each
leaves a stamp behind when it is in place, so that a later start asks neither pip nor the network.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from project import ROOT

VENV = ROOT / ".venv"
SITE, PRINT, TEST = "requirements.txt", "requirements-print.txt", "requirements-test.txt"
# The requirement files that a command needs, in this order; every other command needs SITE alone.
LAYERS = {
    "check": (SITE, TEST),
    "pdf": (SITE, PRINT),
    "report": (),
    "test": (SITE, PRINT, TEST),
}
SIZES = {SITE: "约 65 MB", PRINT: "约 12 MB", TEST: "约 225 MB"}


class SetupError(Exception):
    """Setting up failed; the message says in one sentence what to do about it."""


def is_active() -> bool:
    """Tell whether this very Python is the one of `.venv`."""
    return Path(sys.prefix).resolve() == VENV.resolve()


def python() -> Path:
    """Return the path of the environment's interpreter, which need not exist yet."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def run_inside(arguments: list) -> int:
    """Set up the environment for `arguments`, run them inside it and return their exit status."""
    try:
        prepare(LAYERS.get(arguments[0] if arguments else "", (SITE,)))
    except SetupError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    command = [str(python()), str(ROOT / "scripts"), *arguments]
    try:
        return subprocess.run(command).returncode
    except KeyboardInterrupt:  # the command inside has had the same signal and said its last word
        return 130


def prepare(layer: tuple) -> None:
    """Make `.venv` hold the pinned packages of the requirement files in `layer`.

    Raises:
        SetupError: when the environment cannot be made or a package cannot be installed.
    """
    if not _works():
        _create()
    for name in layer:
        stamp = VENV / f"{name}.stamp"
        wanted = _fingerprint(ROOT / name)
        if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
            continue
        _install(name)
        stamp.write_text(wanted, encoding="utf-8")


def _works() -> bool:
    """Tell whether the environment's interpreter starts: it does not when its base Python has gone."""
    if not python().is_file():
        return False
    call = [str(python()), "-c", "import pip"]
    return subprocess.run(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def _create() -> None:
    print("正在准备运行环境 .venv（只在第一次运行时需要）……", file=sys.stderr, flush=True)
    call = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    done = subprocess.run(call, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode:
        version = "{}.{}".format(*sys.version_info[:2])
        raise SetupError(
            "没能建立运行环境：这个 Python 缺少 venv 模块。"
            f"Debian、Ubuntu 请运行 sudo apt install python3-venv（或 python{version}-venv），"
            "其他系统请从 python.org 安装完整的 Python，然后再试一次。"
        )


def _install(name: str) -> None:
    print(
        f"正在按 {name} 安装固定版本的工具（{SIZES[name]}，只在第一次或版本变动时需要）……", file=sys.stderr, flush=True
    )
    call = [str(python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    call += ["--require-hashes", "-r", str(ROOT / name)]
    done = subprocess.run(call, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode:
        log = VENV / "pip.log"
        log.write_bytes(done.stdout)
        raise SetupError(
            f"没能装好 {name} 里的工具。请检查网络（在国内可以先设置镜像："
            "pip config set global.index-url 镜像地址），再运行一次；"
            f"pip 的完整输出在 {log.relative_to(ROOT).as_posix()}。"
        )


def _fingerprint(requirements: Path) -> str:
    # Line ends differ between checkouts on Windows and elsewhere; the pins do not.
    content = requirements.read_bytes().replace(b"\r\n", b"\n")
    return hashlib.sha256(content).hexdigest()
