"""What a check yields: findings, each of a rule with a lasting id."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    """One rule.

    Attributes:
        id: family and number, never reused; CONTRIBUTING.md explains it under this id.
        summary: what the rule asks for, one sentence.
        remedy: how to mend a breach, one sentence.
        waivable: whether a comment in a page may switch the rule off for one block, with a reason. Only rules of
            style and judgement are: what breaks a page or a key can never be waved through.
        blocking: whether a breach must be mended before the course is in order; else it is a reminder, often of
            what a program does later.
    """

    id: str
    summary: str
    remedy: str
    waivable: bool = False
    blocking: bool = True


@dataclass(frozen=True)
class Finding:
    """A breach of a rule.

    Attributes:
        path, line: where it stands: path from the project's root, lines from 1.
        message: what is wrong there, a sentence.
        about: the page that it concerns when it stands in a data file, path from the project's root.
    """

    rule: Rule
    path: str
    line: int
    message: str
    about: str = ""


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return `findings` by place, each once."""
    return sorted(set(findings), key=lambda f: (f.path, f.line, f.rule.id, f.message))


def as_text(findings: list[Finding]) -> str:
    """Return the report for a person at a terminal."""
    blocks = [f"{f.path}:{f.line}：[{f.rule.id}] {f.message}\n    怎么改：{f.rule.remedy}" for f in findings]
    wrong = sum(finding.rule.blocking for finding in findings)
    total = f"共 {wrong} 处要改。规则说明见 CONTRIBUTING.md。" if wrong else "检查通过，没有发现问题。"
    if len(findings) > wrong:
        total += f"另有 {len(findings) - wrong} 条提醒，不影响通过。"
    return "\n".join([*blocks, total])


def as_github(findings: list[Finding]) -> str:
    """Return workflow commands that GitHub shows as annotations on the lines of a pull request."""
    lines = []
    for f in findings:
        place = f"file={_property(f.path)},line={f.line},title={_property(f.rule.id)}"
        level = "error" if f.rule.blocking else "notice"
        lines.append(f"::{level} {place}::{_message(f'{f.message} 怎么改：{f.rule.remedy}')}")
    return "\n".join(lines)


def as_json(findings: list[Finding]) -> str:
    """Return a JSON list for other programs."""
    rows = [
        {
            "rule": f.rule.id,
            "blocking": f.rule.blocking,
            "path": f.path,
            "line": f.line,
            "message": f.message,
            "remedy": f.rule.remedy,
        }
        for f in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
