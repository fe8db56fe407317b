"""Questions on paper: the question itself, and its answer with reasons, made from the model.

A question never holds anything of its answer, not even in an attribute. Blanks are of one length, whatever
belongs there.
"""

from __future__ import annotations

import re
import unicodedata

from lxml.html import HtmlElement

from course import Question
from outputs.printing.html import Child, append, contents, element, prepend
from outputs.printing.markdown import Renderer

BLANK = "_" * 12
BRACKETS = "（　　）"
# Options no wider than this, in Han characters, stand two in a row.
SHORT_OPTION = 15

_BLANK = re.compile(r"\[\[.+?\]\]")
_INLINE_MARKS = re.compile(r"[*_`~=]|\[|\]\([^)]*\)")


def ask(renderer: Renderer, question: Question, number: int, *label: Child, id_: str = "") -> HtmlElement:
    """Return `question` with its stem and its options.

    Args:
        number: the number that readers see.
        label: what stands above the stem, if anything.
        id_: of the question in its document; none by default.
    """
    section = element("section", {"class": f"question question--{question.kind}"})
    if id_:
        section.set("id", id_)
    if label:
        section.append(element("p", {"class": "question__label"}, *label))
    stem = renderer.piece(_BLANK.sub('<span class="blank"></span>', question.stem), question.page)
    for blank in stem.find_class("blank"):
        blank.text = BLANK
    stem.set("class", "question__stem")
    first = stem[0] if len(stem) and stem[0].tag == "p" else stem
    prepend(first, element("span", {"class": "question__number"}, f"{number}."), " ")
    if question.options:
        last = stem[-1] if len(stem) and stem[-1].tag == "p" else stem
        append(last, [element("span", {"class": "brackets"}, BRACKETS)])
    section.append(stem)
    if question.options and question.kind != "judge":
        section.append(_options(renderer, question))
    return section


def _options(renderer: Renderer, question: Question) -> HtmlElement:
    short = all(width(option.text) <= SHORT_OPTION for option in question.options)
    options = element("ol", {"class": "options options--short" if short else "options"})
    for option in question.options:
        text = contents(renderer.inline(option.text, question.page))
        options.append(element("li", {}, element("span", {"class": "letter"}, f"{option.letter}."), " ", *text))
    return options


def width(markdown: str) -> float:
    """Return how wide a line of Markdown is, in Han characters."""
    text = _INLINE_MARKS.sub("", markdown)
    return sum(1 if unicodedata.east_asian_width(character) in "WFA" else 0.5 for character in text)


def answer_line(renderer: Renderer, question: Question) -> list[Child]:
    """Return the right answer of an auto-graded question, in one line."""
    if question.kind == "blank":
        return ["；".join(" 或 ".join(variants) for variants in question.blanks)]
    if question.kind == "judge":
        return [question.right_options[0].text]
    line: list[Child] = []
    for option in question.right_options:
        line += ["；" if line else "", f"{option.letter} ", *contents(renderer.inline(option.text, question.page))]
    return line


def answer_letters(question: Question) -> str:
    """Return the answer as a marker ticks it off: letters, √ or ×, or the words that belong in the blanks."""
    if question.kind == "judge":
        return "√" if question.right_options[0].text == "正确" else "×"
    if question.kind == "blank":
        return "；".join(variants[0] for variants in question.blanks)
    return "".join(option.letter for option in question.right_options)


def explain(renderer: Renderer, question: Question) -> list[HtmlElement]:
    """Return marking points, the reasons of the options and the explanation of `question`."""
    parts = []
    if question.marking:
        points = element("ul", {"class": "answer__marking"})
        for point in question.marking:
            marks = element("span", {"class": "marks"}, f"（{point.marks} 分）")
            points.append(element("li", {}, *contents(renderer.inline(point.text, question.page)), marks))
        parts.append(points)
    reasons = element("ul", {"class": "answer__reasons"})
    for option in question.options:
        if option.reason:
            name = option.text if question.kind == "judge" else option.letter
            text = contents(renderer.inline(option.reason, question.page))
            reasons.append(element("li", {}, element("strong", {}, name), " ", *text))
    if len(reasons):
        parts.append(reasons)
    if question.explanation:
        explanation = renderer.piece(question.explanation, question.page)
        explanation.set("class", "answer__explanation")
        parts.append(explanation)
    return parts
