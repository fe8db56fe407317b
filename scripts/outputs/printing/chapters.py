"""A chapter: its pages joined, with numbers for sections, figures, tables, questions and notes.

The first page opens the chapter; every further page is a section of it, its own headings one level lower.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from course import Chapter, Question
from outputs.printing.html import Child, contents, element, prepend
from outputs.printing.markdown import Renderer, identity
from outputs.printing.questions import answer_line, ask, explain
from outputs.printing.scope import chapter_title

_DEEPEST_NUMBER = 3


def chapter_questions(renderer: Renderer, chapter: Chapter) -> list[Question]:
    """Return the questions of `chapter` in the order in which its pages ask them."""
    return [question for page in renderer.course.chapter_pages(chapter) for question in page.questions]


def chapter_article(renderer: Renderer, chapter: Chapter) -> HtmlElement:
    """Return `chapter` with its questions in place, their answers and its notes at the end."""
    article = element("article", {"class": "chapter"})
    for order, page in enumerate(renderer.course.chapter_pages(chapter)):
        rendered = renderer.page(page)
        heading = rendered.find("h1")
        if order == 0:
            article.set("id", identity(page.path, ""))
            heading.text = None
            prepend(heading, *_numbered_title(chapter))
            body = contents(rendered)
        else:
            for deep in rendered.xpath(".//h1 | .//h2 | .//h3 | .//h4 | .//h5"):
                deep.tag = f"h{int(deep.tag[1]) + 1}"
            body = [element("section", {"class": "page", "id": identity(page.path, "")}, *contents(rendered))]
        for child in body:
            if not isinstance(child, str):
                article.append(child)
    _number_headings(article, chapter)
    _number_captions(article, chapter)
    questions = chapter_questions(renderer, chapter)
    for number, question in enumerate(questions, 1):
        place = article.xpath(".//div[@data-question=$id]", id=question.id)[0]
        place.getparent().replace(place, _question(renderer, question, number))
    notes = _notes(article, chapter)
    if questions:
        article.append(_answers(renderer, chapter, questions))
    if len(notes):
        article.append(notes)
    return article


def _numbered_title(chapter: Chapter) -> list[Child]:
    number, title = f"第 {chapter.number} 章", chapter.title
    assert chapter_title(chapter) == f"{number} {title}"
    return [element("span", {"class": "number"}, number), f" {title}"]


def _number_headings(article: HtmlElement, chapter: Chapter) -> None:
    counts = [chapter.number, 0, 0]
    for heading in article.xpath(".//h2 | .//h3"):
        level = int(heading.tag[1])
        counts[level - 1] += 1
        counts[level:] = [0] * (_DEEPEST_NUMBER - level)
        number = ".".join(map(str, counts[:level]))
        prepend(heading, element("span", {"class": "number"}, number), " ")


def _number_captions(article: HtmlElement, chapter: Chapter) -> None:
    counts = {"图": 0, "表": 0}
    for prefix in article.find_class("caption-prefix"):
        word = prefix.text.split()[0]
        counts[word] += 1
        prefix.text = f"{word} {chapter.number}-{counts[word]}"


def _question(renderer: Renderer, question: Question, number: int) -> HtmlElement:
    link = element("a", {"href": f"#a-{question.id}", "class": "page-reference"}, "答案")
    return ask(renderer, question, number, f"{question.name} · {question.level} · ", link, id_=f"q-{question.id}")


def _answers(renderer: Renderer, chapter: Chapter, questions: list[Question]) -> HtmlElement:
    section = element("section", {"class": "answers"})
    section.append(element("h2", {"id": f"answers-{chapter.slug}"}, "答案与解析"))
    for number, question in enumerate(questions, 1):
        link = element("a", {"href": f"#q-{question.id}", "class": "page-reference"}, f"第 {number} 题")
        key: list[Child] = [element("strong", {}, *answer_line(renderer, question))] if question.auto_graded else []
        line = element("p", {"class": "answer__key"}, link, " ", *key)
        if not question.auto_graded:
            line.append(element("strong", {}, f"{question.name}，{question.declared_marks} 分"))
        answer = element("section", {"class": "answer", "id": f"a-{question.id}"}, line, *explain(renderer, question))
        section.append(answer)
    return section


def _notes(article: HtmlElement, chapter: Chapter) -> HtmlElement:
    """Number the notes through the chapter and return their list; what two pages cite alike is one note."""
    texts = dict(_note_texts(article))
    notes = element("section", {"class": "notes", "role": "doc-endnotes"})
    items = element("ol")
    numbers: dict[str, int] = {}
    for reference in article.xpath(".//sup[a[@class='footnote-ref']]"):
        name = reference[0].get("href").rpartition("#")[2]
        page = re.sub(r"--fnref\d*:.*$", "", reference.get("id"))
        words, content = texts[f"{page}--{name}"]
        first = words not in numbers
        number = numbers.setdefault(words, len(numbers) + 1)
        id_ = f"note-{chapter.number}-{number}"
        attributes = {"class": "noteref", "href": f"#{id_}", "role": "doc-noteref"}
        if first:
            attributes["id"] = f"{id_}-back"
            items.append(element("li", {"id": id_, "value": str(number)}, *contents(content)))
        tail = reference.tail
        reference.getparent().replace(reference, link := element("a", attributes, str(number)))
        link.tail = tail
    if len(items):
        notes.extend([element("p", {"class": "notes__title"}, "注释"), items])
    return notes


def _note_texts(article: HtmlElement) -> Iterator[tuple[str, tuple[str, HtmlElement]]]:
    """Yield each note's id with its words and its content, and take the lists out of the article."""
    for block in article.xpath(".//div[@class='footnote']"):
        for item in block.iter("li"):
            content = item[0]
            for back in content.find_class("footnote-backref"):
                back.drop_tree()
            last = content[-1] if len(content) else None
            if last is not None:
                last.tail = (last.tail or "").rstrip()
            else:
                content.text = (content.text or "").rstrip()
            yield item.get("id"), (" ".join(content.text_content().split()), content)
        block.getparent().remove(block)
