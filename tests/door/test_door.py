"""The door: what a newcomer meets. Every obstacle is one Chinese sentence with the mend, never a traceback."""

from __future__ import annotations

import ast
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from project import ROOT

SOURCES = (
    "scripts",
    "docs",
    "overrides",
    "mkdocs.yml",
    "requirements.txt",
    "requirements-print.txt",
    "requirements-test.txt",
)


def run(project: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, str(project / "scripts"), *arguments]
    # From another folder: the door must find the project by itself.
    return subprocess.run(
        call, cwd=project.parent, env={**os.environ, **settings}, capture_output=True, encoding="utf-8", timeout=300
    )


def assert_one_sentence(done: subprocess.CompletedProcess[str], *words: str) -> None:
    said = done.stdout + done.stderr
    assert "Traceback" not in said
    for word in words:
        assert word in done.stderr, done.stderr


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A copy of the project with nothing installed."""
    project = tmp_path / "课程 clone"  # a name that a Chinese Windows user may well have
    project.mkdir()
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, project / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, project / name)
    return project


@pytest.fixture
def installed(clone: Path) -> Path:
    """The copy with the tools of this very environment."""
    link, target = clone / ".venv", ROOT / ".venv"
    if sys.platform == "win32":  # a junction, unlike a symbolic link, needs no rights
        subprocess.run(["cmd", "/c", "mklink", "/J", str(link), str(target)], check=True, capture_output=True)
    else:
        link.symlink_to(target, target_is_directory=True)
    return clone


def test_help_needs_no_installation(clone: Path) -> None:
    done = run(clone, "--help")
    assert done.returncode == 0
    for command in ("serve", "build", "check", "test", "key", "new"):
        assert command in done.stdout
    assert not (clone / ".venv").exists()


def test_the_first_files_run_on_old_pythons() -> None:
    for name in ("__main__.py", "environment.py", "project.py"):
        ast.parse((ROOT / "scripts" / name).read_text(encoding="utf-8"), feature_version=(3, 7))


def test_an_old_python_is_told(clone: Path) -> None:
    code = "import sys, runpy; sys.version_info = (3, 8, 0); sys.argv = ['scripts', 'build']; runpy.run_path(sys.path.pop(), run_name='__main__')"
    call = [sys.executable, "-c", f"import sys; sys.path.append({str(clone / 'scripts')!r})\n{code}"]
    done = subprocess.run(call, capture_output=True, encoding="utf-8")
    assert done.returncode == 2
    assert_one_sentence(done, "需要 Python 3.10", "现在运行的是 3.8")


def test_a_missing_venv_module_is_told(clone: Path, tmp_path: Path) -> None:
    (tmp_path / "stub").mkdir()
    (tmp_path / "stub" / "venv.py").write_text("raise ImportError('ensurepip is not available')\n")
    done = run(clone, "build", PYTHONPATH=str(tmp_path / "stub"))
    assert done.returncode == 2
    assert_one_sentence(done, "venv", "sudo apt install python3-venv")


def test_no_network_is_told(clone: Path) -> None:
    done = run(clone, "build", PIP_NO_INDEX="1", PIP_FIND_LINKS="", PIP_CONFIG_FILE=os.devnull)
    assert done.returncode == 2
    assert_one_sentence(done, "没能装好 requirements.txt", "网络")
    assert (clone / ".venv" / "pip.log").is_file()


def test_a_taken_port_is_told(installed: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run(installed, "serve", "--port", str(port))
    assert done.returncode == 2
    assert_one_sentence(done, f"端口 {port} 已经被别的程序占用", "--port")


@pytest.mark.parametrize("slip", ["nav: [\n", "theme:\n  name: nosuchtheme\n", "plugins:\n- nosuchplugin\n"])
def test_a_broken_configuration_is_told(installed: Path, slip: str) -> None:
    config = installed / "mkdocs.yml"
    config.write_text(
        slip + config.read_text(encoding="utf-8").replace(slip.split(":")[0] + ":", "was:"), encoding="utf-8"
    )
    for command in ("build", "serve"):
        done = run(installed, command)
        assert done.returncode == 1
        assert_one_sentence(done, "mkdocs.yml")


def test_a_broken_syllabus_is_told(installed: Path) -> None:
    (installed / "docs" / "syllabus.yml").write_text("parts: [\n", encoding="utf-8")
    for command in ("build", "check", "key"):
        done = run(installed, command)
        assert done.returncode in (1, 2)
        assert_one_sentence(done, "syllabus.yml:")


def test_a_warning_fails_the_build(installed: Path) -> None:
    page = installed / "docs" / "index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[去](nowhere.md)\n", encoding="utf-8")
    done = run(installed, "build")
    assert done.returncode == 1
    assert_one_sentence(done, "nowhere.md", "python3 scripts check")


def test_a_slip_is_reported_on_its_line_in_every_format(installed: Path) -> None:
    page = installed / "docs" / "index.md"
    text = page.read_text(encoding="utf-8") + "\n[去](nowhere.md)\n"
    page.write_text(text, encoding="utf-8")
    line = len(text.splitlines())
    plain = run(installed, "check", "--only", "links")
    assert plain.returncode == 1
    assert f"docs/index.md:{line}：[LINK-01]" in plain.stdout
    annotated = run(installed, "check", "--only", "links", "--format", "github")
    assert annotated.returncode == 1
    assert f"::error file=docs/index.md,line={line},title=LINK-01::" in annotated.stdout


def test_a_wrong_call_is_told(installed: Path) -> None:
    done = run(installed, "check", "--only", "nothing")
    assert done.returncode == 2
    assert_one_sentence(done, "没有这一类检查：nothing")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def read(address: str) -> str:
    with urllib.request.urlopen(address, timeout=5) as answer:
        return str(answer.read().decode("utf-8"))


def wait_for(address: str, words: str, seconds: float = 60) -> str:
    deadline = time.monotonic() + seconds
    text = ""
    while time.monotonic() < deadline:
        try:
            text = read(address)
        except OSError:
            text = ""
        if words in text:
            return text
        time.sleep(0.3)
    raise AssertionError(f"{address} never said {words!r}")


def test_serve_shows_the_course_and_every_edit(installed: Path, tmp_path: Path) -> None:
    port = free_port()
    log = tmp_path / "serve.log"
    with log.open("w", encoding="utf-8") as output:
        call = [sys.executable, str(installed / "scripts"), "serve", "--port", str(port)]
        group = {"creationflags": 0x200} if sys.platform == "win32" else {"start_new_session": True}  # a process group
        server = subprocess.Popen(call, stdout=output, stderr=subprocess.STDOUT, **group)
    try:
        address = f"http://127.0.0.1:{port}/"
        wait_for(address, "客户服务管理")
        page = installed / "docs" / "index.md"
        page.write_text(page.read_text(encoding="utf-8") + "\n刚刚加上的一句。\n", encoding="utf-8")
        wait_for(address, "刚刚加上的一句。")
    finally:
        if sys.platform == "win32":
            server.send_signal(signal.CTRL_BREAK_EVENT)
        else:
            os.killpg(server.pid, signal.SIGINT)
        server.wait(timeout=20)
    said = log.read_text(encoding="utf-8")
    assert f"http://127.0.0.1:{port}/" in said
    assert "Traceback" not in said
    assert "MkDocs 2" not in said
