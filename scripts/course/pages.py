"""Pages: front matter, headings, links and questions of one Markdown file, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml

from course.captions import Caption, read_captions
from course.markup import COMMENT, Tag, read_tags
from course.questions import Question, find_open, read_open, read_quiz
from course.waivers import Waiver, read_waivers

_FENCE = re.compile(r"^\s*(`{3,}|~{3,})")
_HEADING = re.compile(r"^(#{1,6})\s+(?P<rest>.*)$")
_ATTRIBUTE_ID = re.compile(r"\{[^}\n]*?#([\w-]+)[^}\n]*\}|^\s+attrs:\s*\{.*?\bid:\s*([\w-]+)|\bid=\"([\w-]+)\"")
_LINK = re.compile(
    r"(?P<image>!?)\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?(?P<target>[^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)"
    r"(?:\{:?(?P<attributes>[^}\n]*)\})?"
)
_DEFINITION = re.compile(r"^ {0,3}\[(?P<text>[^\]^][^\]]*)\]:\s*<?(?P<target>[^\s>]+)")
_INLINE_CODE = re.compile(r"(?<![\\`])(`+)(?!`).+?(?<!`)\1(?!`)")
_BOX = re.compile(r'^!!!\s+(?P<kind>[\w-]+)\s+"(?P<title>[^"]*)"')
_FOOTNOTE = re.compile(r"^\[\^(?P<name>[\w-]+)\]:\s+(?P<text>.+?)\s*$")
_COMMENT = re.compile(COMMENT, re.DOTALL)
QUIZ_OPEN, QUIZ_CLOSE = "<quiz>", "</quiz>"
# Nobody writes a longer line; a pattern could take minutes over one that goes on for a megabyte.
LONGEST_LINE = 2000


@dataclass(frozen=True)
class Heading:
    """A heading; `id` is empty when the source gives none."""

    level: int
    title: str
    id: str
    line: int


@dataclass(frozen=True)
class Link:
    """A link or image as written.

    Attributes:
        target: a path, a fragment, both, or an outside address.
        text: what stands for it: the words of a link, the alternative text of an image.
        attributes: what the braces behind it hold.
    """

    target: str
    image: bool
    line: int
    text: str = ""
    attributes: str = ""


@dataclass(frozen=True)
class Diagram:
    """The text of a Mermaid diagram; `line` and `end_line` are those of its fences."""

    source: str
    line: int
    end_line: int


@dataclass(frozen=True)
class Box:
    """A titled box (`!!! kind "title"`); `anchor` is the id of the heading it stands under, perhaps empty."""

    kind: str
    title: str
    anchor: str
    line: int


@dataclass(frozen=True)
class Page:
    """One Markdown file of the course.

    Attributes:
        path: below docs/, with slashes.
        text: the file as it stands, with the line ends of Unix.
    """

    path: str
    text: str

    @classmethod
    def read(cls, file: Path, docs: Path) -> Page:
        """Read `file`, which lies below `docs`. Bytes that are no UTF-8 are replaced, never fatal."""
        text = file.read_bytes().decode("utf-8-sig", errors="replace")
        return cls(file.relative_to(docs).as_posix(), text.replace("\r\n", "\n").replace("\r", "\n"))

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file; line n of the file is item n - 1. Of a line beyond `LONGEST_LINE` the beginning."""
        return [line[:LONGEST_LINE] for line in self.text.split("\n")]

    @cached_property
    def front_matter_end(self) -> int:
        """The number of lines that the front matter takes, its fences included; 0 without one."""
        if self.lines[0].rstrip() != "---":
            return 0
        return next((i + 1 for i, line in enumerate(self.lines[1:], 1) if line.rstrip() in ("---", "...")), 0)

    @cached_property
    def meta(self) -> dict:
        """The front matter; empty when there is none or when it is no YAML mapping: `meta_fault` says why."""
        return self._front_matter[0]

    @property
    def meta_fault(self) -> str:
        """Why the front matter cannot be read, with the line, for a person; empty when it can."""
        return self._front_matter[1]

    @cached_property
    def _front_matter(self) -> tuple[dict, str]:
        try:
            meta = yaml.safe_load("\n".join(self.lines[1 : self.front_matter_end - 1]))
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            return {}, f"第 {mark.line + 2} 行不合 YAML 的写法" if mark else "不合 YAML 的写法"
        if isinstance(meta, dict):
            return meta, ""
        return {}, "里面什么也没有" if meta is None else "要写成“名称: 内容”"

    @cached_property
    def prose(self) -> list[str]:
        """The lines with front matter and fenced code blanked, so that line numbers hold.

        A fence inside a question stays: mkdocs-quiz renders it as part of the question.
        """
        fence, inside, out = "", False, []
        for i, line in enumerate(self.lines):
            match = _FENCE.match(line)
            if i < self.front_matter_end:
                out.append("")
                continue
            if not fence:
                inside = (inside or line.strip() == QUIZ_OPEN) and line.strip() != QUIZ_CLOSE
            if inside:
                out.append(line)
            elif fence:
                closes = match and match[1].startswith(fence) and not line.strip().strip(fence[0])
                fence = "" if closes else fence
                out.append("")
            elif match:
                fence = match[1]
                out.append("")
            else:
                out.append(line)
        return out

    @cached_property
    def diagrams(self) -> list[Diagram]:
        """The page's Mermaid diagrams in order."""
        found, start = [], None
        for i, line in enumerate(self.lines):
            if start is None and re.match(r"^\s*(`{3,}|~{3,})\s*mermaid\b", line):
                start = i
            elif start is not None and _FENCE.match(line):
                found.append(Diagram("\n".join(self.lines[start + 1 : i]), start + 1, i + 1))
                start = None
        return found

    @cached_property
    def quiz_blocks(self) -> list[tuple[int, int]]:
        """(first, last) index into `lines` of every `<quiz>` block that is closed before the next one opens."""
        blocks, start = [], None
        for i, line in enumerate(self.prose):
            if line.strip() == QUIZ_OPEN:
                start = i
            elif line.strip() == QUIZ_CLOSE and start is not None:
                blocks.append((start, i))
                start = None
        return blocks

    @cached_property
    def questions(self) -> list[Question]:
        """The page's questions in the order of the source."""
        found = [read_quiz(self.lines[a : b + 1], self.path, a + 1) for a, b in self.quiz_blocks]
        outside = list(self.prose)
        for a, b in self.quiz_blocks:
            outside[a : b + 1] = [""] * (b + 1 - a)
        found += [read_open(self.lines[a : b + 1], self.path, a + 1) for a, b in find_open(outside)]
        return sorted(found, key=lambda question: question.line)

    @cached_property
    def waivers(self) -> list[Waiver]:
        """The rules that the page switches off, each for one block."""
        questions = {question.line: question.end_line for question in self.questions}
        # A waiver that a fence shows as an example is none.
        return [waiver for waiver in read_waivers(self.lines, questions) if self.prose[waiver.line - 1]]

    @cached_property
    def headings(self) -> list[Heading]:
        """The page's headings in order."""
        found = []
        for number, line in enumerate(self.markup, 1):
            match = _HEADING.match(line)
            if match:
                title, attributes = _title(match["rest"])
                id_ = re.search(r"#([\w-]+)", attributes)
                found.append(Heading(len(match[1]), title, id_[1] if id_ else "", number))
        return found

    @cached_property
    def boxes(self) -> list[Box]:
        """The page's boxes in order."""
        found = []
        for number, line in enumerate(self.markup, 1):
            match = _BOX.match(line)
            if match:
                above = [heading.id for heading in self.headings if heading.line < number and heading.id]
                found.append(Box(match["kind"], match["title"], above[-1] if above else "", number))
        return found

    @cached_property
    def footnotes(self) -> dict[str, str]:
        """The texts of the page's footnotes by their names, in order."""
        return {match["name"]: match["text"] for match in map(_FOOTNOTE.match, self.prose) if match}

    @cached_property
    def ids(self) -> dict[str, int]:
        """Every explicit id of the page that a link may name, with its line; of a repeated one the first."""
        return dict(reversed(self.ids_as_written))

    @cached_property
    def ids_as_written(self) -> list[tuple[str, int]]:
        """The ids with their lines, a repeated one as often as it is written: those of questions come last."""
        found = [
            (next(filter(None, match.groups())), number)
            for number, line in enumerate(self.markup, 1)
            for match in _ATTRIBUTE_ID.finditer(line)
        ]
        return found + [(f"q-{question.id}", question.line) for question in self.questions if question.id]

    @cached_property
    def links(self) -> list[Link]:
        """Links and images written in Markdown, code and comments left out."""
        found: list[Link] = []
        for number, line in enumerate(self.markup, 1):
            found += _links(line, number)
            definition = _DEFINITION.match(line)
            if definition:
                found.append(Link(definition["target"], False, number, definition["text"]))
        return found

    @cached_property
    def captions(self) -> list[Caption]:
        """The captions of the page's figures and tables in order."""
        return [caption for caption in read_captions(self.lines) if self.prose[caption.line - 1]]

    @cached_property
    def tags(self) -> list[Tag]:
        """The opening tags of raw HTML, code and comments left out."""
        return read_tags("\n".join(self.markup))

    @cached_property
    def markup(self) -> list[str]:
        """`prose` with inline code and comments blanked, so that what is left is markup and words."""
        blank = _COMMENT.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), "\n".join(self.prose))
        return [_INLINE_CODE.sub(lambda m: " " * len(m[0]), line) for line in blank.split("\n")]

    def section(self, anchor: str) -> str | None:
        """Return the Markdown below the heading `anchor` up to the next of its level, or None without one.

        The section is what is taught there: its own questions and their explanations are left out.
        """
        return self._sections.get(anchor)

    def section_lines(self, anchor: str) -> tuple[int, int] | None:
        """Return the section's (first, end) index into `lines`, its heading included, or None without one.

        The section runs from the heading `anchor` up to the next of its level.
        """
        return self._section_lines.get(anchor)

    @cached_property
    def _section_lines(self) -> dict[str, tuple[int, int]]:
        found: dict[str, tuple[int, int]] = {}
        for i, heading in enumerate(self.headings):
            following = (other.line - 1 for other in self.headings[i + 1 :] if other.level <= heading.level)
            found.setdefault(heading.id, (heading.line - 1, next(following, len(self.lines))))
        return found

    @cached_property
    def _sections(self) -> dict[str, str]:
        taught = list(self.lines)
        for question in self.questions:
            taught[question.line - 1 : question.end_line] = [""] * (question.end_line - question.line + 1)
        return {id_: "\n".join(taught[first:end]) for id_, (first, end) in self._section_lines.items()}


def _title(rest: str) -> tuple[str, str]:
    """Return title and attributes of a heading, given what follows its opening marks."""
    rest = rest.rstrip().rstrip("#").rstrip()
    before, brace, attributes = rest.rpartition("{")
    if brace and attributes.endswith("}") and attributes.count("}") == 1:
        return before.strip(), attributes[:-1]
    return rest.strip(), ""


def _links(text: str, line: int) -> Iterator[Link]:
    for match in _LINK.finditer(text):
        yield Link(match["target"], bool(match["image"]), line, match["text"], match["attributes"] or "")
        yield from _links(match["text"], line)  # an image may be the words of a link
