"""What `check --fix` does: mend the sources where that is safe, and write nothing that changes a word.

Before a file is written it is read back: the same words, the same questions, options, answers, ids and addresses. A
question that was confirmed before and whose punctuation alone has changed stays confirmed. New addresses are
recorded.
"""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from authoring.source_file import SourceFile
from checks import key as key_rules
from checks.addresses import FILE as ADDRESSES
from checks.addresses import renewed_addresses
from checks.fixes import KEY_FILE, mended
from commands.key import renewed
from course import AnswerKey, Course, KeyEntry, Page
from course.answer_key import HEADER
from course.raw_file import RawFile, read_raw
from course.text import wording


@dataclass(frozen=True)
class Mend:
    """One file that is mended, or that is not: then `refusal` says why."""

    before: RawFile
    after: RawFile
    refusal: str = ""

    @property
    def lines(self) -> int:
        """How many lines of the file change; line ends and a byte order mark count as one line."""
        old, new = self.before.text.split("\n"), self.after.text.split("\n")
        changed = sum(a != b for a, b in zip(old, new, strict=False)) + abs(len(old) - len(new))
        return max(changed, 1)


def mend(course: Course, files: Collection[str] = ()) -> list[Mend]:
    """Mend the files below the course's docs/ on the disk and return what was done, in the order of the paths.

    Args:
        files: paths from the project's root (`docs/…`): no other file is changed, but for the answer key, when a
            question of theirs must stay confirmed, and the list of addresses, which only grows. Without any, every
            file is mended.

    Raises:
        Failure: a file cannot be written; it is then as it was.
    """
    sources = {file.path: file for file in read_raw(course.docs)}
    wanted = [file for path, file in sources.items() if not files or f"docs/{path}" in files]
    mends = [_judged(Mend(file, after)) for file in wanted if (after := mended(file)).content != file.content]
    safe = [one for one in mends if not one.refusal]
    pages = {one.after.path: Page(one.after.path, one.after.text) for one in safe if one.after.path.endswith(".md")}
    if KEY_FILE in sources:
        key, moved = _key(course, replace(course, pages=course.pages | pages), sources[KEY_FILE])
        in_order = not files or f"docs/{KEY_FILE}" in files
        if key.refusal and moved:
            mends = [_held_back(one, moved, key.refusal) for one in mends]
        elif key.before.content != key.after.content and (moved or in_order):
            mends.append(key)
    addresses = sources.get(ADDRESSES.removeprefix("docs/"))
    if addresses is not None:
        recorded = addresses.with_text(renewed_addresses(course))
        if recorded.content != addresses.content:
            mends.append(Mend(addresses, recorded))
    for one in mends:
        if not one.refusal:
            SourceFile(course.docs / one.after.path, "", (one.after.content.decode("utf-8"),)).write()
    return sorted(mends, key=lambda one: one.before.path)


def report(mends: list[Mend]) -> Iterator[str]:
    """Yield what was done, a sentence a file."""
    for one in mends:
        if one.refusal:
            yield f"没有改 docs/{one.before.path}：{one.refusal}"
        else:
            yield f"改好了 docs/{one.before.path}，{one.lines} 行。"
    done = [one for one in mends if not one.refusal]
    if done:
        yield f"一共改了 {len(done)} 个文件，{sum(one.lines for one in done)} 行。请看一遍改动再提交。"
    else:
        yield "没有能自动改的地方。"


def _judged(one: Mend) -> Mend:
    """Return `one` with a refusal when the mended file does not say the same as before."""
    old, new = one.before.text, one.after.text
    same = wording(old) == wording(new)
    if same and one.before.path.endswith(".md"):
        same = _skeleton(Page(one.before.path, old)) == _skeleton(Page(one.before.path, new))
    elif same:
        same = _same_data(old, new)
    return one if same else replace(one, refusal="自动改会动到字句、题目或编号，请照提示手工改。")


def _skeleton(page: Page) -> tuple[object, ...]:
    """Return what of a page no mend may change: its questions, ids and addresses, and how it is built."""
    questions = [
        (
            question.identity,
            question.kind,
            question.line,
            question.end_line,
            wording(question.stem),
            [(wording(option.text), option.right, wording(option.reason)) for option in question.options],
            question.blanks,
            [(wording(point.text), point.marks) for point in question.marking],
            question.declared_marks,
            wording(question.explanation),
        )
        for question in page.questions
    ]
    headings = [(heading.level, heading.id, heading.line) for heading in page.headings]
    boxes = [(box.kind, box.line) for box in page.boxes]
    diagrams = [(diagram.line, diagram.source.count("\n")) for diagram in page.diagrams]
    meta = {name: wording(str(value)) for name, value in page.meta.items()}
    return questions, headings, page.ids, page.links, list(page.footnotes), boxes, diagrams, meta, page.waivers


def _same_data(old: str, new: str) -> bool:
    """Tell whether two YAML texts hold the same, the typography of their strings aside."""
    try:
        return _folded(yaml.safe_load(old)) == _folded(yaml.safe_load(new))
    except yaml.YAMLError:
        return False


def _folded(data: object) -> object:
    if isinstance(data, dict):
        return {key: _folded(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_folded(item) for item in data]
    return wording(data) if isinstance(data, str) else data


def _key(old: Course, new: Course, file: RawFile) -> tuple[Mend, set[str]]:
    """Return the mend of the answer key for the course `new`, and the pages whose questions it must follow.

    Entries come in the order of the course. One that confirmed a question of the course `old` confirms it in `new`.
    """
    unsure = {change.id for change in key_rules.changes(old)}
    moved = [change for change in key_rules.changes(new) if change.id not in unsure]
    entries = dict(new.key.entries)
    for change in moved:
        assert change.question is not None and change.entry is not None  # it was confirmed before
        entries[change.id] = replace(change.entry, question=change.question.fingerprint, answer=change.question.answer)
    ordered = renewed(replace(new, key=AnswerKey(entries)), [], "")
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / KEY_FILE
        AnswerKey(ordered).write(written)
        after = file.with_text(written.read_text(encoding="utf-8"))
        refusal = ""
        if after.content != file.content and _loses(old.key, file.text, AnswerKey.read(written), ordered):
            refusal = "里面有重复的题号，或有命令不会写的内容，重写会丢掉它。"
    return Mend(file, after, refusal), {change.question.page for change in moved if change.question}


def _loses(key: AnswerKey, text: str, back: AnswerKey, wanted: dict[str, KeyEntry]) -> bool:
    comments = {line for line in text.split("\n") if line.lstrip().startswith("#")}
    read = {id_: replace(entry, line=0) for id_, entry in back.entries.items()}
    same = read == {id_: replace(entry, line=0) for id_, entry in wanted.items()}
    return bool(key.repeated) or not same or not comments <= set(HEADER.split("\n"))


def _held_back(one: Mend, pages: Collection[str], why: str) -> Mend:
    """Return `one` refused when it changes one of `pages` and the answer key cannot follow."""
    if one.refusal or one.before.path not in pages:
        return one
    return replace(one, refusal=f"答案表 docs/{KEY_FILE} 要跟着改，可是{why}")
