"""`key`: show the answers that the answer key does not confirm, and accept them with a reason."""

from __future__ import annotations

import argparse
from dataclasses import replace

from checks import key as rules
from checks import quizzes
from course import AnswerKey, Course, KeyEntry
from failures import Failure
from project import DOCS
from sources import load_course


def run(options: argparse.Namespace) -> int:
    """Show or accept changes. Returns 1 when a change is left unaccepted, else 0."""
    course = load_course()
    pending = {change.id: change for change in rules.changes(course)}
    accepted = _accepted(options, course, pending)
    slip = next(quizzes.tag_slips(course), None)
    if accepted and slip:
        raise Failure(f"{slip.path}:{slip.line}：{slip.message}后面的题都会读错，先改好这一处再确认答案。", 1)
    for id_ in accepted:
        if pending[id_].rule is rules.REUSED:
            raise Failure(f"“{id_}”不能确认：{pending[id_].message}{rules.REUSED.remedy}", 1)
        if pending[id_].entry is not None and not options.why:
            raise Failure(f"“{id_}”登记过，改动要写理由：python3 scripts key --accept {id_} --why 理由", 2)
    if accepted or options.accept_all:  # with nothing to accept, the key is still put in order
        entries = renewed(course, [pending.pop(id_) for id_ in accepted], options.why or "")
        AnswerKey(entries).write(DOCS / "answer-key.yml")
        done = f"已登记 {len(accepted)} 道题的答案" if accepted else "已按课程的次序重写答案表"
        print(f"{done}，请把 docs/answer-key.yml 一起提交。")
    for change in pending.values():
        place = f"docs/{change.question.page}:{change.question.line}" if change.question else rules.KEY_FILE
        print(f"{change.id}（{place}）：{change.message}")
    if pending:
        print(f"有 {len(pending)} 道题等待确认。核对答案以后运行：python3 scripts key --accept 题号… --why 理由")
        return 1
    print(f"答案表和题目一致，共 {len(course.questions)} 道题。")
    return 0


def _accepted(options: argparse.Namespace, course: Course, pending: dict[str, rules.Change]) -> list[str]:
    if options.accept_all:
        return list(pending)
    known = {question.id for question in course.questions} | set(course.key.entries)
    unknown = [id_ for id_ in options.accept if id_ not in known]
    if unknown:
        raise Failure(f"没有这些题号：{'、'.join(unknown)}。不带参数运行 python3 scripts key 可以看到等待确认的题。", 2)
    return [id_ for id_ in dict.fromkeys(options.accept) if id_ in pending]


def renewed(course: Course, changes: list[rules.Change], why: str) -> dict[str, KeyEntry]:
    """Return all entries with `changes` accepted: living ones in course order, then the retired ones."""
    entries = dict(course.key.entries)
    for change in changes:
        question, entry = change.question, change.entry
        if question is None:
            assert entry is not None  # a change has at least one side
            entries[change.id] = replace(entry, retired=why)
            continue
        point = course.points.get(question.point)
        if point is None:
            raise Failure(f"“{question.id}”的考点“{question.point}”不在 docs/syllabus.yml 里，先改正再确认。", 1)
        # A proof set by hand stays as long as the point stays.
        keeps = entry is not None and entry.point == question.point
        proof = entry.proof if entry is not None and keeps else f"{point.page}#{point.anchor}"
        entries[question.id] = KeyEntry(
            id=question.id,
            question=question.fingerprint,
            answer=question.answer,
            point=question.point,
            proof=proof,
            why=why,
        )
    order = {question.id: i for i, question in enumerate(course.questions)}
    return dict(sorted(entries.items(), key=lambda item: order.get(item[0], len(order))))
