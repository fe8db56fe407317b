"""Questions: read from a page's Markdown, each with one identity.

Auto-graded questions are written in the syntax of mkdocs-quiz; the first line of the block is a comment
with the question's id, syllabus point and level. An open question is plain Markdown: the same comment, the
stem, and a folded `??? answer` block with the marking points. Options, reasons and blanks are recognised by
mkdocs-quiz's own patterns, so that the model sees what the plugin will render.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from mkdocs_quiz.parsing import CHECKBOX_REGEX, FILL_BLANK_REGEX, collect_feedback

from course.text import UNFILLED, unspaced

Kind = Literal["single", "multiple", "judge", "blank", "open"]
Level = Literal["识记", "领会", "应用"]

LEVELS: tuple[Level, ...] = ("识记", "领会", "应用")
OPEN_KINDS = ("名词解释", "简答", "论述", "案例")
# Names of the kinds as readers know them from exam papers; an open question carries its own.
KIND_NAMES: dict[Kind, str] = {"single": "单选", "multiple": "多选", "judge": "判断", "blank": "填空", "open": "简答"}

LETTERS = "ABCDEFGHIJ"
_IDENTITY = re.compile(r"^<!--\s*q:\s*(?P<fields>.*?)\s*-->\s*$")
# A field's value may hold anything but the name of the next field.
_FIELD = re.compile(r"(?:^|\s)(point|level|accept|kind):\s*")
_MARKING = re.compile(r'^\?\?\?\+?\s+answer\s+"(?P<title>[^"]*)"\s*$')
_MARKING_POINT = re.compile(r"^\s*[-*]\s+(?P<text>.*?)（(?P<marks>\d+) ?分）\s*$")
_JUDGE_OPTIONS = ("正确", "错误")


@dataclass(frozen=True)
class Identity:
    """The identity comment of a question.

    Attributes:
        id: the question's id, kebab-case English, unique in the course and never reused.
        fields: the comment's other fields by name; `accept` and `kind` are optional ones.
    """

    id: str
    fields: dict[str, str]

    @classmethod
    def parse(cls, line: str) -> Identity | None:
        """Return the identity that the comment `line` gives, or None when it is no such comment."""
        match = _IDENTITY.match(line.strip())
        if not match:
            return None
        parts = _FIELD.split(match["fields"])
        values = {name: value.strip() for name, value in zip(parts[1::2], parts[2::2], strict=True)}
        return cls(parts[0].strip(), values)


@dataclass(frozen=True)
class Option:
    """One option of a choice question; `reason` says why it is wrong (or right), Markdown, perhaps empty."""

    letter: str
    text: str
    right: bool
    reason: str
    line: int


@dataclass(frozen=True)
class MarkingPoint:
    """One point for which an open answer earns `marks` marks."""

    text: str
    marks: int
    line: int


@dataclass(frozen=True)
class Question:
    """One question.

    Attributes:
        id: the stable id; empty when the source gives none.
        kind: what the reader does; a choice question with two right options is `multiple`.
        name: the kind as readers know it (单选 …; an open question names its own).
        point: the id of the syllabus point that it asks about.
        level: 识记, 领会 or 应用, as written.
        page: the page's path below docs/, with slashes.
        line, end_line: the first and the last line of the block in that file, counted from 1.
        stem: the Markdown that asks; a blank still stands in it as `[[…]]`.
        options: of a choice question, in the order of the source.
        blanks: for each blank all accepted spellings, the one in the stem first.
        marking: of an open question.
        declared_marks: the marks that the title of the marking block promises; 0 when it promises none.
        explanation: Markdown after the options, or after the rule of a fill-in question.
        source: the block as it stands in the file.
    """

    id: str
    kind: Kind
    name: str
    point: str
    level: str
    page: str
    line: int
    end_line: int
    stem: str
    source: str
    options: tuple[Option, ...] = ()
    blanks: tuple[tuple[str, ...], ...] = ()
    marking: tuple[MarkingPoint, ...] = ()
    declared_marks: int = 0
    explanation: str = ""
    identity: Identity | None = field(default=None, repr=False)

    @property
    def auto_graded(self) -> bool:
        """Whether a program can mark the answer."""
        return self.kind != "open"

    @property
    def finished(self) -> bool:
        """Whether its author has filled every gap of the template."""
        return UNFILLED not in self.source

    @property
    def right_options(self) -> tuple[Option, ...]:
        """The options marked as right."""
        return tuple(option for option in self.options if option.right)

    @property
    def answer(self) -> tuple[str, ...]:
        """The right answer in words: right options, accepted spellings per blank, or marking points."""
        if self.kind == "blank":
            return tuple("|".join(variants) for variants in self.blanks)
        if self.kind == "open":
            return tuple(f"{point.text}（{point.marks} 分）" for point in self.marking)
        return tuple(option.text for option in self.right_options)

    @property
    def fingerprint(self) -> str:
        """Hash of what is asked: stem and options in order, without the answer; typography makes no difference."""
        stem = re.sub(FILL_BLANK_REGEX, "[[]]", self.stem)
        return _digest(unspaced(stem), [unspaced(option.text) for option in self.options])

    @property
    def version(self) -> str:
        """Hash of what is asked and what is right: a reader's earlier result holds for one version."""
        return _digest(self.fingerprint, self.kind, [unspaced(words) for words in self.answer])


def _digest(*parts: object) -> str:
    content = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(content.encode()).hexdigest()[:8]


def read_quiz(lines: list[str], page: str, line: int) -> Question:
    """Read one `<quiz>` block as mkdocs-quiz does.

    Args:
        lines: the block, its tags included.
        page: the page's path below docs/.
        line: the number of the block's first line in that file.
    """
    body = lines[1:-1] if lines[-1].strip() == "</quiz>" else lines[1:]
    identity = next((found for found in map(Identity.parse, body) if found), None)
    content = [text if Identity.parse(text) is None else "" for text in body]
    common = {"page": page, "line": line, "end_line": line + len(lines) - 1, "source": "\n".join(lines)}
    if any(re.search(FILL_BLANK_REGEX, text) for text in content):
        return _read_blank(content, identity, common)
    return _read_choice(content, identity, common)


def _read_choice(body: list[str], identity: Identity | None, common: dict) -> Question:
    options: list[Option] = []
    first = next((i for i, text in enumerate(body) if CHECKBOX_REGEX.match(text)), len(body))
    at = rest = first
    while at < len(body):
        match = CHECKBOX_REGEX.match(body[at])
        if match:
            letter = LETTERS[len(options) % len(LETTERS)]
            reason, after = collect_feedback(body, at + 1)
            right = match[1].lower() == "x"
            options.append(Option(letter, match[2].strip(), right, reason or "", common["line"] + 1 + at))
            at = rest = after
        elif not body[at].strip():
            at += 1
        else:
            break
    kind: Kind = "multiple" if sum(option.right for option in options) > 1 else "single"
    if kind == "single" and tuple(option.text for option in options) == _JUDGE_OPTIONS:
        kind = "judge"
    return Question(
        **_identified(identity, kind),
        **common,
        stem=_text(body[:first]),
        options=tuple(options),
        explanation=_text(body[rest:]),
    )


def _read_blank(body: list[str], identity: Identity | None, common: dict) -> Question:
    rule = next((i for i, text in enumerate(body) if text.strip() == "---"), len(body))
    stem = _text(body[:rule])
    written = [match[1].strip() for match in re.finditer(FILL_BLANK_REGEX, stem)]
    accept = re.split(r"[;；]", identity.fields.get("accept", "")) if identity else []
    blanks = []
    for i, answer in enumerate(written):
        others = accept[i].split("|") if i < len(accept) else []
        blanks.append((answer, *(other.strip() for other in others if other.strip())))
    return Question(
        **_identified(identity, "blank"),
        **common,
        stem=stem,
        blanks=tuple(blanks),
        explanation=_text(body[rule + 1 :]),
    )


def read_open(lines: list[str], page: str, line: int) -> Question:
    """Read one open question: identity comment, stem, `??? answer` block.

    Args:
        lines: the question, from its comment to the last line of the marking block.
        page: the page's path below docs/.
        line: the number of the comment's line in that file.
    """
    identity = Identity.parse(lines[0])
    fold = next((i for i, text in enumerate(lines) if _MARKING.match(text)), len(lines))
    title = _MARKING.match(lines[fold]) if fold < len(lines) else None
    declared = re.search(r"(\d+) ?分", title["title"]) if title else None
    marking, rest = [], []
    for i, text in enumerate(lines[fold + 1 :], start=fold + 1):
        match = _MARKING_POINT.match(text)
        if match:
            marking.append(MarkingPoint(match["text"].strip(), int(match["marks"]), line + i))
        else:
            rest.append(text.removeprefix("    "))
    return Question(
        **_identified(identity, "open"),
        page=page,
        line=line,
        end_line=line + len(lines) - 1,
        source="\n".join(lines),
        stem=_text(lines[1:fold]),
        marking=tuple(marking),
        declared_marks=int(declared[1]) if declared else 0,
        explanation=_text(rest),
    )


def find_open(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Yield (first, last) index of every open question in `lines`, which hold no `<quiz>` block or fence.

    A question ends with the indented body of its marking block, or before the next question or heading
    when it has none.
    """
    starts = [i for i, text in enumerate(lines) if Identity.parse(text)]
    for start in starts:
        end, folded = start, False
        for i in range(start + 1, len(lines)):
            text = lines[i]
            if i in starts or text.startswith("#"):
                break
            if folded and text.strip() and not text.startswith("    "):
                break
            folded = folded or bool(_MARKING.match(text))
            if text.strip():
                end = i
        yield start, end


def _identified(identity: Identity | None, kind: Kind) -> dict:
    fields = identity.fields if identity else {}
    return {
        "id": identity.id if identity else "",
        "kind": kind,
        "name": fields.get("kind", KIND_NAMES[kind]) if kind == "open" else KIND_NAMES[kind],
        "point": fields.get("point", ""),
        "level": fields.get("level", ""),
        "identity": identity,
    }


def _text(lines: list[str]) -> str:
    return "\n".join(lines).strip("\n").rstrip()
