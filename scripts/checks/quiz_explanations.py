"""What a reader is told after answering: an explanation and reasons with words of their own, and a way back."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from checks.findings import Finding, Rule
from course import Course, Question
from course.text import bare, fold

EMPTY = Rule(
    "QUIZ-22",
    "解析和理由说出为什么：不只是把选项和题干再念一遍，不只说“不对”，同一道题里也不把一句理由用两次。",
    "写出关键的那一点：它依据什么，或者错在哪里、为什么容易选它。",
    waivable=True,
)
LINK_BACK = Rule(
    "QUIZ-26",
    "解析里有一个回看的链接，指向讲这个考点的一节。",
    "在解析末尾加上 [回看：小节名](#小节编号)，指向考点在 docs/syllabus.yml 里的那一节，或者本章里讲到它的另一节。",
    waivable=True,
)

_LINKED = re.compile(r"\[[^\]]*\]\([^)]*\)")
# What may be said of any option or answer, and so says nothing of this one.
_EMPTY_WORDS = re.compile(
    r"解析|正确答案|正确选项|错误选项|干扰项|干扰|答案|本题|此题|这道题|这题|题干|题意|题目|选项|这一项|该项|此项|本项|这一条|这个|这种|这是|故选|应选|应该选|"
    r"因此|所以|理由|原因|说法|做法|不够准确|不准确|不全面|不完整|不恰当|不合适|不合理|不妥当|不妥|片面|有误|并不|并非|不正确|不符合|不符|不相符|不属于|不应选|不能选|不选|不对|不是|不行|正确|错误|错的|对的|符合|显然|当然|明显|排除|原因同上|同上|"
    r"讲义|题库|教材|课本|按照|根据|按|依|见|即|就是|应为|应是|属于|为|是|选|错|对|故|与|和|的|了|[a-e]"
)


def check(course: Course) -> Iterator[Finding]:
    """Yield explanations and reasons that say nothing, and explanations without a way back."""
    for question in course.questions:
        if question.auto_graded and question.finished:
            yield from _explanation(question)
            yield from _reasons(question)
            yield from _link_back(course, question)


def _explanation_line(question: Question) -> int:
    """Return the line on which the explanation begins."""
    first = question.explanation.split("\n")[0]
    lines = question.source.split("\n")
    return question.line + max((i for i, line in enumerate(lines) if line == first), default=0)


def _explanation(question: Question) -> Iterator[Finding]:
    words = bare(_LINKED.sub("", question.explanation))
    known = [question.stem, *(option.text for option in question.right_options)]
    known += [spelling for blank in question.blanks for spelling in blank]
    if words and not _says_more(words, known, 3):
        message = "解析只把题干和答案再说了一遍，没有说为什么。"
        yield Finding(EMPTY, f"docs/{question.page}", _explanation_line(question), message)


def _reasons(question: Question) -> Iterator[Finding]:
    given: dict[str, str] = {}
    for option in question.options:
        words = bare(option.reason)
        if not words:
            continue

        line = option.line + 1
        if not _says_more(words, [option.text], 1):
            message = f"选项 {option.letter} 的理由没有说出它错在哪里：“{option.reason.strip()[:30]}”。"
        elif (twin := given.setdefault(fold(option.reason), option.letter)) != option.letter:
            message = f"选项 {option.letter} 和选项 {twin} 用了同一句理由。"
        else:
            continue
        yield Finding(EMPTY, f"docs/{question.page}", line, message)


def _says_more(words: str, known: list[str], least: int) -> bool:
    """Tell whether `words` say more than `known`: a fifth of their pairs of characters, and `least` of them."""
    said = "|".join(map(bare, known))
    if len(words) > 2 * len(said) + 24:
        return True
    old = {said[i : i + 2] for i in range(len(said) - 1)}
    rest = _EMPTY_WORDS.sub("|", words)
    pairs = {rest[i : i + 2] for i in range(len(rest) - 1) if "|" not in rest[i : i + 2]}
    new = pairs - old
    return len(new) >= least and len(new) * 5 >= len(pairs)


def _link_back(course: Course, question: Question) -> Iterator[Finding]:
    point = course.points.get(question.point)
    taught = course.pages.get(point.page) if point else None
    if not point or not taught or taught.section(point.anchor) is None:
        return  # QUIZ-11 and SYLL-01 speak of that
    line = _explanation_line(question)
    explanation = range(line, question.end_line + 1)
    links = course.pages[question.page].links
    targets = [link.target for link in links if not link.image and link.line in explanation]
    if not targets:
        message = "解析里没有回看的链接。"
        yield Finding(LINK_BACK, f"docs/{question.page}", line if question.explanation else question.end_line, message)
        return
    places = []
    for target in targets:
        path, _, anchor = target.partition("#")
        path = posixpath.normpath(posixpath.join(posixpath.dirname(question.page), path)) if path else question.page
        places.append((path, anchor))
    if not any(_teaches(course, question, path, anchor) for path, anchor in places):
        message = f"回看的链接“{targets[0][:60]}”没有指向讲考点“{point.title}”的一节（{point.page}#{point.anchor}）。"
        yield Finding(LINK_BACK, f"docs/{question.page}", line, message)


def _teaches(course: Course, question: Question, path: str, anchor: str) -> bool:
    """Tell whether the section is the point's, part of it or around it, or in its chapter with a word of the point."""
    point = course.points[question.point]
    page = course.pages.get(path)
    section = page.section(anchor) if page and anchor else None
    chapter = course.chapter_of(path)
    if section is None or chapter is None or chapter.slug != point.chapter:
        return False
    own = course.pages[point.page].section(point.anchor) or ""
    folded = fold(section)
    return section in own or own in section or any(fold(term) in folded for term in point.terms)


RULES = (EMPTY, LINK_BACK)
