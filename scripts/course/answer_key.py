"""The answer key, docs/answer-key.yml: the second entry of every answer.

The marks in a chapter are the first entry. A changed answer must be changed here too, with a reason, so it
always shows as a line of its own in a pull request.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from course.data_files import Entry, read_yaml

HEADER = """\
# yaml-language-server: $schema=../scripts/course/schemas/answer-key.json
# 答案表：每道题的第二次登记。请不要手改；改了题目或答案以后，运行
#   python3 scripts key --accept 题号 --why 理由
# question 是题干和选项的指纹，answer 是用文字写的正确答案，point 是考点，proof 是能证明答案的那一节。
"""


class _Dumper(yaml.SafeDumper):
    """Puts quotes around a fingerprint like 17e23260 or 08213942: YAML 1.2, unlike 1.1, reads a number there."""


_Dumper.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"\d+(?:e\d+)?$"), list("0123456789"))


@dataclass(frozen=True)
class KeyEntry:
    """The second entry of one question.

    Attributes:
        question: the fingerprint of stem and options when the answer was accepted.
        answer: the right answer in words, as `Question.answer` gives it.
        point: the syllabus point.
        proof: the section that proves it, `path#anchor` below docs/.
        why: the reason given with the last change; empty for a first entry.
        retired: why the question is gone; empty while it lives. A retired id is never used again.
        line: where the entry stands in the file; 0 for one that is not written yet.
    """

    id: str
    question: str
    answer: tuple[str, ...]
    point: str
    proof: str
    why: str = ""
    retired: str = ""
    line: int = 0


@dataclass(frozen=True)
class AnswerKey:
    """All entries by question id, in the order of the file."""

    entries: dict[str, KeyEntry]
    repeated: tuple[KeyEntry, ...] = ()

    @classmethod
    def read(cls, file: Path) -> AnswerKey:
        """Read the key; a missing file is an empty key.

        Raises:
            ValueError: the file is no YAML or an entry is no mapping of the expected fields; the message
                names the line.
        """
        root = read_yaml(file) if file.exists() else None
        if root is None:
            return cls({})
        if not isinstance(root, yaml.MappingNode):
            raise ValueError(f"{file.name}:1：应当是“题号: 登记内容”的列表")
        entries: dict[str, KeyEntry] = {}
        repeated = []
        for name, value in root.value:
            entry = _entry(file.name, name, value)
            if entry.id in entries:  # YAML itself would silently keep the last one
                repeated.append(entry)
            entries.setdefault(entry.id, entry)
        return cls(entries, tuple(repeated))

    def write(self, file: Path) -> None:
        """Write the key to `file`, each entry in a fixed shape, so that a change shows as few lines."""
        blocks = [HEADER]
        for entry in self.entries.values():
            fields: dict[str, object] = {
                "question": entry.question,
                "answer": list(entry.answer),
                "point": entry.point,
                "proof": entry.proof,
            }
            if entry.why:
                fields["why"] = entry.why
            if entry.retired:
                fields["retired"] = entry.retired
            blocks.append(
                yaml.dump({entry.id: fields}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)
            )
        file.write_text("\n".join(blocks), encoding="utf-8", newline="\n")


def _entry(file: str, name: yaml.Node, value: yaml.Node) -> KeyEntry:
    if not isinstance(name, yaml.ScalarNode):
        raise ValueError(f"{file}:{name.start_mark.line + 1}：这里应当是题号")
    fields = Entry.of(file, value, "question", "answer", "point", "proof", "why", "retired")
    return KeyEntry(
        id=str(name.value),
        question=fields.text("question"),
        answer=fields.texts("answer"),
        point=fields.text("point"),
        proof=fields.text("proof"),
        why=fields.text("why", ""),
        retired=fields.text("retired", ""),
        line=name.start_mark.line + 1,
    )
