"""Questions side by side: no place, length or verdict that pays to guess in a chapter, no question asked twice."""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checks.findings import Finding, Rule
from course import Course, Question
from course.text import bare

BIAS = Rule(
    "QUIZ-21",
    "一章里，正确答案的位置、长短和判断题的对错分布均匀，碰运气讨不到便宜。",
    "调换几道题的选项次序，把过长的正确选项改短，或者改写几道判断题；改完用 python3 scripts key 重新确认。",
)
TWICE = Rule(
    "QUIZ-23",
    "同一道题在全课程里只出一次。",
    "换一个情境或一个角度重写后一题；确实重复的，删去一题。",
    waivable=True,
)

LIKELY = 0.01  # what chance brings about less often than this in a chapter is no chance
LIKELY_VERDICTS = 0.05  # verdicts are few in a chapter and easily evened out
ALIKE = 0.6  # share of runs of three characters that two questions have in common
ALIKE_STEMS = 0.8
COMMON = 10  # a run of characters that so many questions have tells nothing about two of them
LONG = 24  # a shorter stem may be like another by its subject alone

_INSTRUCTION = re.compile(r"^(名词解释|简答|简述|试述|论述|案例|请?说明|解释)(题|分析)?[：:]?")


def check(course: Course) -> Iterator[Finding]:
    """Yield chapters in which guessing pays, and questions that repeat an earlier one."""
    yield from _bias(course)
    yield from _twice(course)


def _bias(course: Course) -> Iterator[Finding]:
    for chapter in course.syllabus.chapters:
        pages = course.chapter_pages(chapter)
        questions = [question for page in pages for question in page.questions if question.finished]
        single = [q for q in questions if q.kind == "single" and len(q.right_options) == 1 and len(q.options) > 1]
        multiple = [q for q in questions if q.kind == "multiple"]
        judge = [q for q in questions if q.kind == "judge"]
        for message in (*_places(single, "单选题"), *_places(multiple, "多选题"), *_lengths(single), *_verdicts(judge)):
            yield Finding(BIAS, f"docs/{pages[0].path}", 1, f"第 {chapter.number} 章{message}")


def _places(questions: list[Question], name: str) -> Iterator[str]:
    letters = sorted({option.letter for question in questions for option in question.options})
    for letter in letters:
        asked = [q for q in questions if any(option.letter == letter for option in q.options)]
        right = [q for q in asked if any(option.letter == letter for option in q.right_options)]
        chances = [len(q.right_options) / len(q.options) for q in asked]
        if at_least(len(right), chances) < LIKELY:
            example = _named(right)
            yield f"的 {len(asked)} 道{name}里，{letter} 对了 {len(right)} 次，超出碰巧。可以调换选项次序的有：{example}。"
        elif at_most(len(right), chances) < LIKELY:
            example = _named([q for q in asked if q not in right])
            yield f"的 {len(asked)} 道{name}里，{letter} 只对了 {len(right)} 次，少得不像碰巧。可以把正确选项换到 {letter} 的有：{example}。"


def _lengths(questions: list[Question]) -> Iterator[str]:
    def size(text: str) -> int:
        return len(bare(text))

    longest, shortest = [], []
    for question in questions:
        right = size(question.right_options[0].text)
        wrong = [size(option.text) for option in question.options if not option.right]
        if right > max(wrong):
            longest.append(question)
        elif right < min(wrong):
            shortest.append(question)
    chances = [1 / len(question.options) for question in questions]
    for found, word in ((longest, "最长"), (shortest, "最短")):
        if at_least(len(found), chances) < LIKELY:
            yield f"的 {len(questions)} 道单选题里，正确选项{word}的有 {len(found)} 道，超出碰巧：{_named(found)}。"


def _verdicts(questions: list[Question]) -> Iterator[str]:
    for verdict in ("正确", "错误"):
        found = [question for question in questions if question.answer == (verdict,)]
        if at_least(len(found), [0.5] * len(questions)) < LIKELY_VERDICTS:
            yield f"的 {len(questions)} 道判断题里，{len(found)} 道是“{verdict}”，离各一半太远。可以改写的有：{_named(found)}。"


def _named(questions: list[Question]) -> str:
    names = [f"{question.id}（docs/{question.page}:{question.line}）" for question in questions[:4]]
    return "、".join(names) + (f" 等 {len(questions)} 道" if len(questions) > 4 else "")


def at_least(count: int, chances: Sequence[float]) -> float:
    """Return the probability of `count` hits or more when every try has a chance of its own."""
    return sum(_distribution(chances)[count:])


def at_most(count: int, chances: Sequence[float]) -> float:
    """Return the probability of `count` hits or fewer when every try has a chance of its own."""
    return sum(_distribution(chances)[: count + 1])


def _distribution(chances: Sequence[float]) -> list[float]:
    """Return the probability of each number of hits, from none to all."""
    weights = [1.0]
    for chance in chances:
        miss, hit = [*weights, 0.0], [0.0, *weights]
        weights = [m * (1 - chance) + h * chance for m, h in zip(miss, hit, strict=True)]
    return weights


def _twice(course: Course) -> Iterator[Finding]:
    """Yield questions that share most of their wording with an earlier one of a like kind."""
    questions = [question for question in course.questions if question.finished]
    wordings = [_Wording.of(question) for question in questions]
    seen: dict[str, dict[str, list[int]]] = {wording.group: {} for wording in wordings}
    for number, (question, wording) in enumerate(zip(questions, wordings, strict=True)):
        shared: dict[int, int] = {}
        for run in wording.runs:
            earlier = seen[wording.group].setdefault(run, [])
            if len(earlier) < COMMON:
                for other in earlier:
                    shared[other] = shared.get(other, 0) + 1
                earlier.append(number)
        most = heapq.nsmallest(3, shared, key=lambda other: (-shared[other], other))
        twin = next((questions[other] for other in most if wording.repeats(wordings[other])), None)
        if twin is not None:
            message = f"这道题和“{twin.id}”（docs/{twin.page}:{twin.line}）几乎一样。"
            yield Finding(TWICE, f"docs/{question.page}", question.line, message)


@dataclass(frozen=True)
class _Wording:
    """What a question says: its stem, and the whole of it with the options in any order or the answers of blanks."""

    group: str
    stem: str
    whole: str
    runs: frozenset[str]

    @classmethod
    def of(cls, question: Question) -> _Wording:
        stem = bare(_INSTRUCTION.sub("", re.sub(r"\[\[.*?\]\]", "", question.stem)))
        words = [spellings[0] for spellings in question.blanks]
        if question.kind in ("single", "multiple"):
            words = sorted(option.text for option in question.options)
        whole = stem + "".join(map(bare, words))
        group = "choice" if question.kind in ("single", "multiple") else question.kind
        return cls(group, stem, whole, _runs(whole))

    def repeats(self, other: _Wording) -> bool:
        """Tell whether this asks what `other` asks."""
        if not self.whole or self.whole == other.whole:
            return bool(self.whole)
        if min(len(self.whole), len(other.whole)) >= LONG and _alike(self.runs, other.runs) >= ALIKE:
            return True
        return (
            min(len(self.stem), len(other.stem)) >= LONG and _alike(_runs(self.stem), _runs(other.stem)) >= ALIKE_STEMS
        )


def _runs(text: str) -> frozenset[str]:
    return frozenset(text[i : i + 3] for i in range(max(1, len(text) - 2)))


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)


RULES = (BIAS, TWICE)
