"""The double entry of answers: the marks in the chapters against docs/answer-key.yml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.findings import Finding, Rule
from course import Course, KeyEntry, Question
from course.text import ID, fold, unspaced

KEY_FILE = "docs/answer-key.yml"

MISSING = Rule("KEY-01", "每道题都在答案表里登记过。", "核对答案以后运行 python3 scripts key --accept 题号。")
ANSWER = Rule(
    "KEY-02",
    "题目里标的正确答案和答案表一致。",
    "如果是误改，把题目改回去；如果答案确实该改，运行 python3 scripts key --accept 题号 --why 理由。",
)
STEM = Rule(
    "KEY-03",
    "题干和选项改动以后，重新确认过答案。",
    "再核对一遍答案，然后运行 python3 scripts key --accept 题号 --why 理由。",
)
GONE = Rule(
    "KEY-04",
    "登记过的题不会无故消失。",
    "如果是误删或改了题号，请恢复；确实要删，运行 python3 scripts key --accept 题号 --why 理由。",
)
REUSED = Rule("KEY-05", "题号用过一次就不再用于别的题。", "给这道题换一个新题号。")
PROOF = Rule(
    "KEY-06",
    "答案表里的 proof 指向真实的一节，那一节里有这个考点的关键词。",
    "改正 docs/answer-key.yml 里的 proof，或在那一节里把考点讲出来。",
)
POINT = Rule("KEY-07", "题目的考点和答案表一致。", "核对考点以后运行 python3 scripts key --accept 题号 --why 理由。")

FORM = Rule(
    "KEY-08",
    "答案表的每一条写得完整，次序和课程里的一样。",
    "不要手改答案表；次序乱了，运行 python3 scripts check --fix；少了内容，运行 python3 scripts key --accept 题号。",
)

_FINGERPRINT = re.compile(r"[0-9a-f]{8}")


@dataclass(frozen=True)
class Change:
    """A question whose two entries differ: `question` is None when it is gone, `entry` when it is new."""

    rule: Rule
    id: str
    question: Question | None
    entry: KeyEntry | None
    message: str


def changes(course: Course) -> Iterator[Change]:
    """Yield every question that the answer key does not confirm, one change a question, in course order."""
    for question in course.questions:
        if not question.id:
            continue  # the quizzes check asks for an id
        entry = course.key.entries.get(question.id)
        if entry is None:
            yield Change(MISSING, question.id, question, None, "这道题还没有登记答案。")
        elif entry.retired:
            message = f"题号“{question.id}”属于一道已经删去的题（{entry.retired}）。"
            yield Change(REUSED, question.id, question, entry, message)
        elif not _same(entry.answer, question.answer):
            message = f"题目里的答案是“{_words(question.answer)}”，答案表里登记的是“{_words(entry.answer)}”。"
            yield Change(ANSWER, question.id, question, entry, message)
        elif entry.question != question.fingerprint:
            yield Change(STEM, question.id, question, entry, "题干或选项改过，答案还没有重新确认。")
        elif entry.point != question.point:
            message = f"题目写的考点是“{question.point}”，答案表里登记的是“{entry.point}”。"
            yield Change(POINT, question.id, question, entry, message)
    alive = {question.id for question in course.questions}
    for entry in course.key.entries.values():
        if entry.id not in alive and not entry.retired:
            yield Change(GONE, entry.id, None, entry, f"答案表里有“{entry.id}”，课程里找不到这道题。")


def check(course: Course) -> Iterator[Finding]:
    """Yield every difference between the two entries, and every proof that does not hold."""
    for change in changes(course):
        if change.question is not None:
            yield Finding(change.rule, f"docs/{change.question.page}", change.question.line, change.message)
        elif change.entry is not None:
            page = change.entry.proof.partition("#")[0]
            yield Finding(change.rule, KEY_FILE, change.entry.line, change.message, f"docs/{page}")
    for entry in course.key.repeated:
        yield Finding(REUSED, KEY_FILE, entry.line, f"“{entry.id}”在答案表里登记了两次。")
    for entry in course.key.entries.values():
        if not entry.retired:
            yield from _proof(course, entry)
    yield from _form(course)


def _proof(course: Course, entry: KeyEntry) -> Iterator[Finding]:
    path, _, anchor = entry.proof.partition("#")
    about = f"docs/{path}"
    page = course.pages.get(path)
    section = page.section(anchor) if page else None
    if section is None:
        yield Finding(PROOF, KEY_FILE, entry.line, f"“{entry.id}”的 proof 指向“{entry.proof}”，没有这一节。", about)
        return
    point = course.points.get(entry.point)
    lacking = [term for term in point.terms if fold(term) not in fold(section)] if point else []
    if lacking:
        message = f"“{entry.id}”的 proof“{entry.proof}”那一节里没有考点的关键词：{'、'.join(lacking)}。"
        yield Finding(PROOF, KEY_FILE, entry.line, message, about)


def _form(course: Course) -> Iterator[Finding]:
    """Yield entries with an empty or malformed field, and those that stand behind a later question's."""
    order = {question.id: i for i, question in enumerate(course.questions)}
    before: tuple[int, str] = (-1, "")
    for entry in course.key.entries.values():

        def at(message: str, entry: KeyEntry = entry) -> Finding:
            page = entry.proof.partition("#")[0]
            return Finding(FORM, KEY_FILE, entry.line, message, f"docs/{page}")

        if not ID.fullmatch(entry.id):
            yield at(f"题号“{entry.id}”不合规则。")
        if not _FINGERPRINT.fullmatch(entry.question):
            yield at(f"“{entry.id}”的 question 不是八位的指纹：“{entry.question[:30]}”。")
        if not entry.answer or not all(map(fold, entry.answer)):
            yield at(f"“{entry.id}”的 answer 是空的，或者里面有空的一条。")
        place = len(order) if entry.retired else order.get(entry.id)
        if place is not None:
            if place < before[0]:
                yield at(f"“{entry.id}”在课程里排在“{before[1]}”前面，答案表里却在它后面。")
            before = (place, entry.id)


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two answers say the same, typography aside."""
    return [unspaced(words) for words in one] == [unspaced(words) for words in other]


def _words(answer: tuple[str, ...]) -> str:
    return "；".join(answer) or "（没有）"


RULES = (MISSING, ANSWER, STEM, GONE, REUSED, PROOF, POINT, FORM)
