"""The workflow files: as GitHub wants them, closed to strangers, and in step with the commands that they run."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from workflows.runner import WORKFLOWS, load

import cli
from project import ROOT

FILES = sorted(WORKFLOWS.glob("*.yml"))


def tool(name: str) -> str:
    found = shutil.which(name, path=str(Path(sys.executable).parent))
    assert found, f"{name} is in requirements-test.txt"
    return found


def steps(file: Path) -> list[dict[str, Any]]:
    return [step for job in load(file.name)["jobs"].values() for step in job["steps"]]


def commands(file: Path) -> list[list[str]]:
    """Return the arguments of every `python3 scripts …` in the workflow `file`, variables as they stand."""
    found = []
    for step in steps(file):
        script = re.sub(r"\\\n\s*", " ", step.get("run", ""))
        for line in re.findall(r"python3 scripts ([^|&;\n]*)", script):
            words = shlex.split(re.sub(r"\s\d?>>?\s*\S+.*", "", line))
            # ${NAME:+WORD} is WORD or nothing: the longer call is the one to look at.
            found.append([re.sub(r"\$\{\w+:\+(.*)\}", r"\1", word) for word in words])
    return found


def test_the_workflows_are_there() -> None:
    assert [file.name for file in FILES] == ["check.yml", "comment.yml", "publish.yml", "test.yml", "weekly.yml"]


@pytest.mark.parametrize(
    ("schema", "files"),
    [("vendor.github-workflows", FILES), ("vendor.dependabot", [ROOT / ".github" / "dependabot.yml"])],
)
def test_the_files_are_what_github_takes(schema: str, files: list[Path]) -> None:
    done = subprocess.run(
        [tool("check-jsonschema"), "--builtin-schema", schema, *map(str, files)], capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout


def test_nothing_is_open_to_strangers() -> None:
    call = [
        tool("zizmor"),
        "--offline",
        "--persona",
        "auditor",
        "--strict-collection",
        "--format",
        "plain",
        "--no-progress",
        ".",
    ]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout
    for file in FILES:
        for line in file.read_text(encoding="utf-8").splitlines():
            if "zizmor: ignore" in line:
                assert re.search(r"zizmor: ignore\[[\w-]+\] \S{10}", line), (
                    f"{file.name}: an ignore without a reason: {line}"
                )


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_action_is_pinned_and_the_same_everywhere(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    uses = re.findall(r"^ +uses: (.+)", text, re.M)
    assert len(uses) == sum("uses" in step for step in steps(file))
    everywhere = "\n".join(other.read_text(encoding="utf-8") for other in FILES)
    for use in uses:
        assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use), use
        action = use.partition("@")[0]
        assert set(re.findall(rf"uses: ({action}@.+)", everywhere)) == {use}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_command_is_one(file: Path) -> None:
    found = commands(file)
    assert found
    for arguments in found:
        cli._parser().parse_args(arguments)


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash")
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_script_is_bash_and_takes_no_strangers_words(file: Path) -> None:
    for step in steps(file):
        if "run" in step:
            done = subprocess.run(["bash", "-n"], input=step["run"], capture_output=True, encoding="utf-8")
            assert done.returncode == 0, (step["name"], done.stderr)
            assert "${{" not in step["run"], step["name"]  # values come by env:, where they cannot be code


def test_who_may_write_runs_no_stranger_s_code() -> None:
    for file in FILES:
        workflow = load(file.name)
        writes = [job for job in workflow["jobs"].values() if "write" in str(job.get("permissions", ""))]
        assert "write" not in str(workflow["permissions"]), file.name
        if "pull_request" in workflow["on"]:
            assert writes == [], file.name
            assert "secrets." not in file.read_text(encoding="utf-8")
        if "workflow_run" in workflow["on"]:
            for step in steps(file):
                assert "ref" not in step.get("with", {}), (
                    f"{file.name} takes out something else than the default branch"
                )
                assert not ("GH_TOKEN" in step.get("env", {}) and "python3" in step.get("run", ""))
