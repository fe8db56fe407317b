"""Questions in pages: what mkdocs-quiz renders becomes the markup that the practice runtime reads.

Before the plugin, open questions are wrapped so that they can be found again. After it, its inline assets go,
and every question gets its id, version, letters and accessible names. Keys, reasons and explanations move
into one folded list at the end of the page: a book without scripts, the runtime's only source with them.
"""

from __future__ import annotations

import json
import re
from copy import deepcopy

from lxml import html
from lxml.html import HtmlComment, HtmlElement, builder

from course import Page, Question
from outputs.traditional import simplified_of

# The first thing that mkdocs-quiz appends to a page; all that follows are its progress bar, styles and scripts.
_PLUGIN_TAIL = '<div id="quiz-progress-sidebar"'
_MARKS = re.compile(r"（(\d+) ?分）\s*$")


def wrap_open(markdown: str, page: Page) -> str:
    """Return `markdown` with every open question of `page` inside a section of its own."""
    for question in page.questions:
        if question.kind == "open":
            body = question.source.split("\n", 1)[1]
            wrapped = f'<section data-open="{question.id}" markdown="block">\n\n{body}\n\n</section>\n'
            markdown = markdown.replace(question.source, wrapped, 1)
    return markdown


def rewrite(content: str, page: Page, chapter: str) -> str:
    """Return the rendered `content` of `page` with its questions in the course's own markup.

    Args:
        chapter: slug of the chapter that the page belongs to; empty outside of chapters.

    Raises:
        ValueError: the page shows another number of questions than its source holds.
    """
    root = html.fragment_fromstring(content.partition(_PLUGIN_TAIL)[0], create_parent="div")
    rendered = root.xpath('.//div[contains(concat(" ", @class, " "), " quiz ")] | .//section[@data-open]')
    if len(rendered) != len(page.questions):
        raise ValueError(
            f"docs/{page.path} 里写了 {len(page.questions)} 道题，页面上却有 {len(rendered)} 道。"
            "运行 python3 scripts check --only quizzes 可以看到是哪一题"
        )
    answers = []
    for number, (question, element) in enumerate(zip(page.questions, rendered, strict=True), 1):
        section, answer = _question(question, element, number)
        section.tail, element.tail = element.tail, None
        element.getparent().replace(element, section)
        if answer is not None:
            answers.append(answer)
    _append(root, page, chapter, answers)
    return (root.text or "") + "".join(html.tostring(child, encoding="unicode") for child in root)


def _append(root: HtmlElement, page: Page, chapter: str, answers: list[HtmlElement]) -> None:
    """Put the practice bar and the answers at the end of the text, before the footnotes."""
    blocks = [builder.DIV({"class": "practice-bar", "data-chapter": chapter})]
    if answers:
        attributes = {
            "class": "answers",
            "id": "answers",
            "data-search-exclude": "true",
            "data-traditional": _pairs(page),
        }
        blocks.append(_element("details", attributes, _element("summary", {}, "本页答案与解析"), *answers))
    footnotes = root.find_class("footnote")
    for block in blocks:
        if footnotes:
            footnotes[0].addprevious(block)
        else:
            root.append(block)


def _question(question: Question, rendered: HtmlElement, number: int) -> tuple[HtmlElement, HtmlElement | None]:
    """Return the question and, when a program can mark it, its entry in the list of answers."""
    name = f"q-{question.id}"
    label = builder.P(
        f"第 {number} 题 ",
        builder.SPAN({"class": "question__kind"}, question.name),
        " ",
        builder.SPAN({"class": "question__level"}, question.level),
        {"class": "question__label", "id": f"{name}-label"},
    )
    attributes = {
        "class": "question",
        "id": name,
        "data-question": question.id,
        "data-version": question.version,
        "data-kind": question.kind,
        "data-point": question.point,
        "data-level": question.level,
        "data-search-exclude": "true",
        "aria-labelledby": f"{name}-label",
    }
    if question.kind == "open":
        attributes["data-marks"] = str(question.declared_marks)
        return _element("section", attributes, label, *_open_body(rendered)), None
    stem = rendered.find_class("quiz-question")[0]
    body = _blanks(stem) if question.kind == "blank" else _choices(question, rendered, stem)
    form = builder.FORM({"class": "question__form"}, body)
    return _element("section", attributes, label, form), _answer(question, rendered, number)


def _choices(question: Question, rendered: HtmlElement, stem: HtmlElement) -> HtmlElement:
    legend = _moved(stem, builder.LEGEND({"class": "question__stem"}))
    fieldset = builder.FIELDSET({"class": "question__options"}, legend)
    kind = "checkbox" if question.kind == "multiple" else "radio"
    for option, label in zip(question.options, rendered.xpath(".//fieldset//label"), strict=True):
        id_ = f"q-{question.id}-{option.letter}"
        control = builder.INPUT(
            {"type": kind, "name": f"q-{question.id}", "value": option.letter, "id": id_, "autocomplete": "off"}
        )
        letter = builder.SPAN({"class": "option__letter", "aria-hidden": "true"}, option.letter)
        text = _moved(label, builder.SPAN({"class": "option__text"}))
        fieldset.append(
            builder.DIV(
                {"class": "option", "data-letter": option.letter}, control, builder.LABEL({"for": id_}, letter, text)
            )
        )
    return fieldset


def _blanks(stem: HtmlElement) -> HtmlElement:
    for i, blank in enumerate(stem.xpath(".//input")):
        size = blank.get("size", "12")
        blank.attrib.clear()
        settings = {"autocomplete": "off", "autocapitalize": "off", "spellcheck": "false", "size": size}
        own = {"type": "text", "class": "question__blank", "data-blank": str(i), "aria-label": f"第 {i + 1} 空"}
        blank.attrib.update(own | settings)
    return _moved(stem, builder.DIV({"class": "question__stem"}))


def _open_body(rendered: HtmlElement) -> list[HtmlElement]:
    stem = builder.DIV({"class": "question__stem"})
    marking = rendered.find(".//details")
    for child in list(rendered):
        if child is not marking:
            stem.append(child)
    if marking is None:
        return [stem]
    marking.set("class", "question__marking")
    for item in marking.iter("li"):
        marks = _MARKS.search(item.text_content())
        if marks:
            item.set("data-marks", marks[1])
    return [stem, marking]


def _answer(question: Question, rendered: HtmlElement, number: int) -> HtmlElement:
    if question.kind == "blank":
        key = json.dumps(question.blanks, ensure_ascii=False)
        words = "；".join(" 或 ".join(variants) for variants in question.blanks)
    else:
        key = " ".join(option.letter for option in question.right_options)
        words = "；".join(
            f"{option.letter} {_label_text(rendered, question.options.index(option))}"
            for option in question.right_options
        )
    link = builder.A({"href": f"#q-{question.id}"}, f"第 {number} 题")
    parts = [builder.P({"class": "answer__key"}, link, f" 答案：{words}")]
    reasons = []
    for option, holder in zip(question.options, rendered.xpath(".//fieldset/div"), strict=True):
        for reason in holder.find_class("answer-feedback"):
            text = _moved(reason, builder.DIV({"class": "answer__reason"}))
            reasons.append(builder.LI({"data-letter": option.letter}, builder.STRONG(option.letter), " ", text))
    if reasons:
        parts.append(builder.UL({"class": "answer__reasons"}, *reasons))
    explanation = rendered.xpath('.//section[contains(@class, "content")]')
    if explanation:
        parts.append(_moved(explanation[0], builder.DIV({"class": "answer__explanation"})))
    attributes = {"class": "answer", "id": f"a-{question.id}", "data-answer-for": question.id, "data-key": key}
    return _element("section", attributes, *parts)


def _label_text(rendered: HtmlElement, index: int) -> str:
    return str(rendered.xpath(".//fieldset//label")[index].text_content()).strip()


def _moved(source: HtmlElement, target: HtmlElement) -> HtmlElement:
    """Return `target` with a copy of all that `source` holds but comments: one of them gives accepted answers."""
    target.text = (source.text or "").lstrip()
    for child in deepcopy(source):
        if isinstance(child, HtmlComment):
            target.text = (target.text + (child.tail or "")).lstrip()  # it stands before everything else
        else:
            target.append(child)
    return target


def _element(tag: str, attributes: dict[str, str], *children: HtmlElement | str) -> HtmlElement:
    """Return an element that lxml's builder has no name for."""
    element = html.Element(tag, attributes)
    for child in children:
        if isinstance(child, str):
            element.text = child
        else:
            element.append(child)
    return element


def _pairs(page: Page) -> str:
    """Return the Traditional forms of all accepted answers of `page`, each followed by its Simplified one."""
    pairs = simplified_of(spelling for q in page.questions for blank in q.blanks for spelling in blank)
    return "".join(f"{form}{character}" for form, character in pairs.items())
