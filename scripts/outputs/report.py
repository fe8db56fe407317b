"""The report on a pull request: read from the files that its check left behind, told in Markdown.

The check of a pull request runs the pull request's own code, so its files may hold anything. They are read as
data: known names, of a limited size, each value of the type it must have. All words around what they hold, and
all addresses, are made here.
"""

from __future__ import annotations

import json
import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from checks.findings import Finding, Rule
from outputs.change_report import as_markdown as changes_as_markdown
from outputs.changes import Changes
from outputs.plain_data import from_json
from outputs.plain_markdown import block, code, plain

# What the check leaves behind. A file may be missing: then that step did not come to its end.
FINDINGS, FAILURE, CHANGES, PATCH = "findings.json", "failure.txt", "changes.json", "fixes.patch"
LARGEST = 2_000_000  # bytes of one file
MOST_FINDINGS = 40
LONGEST = 60_000  # GitHub takes 65,536 characters
PATCH_LINES = 60


@dataclass(frozen=True)
class Report:
    """What the check of a pull request left behind.

    Attributes:
        findings: None when the check did not come to its end.
        failure: what the check said instead, perhaps nothing.
        changes: None when the two states of the course could not be compared.
        patch: what the check can mend by itself, as `git apply` takes it, perhaps nothing.
    """

    findings: tuple[Finding, ...] | None
    failure: str
    changes: Changes | None
    patch: str

    @property
    def needs_a_look(self) -> bool:
        """Whether there is something to mend, or to decide for a reviewer."""
        unread = self.findings is None or self.changes is None
        return unread or bool(self.findings) or (self.changes is not None and self.changes.needs_a_look)


@dataclass(frozen=True)
class Origin:
    """Where a pull request comes from; none of it is the pull request's own word but the name of the branch.

    Attributes:
        server: as in `https://github.com`.
        repository: `owner/name` of the contributor's copy.
        branch, commit: the pull request's head.
        run: the address of the check's run.
    """

    server: str
    repository: str
    branch: str
    commit: str
    run: str

    def line(self, path: str, line: int) -> str | None:
        """Return the address that shows `line` of `path`, or None for a path that leads out of the project."""
        return self._address("blob", self.commit, path, line)

    def editor(self, path: str, line: int) -> str | None:
        """Return the address where `path` can be edited in the browser, or None as `line` does."""
        return self._address("edit", self.branch, path, line)

    def _address(self, verb: str, revision: str, path: str, line: int) -> str | None:
        if not re.fullmatch(r"[^\\:*?\"<>|\x00-\x1f]+", path) or {"", ".", ".."} & set(path.split("/")):
            return None
        return f"{self.server}/{self.repository}/{verb}/{_quoted(revision)}/{_quoted(path)}#L{line}"


def read_report(source: Path) -> Report:
    """Read what a check left behind in the folder or the zip archive `source`.

    Raises:
        OSError: there is no such folder or archive.
    """
    texts = _archive(source) if source.is_file() else _folder(source)
    changes = None
    if CHANGES in texts:
        try:
            changes = from_json(Changes, texts[CHANGES])
        except ValueError:
            changes = None
    return Report(_findings(texts.get(FINDINGS, "")), texts.get(FAILURE, "").strip(), changes, texts.get(PATCH, ""))


def _folder(folder: Path) -> dict[str, str]:
    present = {file.name: file for file in folder.iterdir()}
    return {name: _text(present[name].read_bytes()) for name in (FINDINGS, FAILURE, CHANGES, PATCH) if name in present}


def _archive(file: Path) -> dict[str, str]:
    texts = {}
    try:
        with zipfile.ZipFile(file) as archive:
            for name in {FINDINGS, FAILURE, CHANGES, PATCH} & set(archive.namelist()):
                with archive.open(name) as member:  # nothing is unpacked, and no more is read than will be used
                    texts[name] = _text(member.read(LARGEST + 1))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):  # damaged or oddly packed
        return {}
    return texts


def _text(content: bytes) -> str:
    return content.decode("utf-8", errors="replace") if len(content) <= LARGEST else ""


def _findings(text: str) -> tuple[Finding, ...] | None:
    try:
        return tuple(_finding(row) for row in json.loads(text))
    except (ValueError, TypeError, RecursionError):
        return None


def _finding(row: object) -> Finding:
    if not isinstance(row, dict) or type(row.get("line")) is not int or not 0 < row["line"] < 1_000_000:
        raise ValueError("no finding")
    rule, path, message, remedy = (row.get(name) for name in ("rule", "path", "message", "remedy"))
    if not (isinstance(rule, str) and isinstance(path, str) and isinstance(message, str) and isinstance(remedy, str)):
        raise ValueError("no finding")
    return Finding(Rule(rule, "", remedy, blocking=row.get("blocking") is not False), path, row["line"], message)


def as_markdown(report: Report, origin: Origin, passed: bool) -> str:
    """Return the report in Markdown, to be shown below a pull request.

    Args:
        passed: whether every step of the check came to a good end.
    """
    blocks = [_verdict(report, origin, passed)]
    if report.findings:
        blocks += [_found(report.findings, origin)]
        blocks += [_mend(report.patch)] if report.patch.strip() else []
    if report.changes is None:
        blocks.append("没能和原来的版本比较，所以这里没有列出改动。")
    else:
        blocks.append(f"### 这次改了什么\n\n{changes_as_markdown(report.changes)}")
    printed = "`pdf` 是改过的章，下载解压就能看；" if report.changes is not None and report.changes.chapters else ""
    blocks.append(
        f"想看看改好的样子：打开[这次检查的页面]({origin.run}#artifacts)，拉到最下面的 Artifacts。{printed}"
        "`site` 是整个网站，解压以后在那个文件夹里运行 `python3 -m http.server`，再打开它说的地址。"
    )
    text = "\n\n".join(blocks)
    if len(text) <= LONGEST:
        return text
    # Cut between blocks, so that no list or fence is left open.
    kept = blocks[:-1]
    while kept and len("\n\n".join(kept)) > LONGEST:
        kept.pop()
    return "\n\n".join([*kept, "后面还有，太长了，请在这次检查的页面上看。", blocks[-1]])


def _verdict(report: Report, origin: Origin, passed: bool) -> str:
    wrong = sum(finding.rule.blocking for finding in report.findings or ())
    if wrong:
        return (
            f"### 有 {wrong} 处要改\n\n"
            "谢谢你来改课程。下面每一处都写着在哪一行、怎么改；改好后再提交一次，这段话会自己更新。"
            "看不懂、改不动都不要紧，留一句话，我们来改。"
        )
    if report.findings is None and report.failure:
        return (
            "### 课程读不进来，先改这一处\n\n"
            f"{plain(report.failure, 600)}\n\n"
            "这样的错多半是少了一个空格或一个引号。改好后再提交一次，就会接着检查别的地方。"
        )
    if not passed or report.findings is None:
        return (
            "### 检查没能做完\n\n"
            f"停在了哪一步，写在[这次检查的页面]({origin.run})里。"
            "看不明白就留一句话，我们来看，多半不是你的错。"
        )
    return "### 检查都通过了，谢谢你"


def _found(findings: tuple[Finding, ...], origin: Origin) -> str:
    items = []
    findings = tuple(sorted(findings, key=lambda finding: not finding.rule.blocking))
    for finding in findings[:MOST_FINDINGS]:
        kind = "" if finding.rule.blocking else "（提醒，不改也能收下）"
        place = f"{code(finding.path)} 第 {finding.line} 行"
        seen, editor = origin.line(finding.path, finding.line), origin.editor(finding.path, finding.line)
        where = f"[{place}]({seen})（[去改]({editor})）" if seen and editor else place
        items.append(
            f"1. {where} {plain(finding.rule.id, 20)}{kind}：{plain(finding.message, 400)}\n"
            f"   怎么改：{plain(finding.rule.remedy, 400)}"
        )
    if len(findings) > MOST_FINDINGS:
        items.append(f"\n还有 {len(findings) - MOST_FINDINGS} 处，先改上面的；改一处，常常会少好几处。")
    if any(finding.rule.id.startswith("KEY-") for finding in findings):
        items.append("\n要运行 `key --accept` 才能改的，在网页上做不了：写一句为什么改，我们来运行。")
    return "\n".join(items)


def _mend(patch: str) -> str:
    return (
        "<details><summary>其中一部分，程序能替你改</summary>\n\n"
        f"{block(patch, 'diff', PATCH_LINES)}\n\n"
        "这些改动在 Artifacts 的 `report` 里，叫 `fixes.patch`。"
        "在自己的电脑上运行 `python3 scripts check --fix` 会得到同样的结果；"
        "审阅的人也可以替你改好：`git apply fixes.patch`，再推送到这个分支。\n\n"
        "</details>"
    )


def _quoted(path: str) -> str:
    return quote(path, safe="/").replace("(", "%28").replace(")", "%29")
