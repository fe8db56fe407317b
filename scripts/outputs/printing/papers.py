"""A chapter's questions as a paper, grouped by kind as Chinese exams group them, and the key to it.

Paper and key take their numbers from the same list, so they cannot differ. Marks are the course's own: what an
open question declares, and for the others what `_KINDS` says.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml.html import HtmlElement

from course import Chapter, Question
from course.questions import OPEN_KINDS
from outputs.printing.chapters import chapter_questions
from outputs.printing.html import Child, element
from outputs.printing.markdown import Renderer
from outputs.printing.questions import answer_letters, answer_line, ask, explain
from outputs.printing.scope import chapter_title, chinese_number

# Kinds in the order of a paper: heading, instruction, marks (of one question, of one blank), what is counted.
_KINDS = {
    "单选": ("单项选择题", "备选项中只有一个正确，把它的字母填在题后的括号里。", 1),
    "多选": ("多项选择题", "备选项中有两个或两个以上正确，多选、少选、错选都不得分。", 2),
    "判断": ("判断题", "正确的在题后的括号里打“√”，错误的打“×”。", 1),
    "填空": ("填空题", "", 1),
}
LINES_PER_MARK = 1.5
_SHORTEST_ANSWER = 3


@dataclass(frozen=True)
class Group:
    """The questions of one kind with their numbers."""

    heading: str
    instruction: str
    questions: tuple[tuple[int, Question], ...]

    @property
    def marks(self) -> int:
        """The marks of all questions."""
        return sum(marks(question) for _, question in self.questions)


def marks(question: Question) -> int:
    """Return the marks that a right answer earns."""
    if question.kind == "open":
        return question.declared_marks
    return _KINDS[question.name][2] * max(1, len(question.blanks))


def groups(renderer: Renderer, chapter: Chapter) -> list[Group]:
    """Return the questions of `chapter` in the order of a paper."""
    questions = chapter_questions(renderer, chapter)
    found: list[Group] = []
    number = 0
    for name in (*_KINDS, *OPEN_KINDS):
        members = [question for question in questions if question.name == name]
        if not members:
            continue
        heading, instruction, _ = _KINDS.get(name, (f"{name}题", "", 0))
        if name == "名词解释":
            heading = name
        numbered = tuple((number + i, question) for i, question in enumerate(members, 1))
        number += len(members)
        found.append(Group(f"{chinese_number(len(found) + 1)}、{heading}", instruction, numbered))
    return found


def paper(renderer: Renderer, chapter: Chapter) -> HtmlElement:
    """Return the paper on `chapter`: fields, questions and room to write, nothing of the key."""
    article = element("article", {"class": "paper", "id": f"paper-{chapter.number}"})
    article.append(element("h1", {}, f"{chapter_title(chapter)} 试卷"))
    fields = element("p", {"class": "fields"})
    for name in ("姓名", "单位或班级", "日期"):
        fields.append(element("span", {"class": "field"}, f"{name} {'_' * 16}"))
    found = groups(renderer, chapter)
    total, count = sum(group.marks for group in found), sum(len(group.questions) for group in found)
    article.extend([fields, _score_table(found)])
    article.append(element("p", {"class": "paper__note"}, f"共 {count} 题，满分 {total} 分。分值是本课自拟的。"))
    for place, group in enumerate(found, 1):
        section = element("section", {"class": "group"}, *_group_heading(group, f"paper-{chapter.number}-{place}"))
        section[-1].text += group.instruction
        for number, question in group.questions:
            asked = ask(renderer, question, number)
            if question.kind == "open":
                _add_marks(asked, question)
                asked.append(_room(question))
            section.append(asked)
        article.append(section)
    return article


def _group_heading(group: Group, id_: str) -> list[HtmlElement]:
    each = {marks(question) for _, question in group.questions}
    worth = f"每小题 {each.pop()} 分，" if len(each) == 1 else ""
    if group.questions[0][1].kind == "blank":
        worth = f"每空 {_KINDS['填空'][2]} 分，"
    scale = f"（本大题共 {len(group.questions)} 小题，{worth}共 {group.marks} 分）"
    return [element("h2", {"id": id_}, group.heading), element("p", {"class": "scale"}, scale)]


def _add_marks(asked: HtmlElement, question: Question) -> None:
    stem = asked.find_class("question__stem")[0]
    last = stem[-1] if len(stem) else stem
    last.append(element("span", {"class": "marks"}, f"（{marks(question)} 分）"))


def _room(question: Question) -> HtmlElement:
    """Return lines to write on, as many as the marks deserve."""
    room = element("div", {"class": "room"})
    for _ in range(max(_SHORTEST_ANSWER, round(marks(question) * LINES_PER_MARK))):
        room.append(element("div", {"class": "line"}))
    return room


def _score_table(found: list[Group]) -> HtmlElement:
    names = [group.heading.partition("、")[0] for group in found]
    head = element("tr", {}, element("th", {"scope": "col"}, "题号"))
    head.extend(element("th", {"scope": "col"}, name) for name in [*names, "总分"])
    table = element("table", {"class": "score"}, element("thead", {}, head))
    body = element("tbody")
    for name in ("得分", "评卷人"):
        cells = [element("td", {}, "\u00a0") for _ in range(len(found) + 1)]
        body.append(element("tr", {}, element("th", {"scope": "row"}, name), *cells))
    table.append(body)
    return table


def key(renderer: Renderer, chapter: Chapter) -> HtmlElement:
    """Return the key to the paper on `chapter`: a table to tick off, then every answer with its reasons."""
    article = element("article", {"class": "key", "id": f"key-{chapter.number}"})
    article.append(element("h1", {}, f"{chapter_title(chapter)} 答案与解析"))
    article.append(element("p", {"class": "paper__note"}, "题号与本章的试卷一致。"))
    for place, group in enumerate(groups(renderer, chapter), 1):
        section = element("section", {"class": "group"}, *_group_heading(group, f"key-{chapter.number}-{place}"))
        if group.questions[0][1].kind not in ("open", "blank"):
            section.append(_quick_key(group))
        for number, question in group.questions:
            section.append(_key_entry(renderer, question, number))
        article.append(section)
    return article


def _quick_key(group: Group) -> HtmlElement:
    quick = element("ol", {"class": "quick-key"})
    for number, question in group.questions:
        label = element("span", {"class": "question__number"}, f"{number}.")
        quick.append(element("li", {}, label, f" {answer_letters(question)}"))
    return quick


def _key_entry(renderer: Renderer, question: Question, number: int) -> HtmlElement:
    line: list[Child] = [element("span", {"class": "question__number"}, f"{number}."), " "]
    if question.auto_graded:
        line.append(element("strong", {}, *answer_line(renderer, question)))
    else:
        line.append(element("strong", {}, f"评分要点（{marks(question)} 分）"))
    point = renderer.course.points.get(question.point)
    about = f"考点：{point.title} · {question.level}" if point else question.level
    line.append(element("span", {"class": "about"}, about))
    return element(
        "section", {"class": "answer"}, element("p", {"class": "answer__key"}, *line), *explain(renderer, question)
    )
