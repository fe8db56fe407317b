"""The comment below a pull request and the weekly issue: the workflows' own steps, against GitHub in small."""

from __future__ import annotations

import json
import shutil
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from workflows import fake_gh
from workflows.runner import Runner, load

from checks.findings import Finding, Rule, as_json
from checks.link_memory import DeadLink, as_issue
from outputs.changes import Changes
from outputs.plain_data import to_json
from project import ROOT

pytestmark = pytest.mark.skipif(
    sys.platform == "win32" or not (shutil.which("bash") and shutil.which("jq")), reason="runs where GitHub does"
)

COMMIT = "b" * 40
FINDING = Finding(Rule("QUIZ-01", "", "补上。"), "docs/index.md", 3, "@octocat 少了一行。")
CHANGES = Changes(5, 5, 0, *[()] * 10)


def pull(number: int, commit: str = COMMIT, repository: str = "teacher/course") -> dict[str, Any]:
    return {"number": number, "state": "open", "head": {"sha": commit, "repo": {"full_name": repository}}}


@dataclass
class Place:
    """A runner for the comment workflow, and the GitHub around it."""

    temp: Path
    monkeypatch: pytest.MonkeyPatch

    def start(self, **world: Any) -> None:
        self.state = fake_gh.install(self.temp / "bin", **world)
        self.monkeypatch.setenv("FAKE_GITHUB", str(self.state))

    @property
    def world(self) -> dict[str, Any]:
        known: dict[str, Any] = json.loads(self.state.read_text(encoding="utf-8"))
        return known

    def artifact(self, findings: list[Finding]) -> None:
        file = self.temp / "uploaded.zip"
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("findings.json", as_json(findings))
            archive.writestr("changes.json", to_json(CHANGES))
        about = {"id": 70, "name": "report", "expired": False, "size_in_bytes": file.stat().st_size, "file": str(file)}
        older = {**about, "id": 69, "file": "/nowhere"}
        self.state.write_text(json.dumps({**self.world, "artifacts": [older, about]}), encoding="utf-8")

    def run(self, conclusion: str, branch: str = "patch-1") -> Runner:
        for left in (self.temp / "report.zip", self.temp / "comment.md"):
            left.unlink(missing_ok=True)
        run = "github.event.workflow_run"
        context = {
            "github.repository": "o/course",
            "github.server_url": "https://github.com",
            "github.token": "token",
            f"{run}.event": "pull_request",
            f"{run}.head_repository.full_name": "teacher/course",
            f"{run}.head_repository.owner.login": "teacher",
            f"{run}.head_branch": branch,
            f"{run}.head_sha": COMMIT,
            f"{run}.id": "7",
            f"{run}.html_url": "https://github.com/o/course/actions/runs/7",
            f"{run}.conclusion": conclusion,
        }
        runner = Runner(ROOT, self.temp, context).run(load("comment.yml")["jobs"]["comment"])
        assert "failure" not in runner.outcomes.values(), runner.logs
        return runner


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    return Place(tmp_path, monkeypatch)


def test_one_comment_appears_changes_and_goes(place: Place) -> None:
    others = [
        {"id": 1, "user": {"login": "teacher"}, "body": "<!-- course-check -->\n我也会写这个"},
        {"id": 2, "user": {"login": fake_gh.BOT}, "body": "别的工作流写的"},
    ]
    place.start(pulls=[pull(4, "c" * 40), pull(5, COMMIT, "other/course"), pull(6)], comments=others)
    place.artifact([FINDING, FINDING])
    place.run("failure")
    *kept, comment = place.world["comments"]
    assert kept == others
    assert comment["on"] == "6"
    assert comment["body"].startswith("<!-- course-check -->\n### 有 2 处要改")
    assert "@octocat" not in comment["body"]
    assert "docs/index.md#L3" in comment["body"]

    place.artifact([FINDING])
    place.run("failure")
    assert [c["id"] for c in place.world["comments"]] == [1, 2, comment["id"]]
    assert "### 有 1 处要改" in place.world["comments"][-1]["body"]
    assert place.world["statuses"][-1]["state"] == "failure"

    place.artifact([])
    place.run("success")
    assert place.world["comments"] == others
    status = place.world["statuses"][-1]
    assert (status["state"], status["commit"], status["context"]) == ("success", COMMIT, "检查结果")
    assert "没有要改的地方，谢谢你" in status["description"]
    assert len(status["description"]) <= 140

    place.run("success")  # nothing to say and nothing to delete
    assert place.world["comments"] == others


def test_a_run_that_left_nothing_is_told(place: Place) -> None:
    place.start(pulls=[pull(6)])
    place.run("failure")
    assert "检查没能做完" in place.world["comments"][0]["body"]


def test_a_run_of_an_earlier_commit_says_nothing(place: Place) -> None:
    place.start(pulls=[pull(6, "d" * 40)])
    runner = place.run("failure")
    assert place.world["comments"] == []
    assert place.world["statuses"] == []
    assert runner.outcomes["更新留言"] == "skipped"


def test_the_name_of_a_branch_is_only_a_name(place: Place) -> None:
    place.start(pulls=[pull(6)])
    place.artifact([FINDING])
    place.run("failure", branch='-x";touch${IFS}hacked;$(touch hacked)#)')
    assert not (ROOT / "hacked").exists()
    (comment,) = place.world["comments"]
    assert "/edit/-x%22%3Btouch%24%7BIFS%7Dhacked%3B%24%28touch%20hacked%29%23%29/docs/index.md#L3" in comment["body"]


def weekly(place: Place, memory: str | None) -> str:
    """Run the weekly workflow's steps around the check, which leaves `memory`; return what the check was given."""
    context = {"github.repository": "o/course", "github.server_url": "https://github.com", "github.token": "token"}
    file = place.temp / "links.md"
    file.unlink(missing_ok=True)
    job = load("weekly.yml")["jobs"]["links"]
    runner = Runner(ROOT, place.temp, context).run(job, ("取来上次的记录",))
    given = file.read_text(encoding="utf-8") if file.exists() else ""
    if memory is not None:
        file.write_text(memory, encoding="utf-8")
    runner.run(job, ("更新议题",))
    assert "failure" not in runner.outcomes.values(), runner.logs
    return given


def test_one_issue_is_opened_updated_and_closed(place: Place) -> None:
    place.start()
    link = DeadLink("https://x.example/", "网页没有了（404）", "2026-11-02", (("docs/index.md", 3),))
    first, second = as_issue([link], [], {}), as_issue([link], [], {link.url: link.since})
    assert weekly(place, first) == ""
    assert [(i["number"], i["state"], i["body"]) for i in place.world["issues"]] == [(1, "open", first)]
    assert weekly(place, second).strip() == first.strip()
    assert [(i["state"], i["body"]) for i in place.world["issues"]] == [("open", second)]
    weekly(place, "")
    assert [i["state"] for i in place.world["issues"]] == ["closed"]
    assert weekly(place, "") == ""
    assert len(place.world["issues"]) == 1
