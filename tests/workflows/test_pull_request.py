"""A pull request as a teacher makes it: the check's own steps, on a copy of the course with a slip or two.

The first push has a mark moved by mistake, a question left open and a half-width comma; the second has them mended
and the new answer confirmed with a reason.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from workflows.runner import Runner, load

import cli
from checks import text as words
from course import Course, Question
from outputs.report import read_report
from project import DOCS, ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32" or not shutil.which("bash"), reason="runs where GitHub does")

PAGE = "docs/relationships/loyalty.md"
# What these steps say is what the others repeat; they would build the site once more.
STEPS = ("检查内容", "写下结果", "写出总结", "留下结果")


class PullRequest:
    """A copy of the project in which `main` is the course as it is, and every push a merge into it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "course"
        listed = self._git("ls-files", "-z", "--cached", "--others", "--exclude-standard", at=ROOT)
        for name in filter(None, listed.split("\0")):
            if (ROOT / name).is_file():
                (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / name, self.folder / name)
        (self.folder / ".venv").symlink_to(ROOT / ".venv", target_is_directory=True)
        (self.folder / ".gitignore").open("a", encoding="utf-8").write("\n/report/\n/chapters.txt\n/.venv\n")
        self._git("init", "--quiet", "--initial-branch=main")
        self._commit("The course as it is")
        self._git("checkout", "--quiet", "-b", "patch-1")

    def _git(self, *arguments: str, at: Path | None = None) -> str:
        name = ["-c", "user.name=teacher", "-c", "user.email=teacher@example.org", "-c", "core.autocrlf=false"]
        call = ["git", "-C", str(at or self.folder), *name, *arguments]
        return subprocess.run(call, check=True, capture_output=True, encoding="utf-8").stdout

    def _commit(self, message: str) -> None:
        self._git("add", "--all")
        self._git("commit", "--quiet", "--message", message)

    def push(self, message: str, text: str, temp: Path, job: str, only: tuple[str, ...]) -> Runner:
        """Commit `text` as the page, check out the merge into main as GitHub does, and run the steps `only`."""
        self._git("checkout", "--quiet", "patch-1")
        (self.folder / PAGE).write_text(text, encoding="utf-8")
        self._commit(message)
        self._git("checkout", "--quiet", "-B", "merge", "main")
        self._git("merge", "--quiet", "--no-ff", "--message", "merge", "patch-1")
        shutil.rmtree(self.folder / "report", ignore_errors=True)
        head = "github.event.pull_request.head"
        context = {
            "github.event_name": "pull_request",
            "github.repository": "o/course",
            "github.server_url": "https://github.com",
            "github.run_id": "7",
            f"{head}.repo.full_name": "teacher/course",
            f"{head}.ref": "patch-1",
            f"{head}.sha": self._git("rev-parse", "patch-1").strip(),
            "steps.build.outcome": "success",
        }
        runner = Runner(self.folder, temp, context)
        return runner.run(load("check.yml")["jobs"][job], only)

    def accept(self, id_: str, why: str) -> None:
        """Confirm an answer in the branch, as a maintainer does for a teacher who edits in the browser."""
        self._git("checkout", "--quiet", "patch-1")
        call = [sys.executable, str(self.folder / "scripts"), "key", "--accept", id_, "--why", why]
        subprocess.run(call, check=True, capture_output=True, cwd=self.folder)


def moved_mark(text: str, question: Question) -> str:
    """Return `text` with the mark of `question` on the option below (or above) the right one, reasons kept right."""
    lines = text.split("\n")
    right = question.right_options[0]
    wrong = next(option for option in question.options if not option.right)
    lines[right.line - 1] = lines[right.line - 1].replace("[x]", "[ ]") + "\n> 这里原来打着勾。"
    lines[wrong.line - 1] = lines[wrong.line - 1].replace("[ ]", "[x]")
    return "\n".join(lines)


def mends() -> bool:
    """Tell whether `check` can mend what it finds."""
    try:
        return bool(cli._parser().parse_args(["check", "--fix"]))
    except SystemExit:
        return False


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


@pytest.fixture(scope="module")
def request_(tmp_path_factory: pytest.TempPathFactory) -> PullRequest:
    return PullRequest(tmp_path_factory.mktemp("fork"))


@pytest.fixture(scope="module")
def marked() -> tuple[Question, str]:
    """The question whose answer the teacher changes, and the page with that change."""
    page = Course.load(DOCS).pages[PAGE.removeprefix("docs/")]
    question = next(question for question in page.questions if question.kind == "single")
    return question, moved_mark(page.text, question)


def test_a_first_push_with_slips(request_: PullRequest, marked: tuple[Question, str], tmp_path: Path) -> None:
    question, text = marked
    comma = re.search(r"^[\u4e00-\u9fff]+，[\u4e00-\u9fff]+。$", text, re.M)
    assert comma
    text = text.replace(comma[0], comma[0].replace("，", ","), 1)
    start = text.rindex("<quiz>\n")
    opened = text[start:]
    text = text[:start] + opened.replace("</quiz>\n", "", 1)
    done = request_.push("改几处", text, tmp_path / "runner", "check", STEPS)

    assert done.outcomes["检查内容"] == "failure"
    log = done.logs["检查内容"]
    changed_line = line_of(text, f"q: {question.id} ") - 1
    for line, rule in ((changed_line, "KEY-02"), (line_of(text, opened[:60]), "QUIZ-01")):
        assert f"::error file={PAGE},line={line},title={rule}::" in log, log

    commas = line_of(text, comma[0].replace("，", ","))
    if words.RULES:  # a comma of half width is a matter of typography
        named = re.findall(rf"::error file={re.escape(PAGE)},line={commas},title=([\w-]+)::", log)
        assert set(named) & {rule.id for rule in words.RULES}, log
    if mends():
        assert f"+{comma[0]}" in read_report(done.artifacts["report"]).patch

    right, wrong = question.right_options[0].text, next(o.text for o in question.options if not o.right)
    assert "### 有 " in done.summary
    assert f"blob/{done.context['github.event.pull_request.head.sha']}/{PAGE}#L{changed_line}" in done.summary
    said = done.summary.replace("\\", "")
    assert f"原来：{right}" in said
    assert f"现在：{wrong}" in said
    assert "答案表还没有确认这次改动" in said

    report = read_report(done.artifacts["report"])
    assert report.findings
    assert {(f.path, f.line, f.rule.id) for f in report.findings} >= {(PAGE, changed_line, "KEY-02")}
    assert report.changes
    assert report.changes.chapters == ("loyalty",)
    assert report.needs_a_look


def test_a_second_push_with_everything_mended(
    request_: PullRequest, marked: tuple[Question, str], tmp_path: Path
) -> None:
    question, text = marked
    request_.push("只留答案", text, tmp_path / "first", "check", ("取出源文件",))
    request_.accept(question.id, "教材第三版改了说法")
    done = request_.push("确认答案", text, tmp_path / "runner", "check", STEPS)
    assert set(done.outcomes.values()) == {"success"}, done.logs
    assert "::error" not in done.logs["检查内容"]
    assert done.summary.startswith("### 检查都通过了，谢谢你")
    assert "理由：教材第三版改了说法" in done.summary
    report = read_report(done.artifacts["report"])
    assert not report.patch
    assert report.findings == ()
    assert report.changes
    assert [note.question.id for note in report.changes.answers] == [question.id]
    chapters = request_.push("再推一次", text + "\n", tmp_path / "pdf", "pdf", ("看看改了哪几章",))
    assert chapters.context["steps.chapters.outputs.count"] == "1"
    assert (request_.folder / "chapters.txt").read_text(encoding="utf-8") == "loyalty\n"
