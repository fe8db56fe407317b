"""What changed, told to people: at the terminal, and in Markdown below a pull request."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from outputs.changes import AnswerNote, Changes, QuestionNote
from outputs.plain_markdown import code, plain

MOST = 30  # items of a list that are named one by one

Item = tuple[str, list[str]]
Quote = Callable[[str], str]

_FATES = {"added": "新写", "changed": "改动", "removed": "删去"}


def as_text(changes: Changes) -> str:
    """Return the report for a terminal."""
    if not changes.any:
        return "课程的内容没有改动。"
    lines = [f"{name}：{count}" for name, count in _counts(changes)]
    for title, items in _sections(changes, str, str):
        lines += ["", title]
        for item, details in items:
            lines += [f"  {item}", *(f"      {detail}" for detail in details)]
    return "\n".join(lines)


def as_markdown(changes: Changes) -> str:
    """Return the report as Markdown that quotes the course without obeying it."""
    if not changes.any:
        return "课程的内容没有改动。"
    sections = dict(_sections(changes, plain, code))
    blocks = [_list(title, items) for title, items in sections.items() if "答案" in title]
    rows = [f"| {name} | {count} |" for name, count in _counts(changes)]
    blocks.append("\n".join(["| 改了什么 | 多少 |", "| --- | --- |", *rows]))
    blocks += [_list(title, items) for title, items in sections.items() if "答案" not in title]
    return "\n\n".join(blocks)


def _list(title: str, items: list[Item]) -> str:
    lines = [f"**{title}**", ""]
    for item, details in items:
        lines += [f"- {item}", *(f"  - {detail}" for detail in details)]
    return "\n".join(lines)


def _counts(changes: Changes) -> list[tuple[str, str]]:
    fates = [page.fate for page in changes.pages]
    pages = [f"{word} {fates.count(fate)} 页" for fate, word in _FATES.items() if fate in fates]
    groups = (("新出", changes.added), ("改动", changes.changed), ("删去", changes.removed))
    questions = [f"{word} {len(group)} 道" for word, group in groups if group]
    total = f"现在共 {changes.questions_now} 道，原来 {changes.questions_before} 道"
    if changes.unnumbered:
        total += f"，其中 {changes.unnumbered} 道没有题号"
    rows = [("页", "，".join(pages))] if pages else []
    rows.append(("题目", "，".join([*questions, total])))
    if changes.answers:
        rows.append(("答案", f"变了 {len(changes.answers)} 道题的"))
    for name, added, removed in (
        ("考点", changes.points_added, changes.points_removed),
        ("术语", changes.terms_added, changes.terms_removed),
    ):
        words = [f"{word} {len(group)} 个" for word, group in (("新加", added), ("删去", removed)) if group]
        if words:
            rows.append((name, "，".join(words)))
    return rows


def _sections(changes: Changes, quote: Quote, name: Quote) -> list[tuple[str, list[Item]]]:
    """Return what deserves a list: a title and its items, each with details."""
    pages: list[Item] = [
        (f"{_FATES[page.fate]}：{quote(page.title)}（{name(page.path)}）", []) for page in changes.pages
    ]
    vanished: list[Item] = [(name(address), []) for address in changes.vanished]
    sections: list[tuple[str, list[Item]]] = [
        (
            f"答案变了 {len(changes.answers)} 道，请审阅的人逐题核对",
            [_answer(note, quote, name) for note in changes.answers],
        ),
        ("这些地址没有了，读者收藏的链接会打不开", vanished),
        ("删去的题", [_question(note, quote, name, "理由：") for note in changes.removed]),
        ("新出的题", [_question(note, quote, name, "") for note in changes.added]),
        ("改动的题", [_question(note, quote, name, "改了") for note in changes.changed]),
        ("页", pages),
        ("新加的考点", _names(changes.points_added, quote)),
        ("删去的考点", _names(changes.points_removed, quote)),
        ("新加的术语", _names(changes.terms_added, quote)),
        ("删去的术语", _names(changes.terms_removed, quote)),
    ]
    return [(title, _cut(items)) for title, items in sections if items]


def _answer(note: AnswerNote, quote: Quote, name: Quote) -> Item:
    said = f"理由：{quote(note.why)}" if note.why else "答案表里没有写理由。"
    if not note.new:
        said = "现在读不出答案，多半是这道题写坏了；先照检查说的改好，不用去确认答案。"
    elif not note.confirmed:
        said = f"答案表还没有确认这次改动。确认的办法：{name(f'python3 scripts key --accept {note.question.id} --why 理由')}"
    details = [f"原来：{quote(note.old) or '（没有）'}", f"现在：{quote(note.new) or '（没有）'}", said]
    return _head(note.question, quote, name), details


def _question(note: QuestionNote, quote: Quote, name: Quote, words: str) -> Item:
    return _head(note, quote, name), [f"{words}{quote('、'.join(note.parts))}"] if note.parts else []


def _head(note: QuestionNote, quote: Quote, name: Quote) -> str:
    stem = note.stem if len(note.stem) <= 60 else f"{note.stem[:60]}……"
    return f"{name(note.id)}（{quote(note.kind)}，{name(note.path)} 第 {note.line} 行）：{quote(stem)}"


def _names(names: Iterable[str], quote: Quote) -> list[Item]:
    return [(quote(name), []) for name in names]


def _cut(items: list[Item]) -> list[Item]:
    rest = len(items) - MOST
    return items if rest <= 0 else [*items[:MOST], (f"还有 {rest} 项，没有一一列出。", [])]
