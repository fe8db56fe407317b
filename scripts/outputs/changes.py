"""What two states of the course differ in, in the words of the course: questions, answers, points, addresses.

A change is plain data, so that it can leave one program as JSON and be shown by another. Questions are the
same when their ids are the same, wherever they stand.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # reading changes back needs nothing but the standard library
    from course import Course, Page, Question

PageFate = Literal["added", "changed", "removed"]


@dataclass(frozen=True)
class PageNote:
    """A page that is new, gone or not what it was; `chapter` is the slug of its chapter, perhaps empty."""

    path: str
    title: str
    chapter: str
    fate: PageFate


@dataclass(frozen=True)
class QuestionNote:
    """A question as a report names it: its id, kind, stem and place, and which `parts` of it have changed.

    The place is that of the new state, of a removed question that of the old one.
    """

    id: str
    kind: str
    stem: str
    path: str
    line: int
    parts: tuple[str, ...] = ()


@dataclass(frozen=True)
class AnswerNote:
    """A question whose right answer is another: in words, before and after.

    Attributes:
        why: the reason that the answer key gives for it; empty when it gives none.
        confirmed: whether the answer key has the new answer.
    """

    question: QuestionNote
    old: str
    new: str
    why: str
    confirmed: bool


@dataclass(frozen=True)
class Changes:
    """All that differs between two states of the course.

    Attributes:
        questions_before, questions_now: how many questions there were and are.
        unnumbered: how many of those now have no id and so cannot be compared.
        answers: the most serious change of all; such a question stands in `changed` too.
        removed: why a question went stands in its `parts` when the answer key says so.
        points_*, terms_*: the names of syllabus points and glossary terms.
        vanished: addresses (`page` or `page#id`) that readers may have kept and that are no more.
    """

    questions_before: int
    questions_now: int
    unnumbered: int
    pages: tuple[PageNote, ...]
    answers: tuple[AnswerNote, ...]
    added: tuple[QuestionNote, ...]
    changed: tuple[QuestionNote, ...]
    removed: tuple[QuestionNote, ...]
    points_added: tuple[str, ...]
    points_removed: tuple[str, ...]
    terms_added: tuple[str, ...]
    terms_removed: tuple[str, ...]
    vanished: tuple[str, ...]

    @property
    def any(self) -> bool:
        """Whether anything differs."""
        return bool(self.pages or self.added or self.changed or self.removed or self.answers) or bool(
            self.points_added or self.points_removed or self.terms_added or self.terms_removed or self.vanished
        )

    @property
    def needs_a_look(self) -> bool:
        """Whether there is something that a reviewer has to decide, not only to read."""
        return bool(self.answers or self.removed or self.vanished)

    @property
    def chapters(self) -> tuple[str, ...]:
        """The slugs of the chapters with a page that is new or changed, each once."""
        return tuple(dict.fromkeys(page.chapter for page in self.pages if page.chapter and page.fate != "removed"))


# What of a question a change may touch, as contributors call it. The right answer is told apart from the rest.
_PARTS: dict[str, Callable[[Question], object]] = {
    "答案": lambda question: question.answer,
    "题型": lambda question: question.name,
    "题干": lambda question: _asked(question),
    "选项": lambda question: [option.text for option in question.options],
    "理由": lambda question: [option.reason for option in question.options],
    "解析": lambda question: question.explanation,
    "考点": lambda question: question.point,
    "层次": lambda question: question.level,
    "所在的页": lambda question: question.page,
}


def compare(old: Course, new: Course) -> Changes:
    """Return what differs in `new` from `old`."""
    before = {question.id: question for question in reversed(old.questions) if question.id}
    now = {question.id: question for question in reversed(new.questions) if question.id}
    order = [question.id for question in new.questions if now.get(question.id) is question]
    common = [id_ for id_ in order if id_ in before]
    parts = {id_: _parts(before[id_], now[id_]) for id_ in common}
    return Changes(
        questions_before=len(old.questions),
        questions_now=len(new.questions),
        unnumbered=sum(not question.id for question in new.questions),
        pages=tuple(_pages(old, new)),
        answers=tuple(_answer(old, new, before[id_], now[id_]) for id_ in common if "答案" in parts[id_]),
        added=tuple(_note(now[id_]) for id_ in order if id_ not in before),
        changed=tuple(_note(now[id_], parts[id_]) for id_ in common if parts[id_]),
        removed=tuple(
            _note(question, _retired(new, question.id))
            for question in old.questions
            if question.id not in now and before.get(question.id) is question
        ),
        points_added=_missing(_points(new), _points(old)),
        points_removed=_missing(_points(old), _points(new)),
        terms_added=_missing(_terms(new), _terms(old)),
        terms_removed=_missing(_terms(old), _terms(new)),
        vanished=tuple(_vanished(old, new)),
    )


def _asked(question: Question) -> str:
    """Return the stem without the words in its blanks: those are the answer."""
    stem = question.stem
    for blank in question.blanks:
        stem = stem.replace(f"[[{blank[0]}]]", "[[]]", 1)
    return stem


def _parts(old: Question, new: Question) -> tuple[str, ...]:
    return tuple(name for name, part in _PARTS.items() if part(old) != part(new))


def _note(question: Question, parts: tuple[str, ...] = ()) -> QuestionNote:
    stem = " ".join(_asked(question).replace("[[]]", "____").split())
    return QuestionNote(question.id, question.name, stem, f"docs/{question.page}", question.line, parts)


def _answer(old: Course, new: Course, before: Question, now: Question) -> AnswerNote:
    entry = new.key.entries.get(now.id)
    confirmed = entry is not None and entry.answer == now.answer
    # The reason of an earlier change says nothing about this one.
    renewed = entry is not None and entry != old.key.entries.get(now.id)
    why = entry.why if entry is not None and confirmed and renewed else ""
    return AnswerNote(_note(now), _words(before), _words(now), why, confirmed)


def _words(question: Question) -> str:
    if question.kind == "blank":
        return "；".join(" 或 ".join(variants) for variants in question.blanks)
    return "；".join(question.answer)


def _retired(course: Course, id_: str) -> tuple[str, ...]:
    entry = course.key.entries.get(id_)
    return (entry.retired,) if entry is not None and entry.retired else ()


def _pages(old: Course, new: Course) -> list[PageNote]:
    def note(course: Course, page: Page, fate: PageFate) -> PageNote:
        chapter = course.chapter_of(page.path)
        return PageNote(f"docs/{page.path}", _title(page), chapter.slug if chapter else "", fate)

    notes = []
    for page in new.pages.values():
        if page.path not in old.pages:
            notes.append(note(new, page, "added"))
        elif old.pages[page.path].text != page.text:
            notes.append(note(new, page, "changed"))
    return notes + [note(old, page, "removed") for page in old.pages.values() if page.path not in new.pages]


def _title(page: Page) -> str:
    title = page.meta.get("title") or next((heading.title for heading in page.headings), page.path)
    return str(title)


def _points(course: Course) -> dict[str, str]:
    return {point.id: point.title for point in course.syllabus.points}


def _terms(course: Course) -> dict[str, str]:
    return {term.id: term.name for term in course.glossary}


def _missing(names: dict[str, str], others: dict[str, str]) -> tuple[str, ...]:
    return tuple(name for id_, name in names.items() if id_ not in others)


def _vanished(old: Course, new: Course) -> list[str]:
    """Return the addresses that are no more; those of questions are told with the questions."""
    gone = []
    for path, page in old.pages.items():
        if path not in new.pages:
            gone.append(path)
            continue
        questions = {f"q-{question.id}" for question in page.questions}
        gone += [f"{path}#{id_}" for id_ in page.ids if id_ not in new.pages[path].ids and id_ not in questions]
    return gone
