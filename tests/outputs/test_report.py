"""The report on a pull request: it says what there is, and a stranger's words do nothing but stand there."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from checks.findings import Finding, Rule, as_json
from outputs.changes import AnswerNote, Changes, PageNote, QuestionNote
from outputs.plain_data import to_json
from outputs.plain_markdown import block, code, plain
from outputs.report import CHANGES, FAILURE, FINDINGS, LONGEST, PATCH, Origin, Report, as_markdown, read_report
from project import ROOT

ORIGIN = Origin(
    "https://github.com", "teacher/course", "patch-1", "a" * 40, "https://github.com/o/course/actions/runs/7"
)
QUESTION = QuestionNote("ladder-1", "单选", "她在哪一级？", "docs/part/chapter.md", 15)
CHANGES_ = Changes(
    questions_before=5,
    questions_now=5,
    unnumbered=0,
    pages=(PageNote("docs/part/chapter.md", "章", "chapter", "changed"),),
    answers=(AnswerNote(QUESTION, "拥护者", "合伙人", "", False),),
    added=(),
    changed=(replace(QUESTION, parts=("答案",)),),
    removed=(),
    points_added=(),
    points_removed=(),
    terms_added=(),
    terms_removed=(),
    vanished=(),
)
FINDING = Finding(Rule("QUIZ-01", "", "补上缺的一行。"), "docs/part/chapter.md", 15, "这道题没有收尾的 </quiz>。")
QUIET = replace(CHANGES_, answers=(), changed=())

NASTY = [
    "@everyone 快来看",
    "&#64;octocat &commat;octocat",
    "见 #12、GH-12、owner/repo#3",
    "https://evil.example/ www.evil.example HTTPS://EVIL.EXAMPLE",
    "[点我](javascript:alert(1)) ![图](https://evil.example/a.png)",
    "[点我]: https://evil.example",
    "<img src=x onerror=alert(1)><!-- </details>",
    "| 格 | 子 |\n| --- | --- |\n# 标题\n- 列表\n```\n代码",
    "`代码` ``` **粗** _斜_ ~~删~~ $x$",
    "\u202e反过来\u202c 零\u200b宽 \x1b[31m",
    "me@example.com",
    "\\@octocat \\<b>",
]


def shown(markdown: str) -> tuple[str, str]:
    """Return the HTML that `markdown` becomes, and the text in it."""
    html = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(markdown)
    return html, re.sub(r"<[^>]+>", "", html)


@pytest.mark.parametrize("words", NASTY)
def test_a_strangers_words_do_nothing(words: str) -> None:
    html, text = shown(f"- 题干：{plain(words)}")
    assert set(re.findall(r"<(\w+)", html)) <= {"ul", "li"}
    # GitHub reads mentions, numbers and addresses out of the finished text.
    assert not re.search(r"@\w|#\d|GH-\d|://|www\.", text, re.IGNORECASE)
    assert not re.search(r"[\u202a-\u202e\x00-\x08\x1b]", text)
    html, _ = shown(f"- 见 {code(words)} 后")
    assert set(re.findall(r"<(\w+)", html)) <= {"ul", "li", "code"}
    html, _ = shown(f"{block(words, 'diff', 5)}\n\n后")
    assert re.sub(r"<[^>]+>", "", html.partition("</code></pre>")[2]).strip() == "后"


def test_ordinary_words_stay_what_they_are() -> None:
    for words in (
        "她在哪一级？",
        "170÷200＝85%（月初）",
        "NPS < 0 & 3*4 = 12",
        "a_b [x] - 1. #标题 C#",
        "50~80 元 | 件",
    ):
        html, text = shown(plain(words))
        assert text.strip().replace("&lt;", "<").replace("&amp;", "&") == words, html
    assert plain("长" * 300, 10) == "长" * 9 + "…"


def write(folder: Path, findings: list[Finding] | None = None, changes: Changes | None = None, **others: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    if findings is not None:
        (folder / FINDINGS).write_text(as_json(findings), encoding="utf-8")
    if changes is not None:
        (folder / CHANGES).write_text(to_json(changes), encoding="utf-8")
    for name, text in others.items():
        (folder / {"failure": FAILURE, "patch": PATCH}[name]).write_text(text, encoding="utf-8")
    return folder


def zipped(folder: Path) -> Path:
    file = folder.with_suffix(".zip")
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for inner in folder.iterdir():
            archive.write(inner, inner.name)
    return file


def test_findings_lead_to_their_lines_and_the_editor(tmp_path: Path) -> None:
    patch = "--- a/docs/part/chapter.md\n+++ b/docs/part/chapter.md\n@@ -1 +1 @@\n-a,b\n+a，b\n"
    folder = write(tmp_path / "report", [FINDING], CHANGES_, patch=patch)
    report = read_report(zipped(folder))
    assert report == read_report(folder)
    text = as_markdown(report, ORIGIN, passed=False)
    assert text.startswith("### 有 1 处要改")
    assert f"https://github.com/teacher/course/blob/{'a' * 40}/docs/part/chapter.md#L15" in text
    assert "https://github.com/teacher/course/edit/patch-1/docs/part/chapter.md#L15" in text
    assert "怎么改：补上缺的一行。" in text
    assert "这道题没有收尾的 &lt;/quiz\\>。" in text
    assert "原来：拥护者" in text
    assert "+a，b" in text
    assert "actions/runs/7#artifacts" in text
    assert report.needs_a_look
    assert "key --accept" not in as_markdown(replace(report, changes=QUIET), ORIGIN, passed=False)
    unconfirmed = replace(FINDING, rule=Rule("KEY-02", "", "运行命令。"))
    assert "我们来运行" in as_markdown(replace(report, findings=(unconfirmed,)), ORIGIN, passed=False)


def test_a_path_that_leads_elsewhere_is_no_link() -> None:
    for path in (
        "../../../evil/x",
        "/etc/passwd",
        "docs//x.md",
        "docs/./x",
        'docs/a"b',
        "docs/a\nb",
        "https://evil.example",
    ):
        assert ORIGIN.line(path, 1) is None, path
    strange = replace(ORIGIN, branch="fix (1) #2")
    assert strange.editor("docs/第一章 (1).md", 3) == (
        "https://github.com/teacher/course/edit/fix%20%281%29%20%232/docs/%E7%AC%AC%E4%B8%80%E7%AB%A0%20%281%29.md#L3"
    )


def test_all_well_needs_no_look() -> None:
    report = Report((), "", QUIET, "")
    assert not report.needs_a_look
    assert as_markdown(report, ORIGIN, passed=True).startswith("### 检查都通过了，谢谢你")
    assert Report((), "", CHANGES_, "").needs_a_look  # an answer changed: a reviewer decides
    assert as_markdown(report, ORIGIN, passed=False).startswith("### 检查没能做完")


def test_an_unreadable_course_says_where(tmp_path: Path) -> None:
    folder = write(tmp_path / "report", failure="课程读不进来。docs/syllabus.yml:7：不是合法的 YAML。请改正。")
    (folder / FINDINGS).write_text("", encoding="utf-8")
    text = as_markdown(read_report(folder), ORIGIN, passed=False)
    assert text.startswith("### 课程读不进来")
    assert "syllabus\\.yml\\:7" in text
    assert read_report(folder).needs_a_look


def test_files_of_a_pull_request_are_data(tmp_path: Path) -> None:
    rows = json.loads(as_json([FINDING]))
    nothing = Report(None, "", None, "")
    for slip in (
        "null",
        "7",
        "[7]",
        "[" * 100_000,
        json.dumps([{**rows[0], "line": "7"}]),
        json.dumps([{"rule": "x"}]),
    ):
        folder = write(tmp_path / "report")
        (folder / FINDINGS).write_text(slip, encoding="utf-8")
        (folder / CHANGES).write_text(slip, encoding="utf-8")
        assert read_report(folder) == nothing
    (tmp_path / "no.zip").write_bytes(b"PK\x03\x04 not really")
    assert read_report(tmp_path / "no.zip") == nothing
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(FINDINGS, b"[" + b" " * 50_000_000 + b"]")
        archive.writestr("../../elsewhere.txt", "x")
    assert read_report(bomb) == nothing
    assert sorted(file.name for file in tmp_path.iterdir()) == ["bomb.zip", "no.zip", "report"]


def test_the_longest_report_fits_a_comment() -> None:
    finding = replace(FINDING, message="@长" * 2000, path="docs/" + "路" * 190)
    note = replace(QUESTION, id="x" * 200, stem="干" * 200, parts=("y" * 300,) * 9)
    many = replace(
        CHANGES_, answers=(AnswerNote(note, "甲" * 900, "乙" * 900, "丙" * 900, True),) * 90, changed=(note,) * 90,
        added=(note,) * 90, removed=(note,) * 90, vanished=("z" * 300,) * 90,
    )  # fmt: skip
    text = as_markdown(Report((finding,) * 90, "", many, "`" * 300 + "\n" * 90), ORIGIN, passed=False)
    assert len(text) <= LONGEST + 500
    assert "#artifacts" in text


def test_the_report_needs_nothing_installed(tmp_path: Path) -> None:
    folder = write(tmp_path / "report", [FINDING], CHANGES_)
    arguments = ["report", str(folder), "--repository=a/b", "--branch=c", "--commit=d", "--run=https://e.example/"]
    code_ = f"import sys; sys.path.insert(0, {str(ROOT / 'scripts')!r}); import cli; sys.exit(cli.run({arguments!r}))"
    call = [sys.executable, "-I", "-S", "-X", "utf8", "-c", code_]
    done = subprocess.run(call, capture_output=True, encoding="utf-8")
    assert done.returncode == 1, done.stderr
    assert "有 1 处要改" in done.stdout
    missing = subprocess.run(
        [*call[:-1], code_.replace(str(folder), str(folder / "no"))], capture_output=True, encoding="utf-8"
    )
    assert missing.returncode == 2
    assert "找不到检查的结果" in missing.stderr
