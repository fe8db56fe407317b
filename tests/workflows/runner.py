"""A GitHub runner in small: the steps of a job, run as they stand in the workflow file.

It knows what the workflows of this project use: `run:` with bash, `env:`, `if:`, outputs and the summary, and of
the actions only what they leave behind (an artifact is the folder that would be uploaded).
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from project import ROOT

WORKFLOWS = ROOT / ".github" / "workflows"


def load(name: str) -> dict[str, Any]:
    """Return the workflow in the file `name`; its trigger is under the key `on`."""
    text = (WORKFLOWS / name).read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)  # `on` stays a word, every value a string
    return data


@dataclass
class Runner:
    """Runs the steps of a job in `folder`.

    Attributes:
        folder: the work tree that the checkout would have made.
        temp: the runner's folder for files and programs of its own; programs in `temp/bin` come first.
        context: what the expressions may ask for, by dotted name.
        outcomes, logs, artifacts, summary: what the steps have left behind.
    """

    folder: Path
    temp: Path
    context: dict[str, str]
    outcomes: dict[str, str] = field(default_factory=dict)
    logs: dict[str, str] = field(default_factory=dict)
    artifacts: dict[str, Path] = field(default_factory=dict)
    summary: str = ""

    def run(self, job: dict[str, Any], only: tuple[str, ...] = ()) -> Runner:
        """Run the steps of `job` (those named `only`) in order, each if its condition holds."""
        failed = False
        for step in job["steps"]:
            if only and step["name"] not in only:
                continue
            condition = step.get("if", "success()")
            asks = "cancelled()" in condition or "success()" in condition
            if (failed and not asks) or not self._value(condition, failed):
                self.outcomes[step["name"]] = "skipped"
                continue
            good = self._run(step, job.get("env", {})) if "run" in step else self._use(step)
            self.outcomes[step["name"]] = "success" if good else "failure"
            if "id" in step:
                self.context[f"steps.{step['id']}.outcome"] = self.outcomes[step["name"]]
            failed = failed or not good
        return self

    def _use(self, step: dict[str, Any]) -> bool:
        if step["uses"].startswith("actions/upload-artifact@"):
            path = self.folder / step["with"]["path"]
            if not path.is_dir() or not any(path.iterdir()):
                return False
            copy = self.temp / "artifacts" / step["with"]["name"]
            shutil.copytree(path, copy)
            self.artifacts[step["with"]["name"]] = copy
        return True

    def _run(self, step: dict[str, Any], shared: dict[str, str]) -> bool:
        self.temp.mkdir(parents=True, exist_ok=True)
        script, output, summary = (self.temp / name for name in ("step.sh", "output", "summary.md"))
        script.write_text(step["run"], encoding="utf-8", newline="\n")
        for file in (output, summary):
            file.write_text("", encoding="utf-8")
        own = {name: self._text(value) for name, value in {**shared, **step.get("env", {})}.items()}
        path = os.pathsep.join([str(self.temp / "bin"), str(Path(sys.executable).parent), os.environ["PATH"]])
        github = {
            "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(summary),
            "GITHUB_REPOSITORY": self.context["github.repository"],
            "GITHUB_SERVER_URL": self.context["github.server_url"],
            "RUNNER_TEMP": str(self.temp),
        }
        done = subprocess.run(
            ["bash", "-e", str(script)],
            cwd=self.folder,
            env={**os.environ, "PATH": path, **github, **own},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        self.logs[step["name"]] = done.stdout
        self.summary += summary.read_text(encoding="utf-8")
        for line in output.read_text(encoding="utf-8").splitlines():
            name, _, value = line.partition("=")
            self.context[f"steps.{step['id']}.outputs.{name}"] = value
        return done.returncode == 0

    def _text(self, template: str) -> str:
        return re.sub(r"\$\{\{(.*?)\}\}", lambda match: str(self._value(match[1])), template)

    def _value(self, expression: str, failed: bool = False) -> Any:
        """Return the value of a GitHub expression, as Python works it out."""
        expression = re.sub(r"^\s*\$\{\{(.*)\}\}\s*$", r"\1", expression).strip()
        expression = expression.replace("cancelled()", "False").replace("success()", str(not failed))
        names = r"\b(?:github|steps|runner)(?:\.\w+)+"
        expression = re.sub(names, lambda match: repr(self.context.get(match[0], "")), expression)
        expression = re.sub(r"!(?!=)", " not ", expression).replace("&&", " and ").replace("||", " or ")
        known = {"contains": lambda group, item: item in group, "fromJSON": yaml.safe_load}
        return eval(expression, {"__builtins__": {}}, known)
