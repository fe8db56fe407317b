"""PDFs: what is printed is what the sources say, readable by people, by search and by screen readers."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from pathlib import Path

import outloud
import pdfua
import pikepdf
import pymupdf
import pytest
from lxml import html
from lxml.html import HtmlElement
from prose import han, missing, written_units

from course import Chapter, Course, Question
from failures import Failure
from outputs.downloads import EDITIONS
from outputs.printing import fonts, papers
from outputs.printing.back import initial
from outputs.printing.document import Document, Maker, outline
from outputs.printing.paged import adapt
from outputs.printing.pdf import Printer
from outputs.printing.scope import book_scope, chapter_scope, chapter_title, chinese_number
from project import DOCS
from version import Version

VERSION = Version(1_790_000_000, "0123456")
# A short chapter with every kind of question, notes, diagrams and tables.
CHAPTER = "service-process"
# Notes, running heads and labels are set smaller than anything that belongs to the running text.
SMALLEST_TEXT = 8.6

PAGE_REFERENCE = re.compile(r"（\s*见?\s*第\s*\d+\s*页\s*）")


@pytest.fixture(scope="module")
def maker(course: Course) -> Maker:
    return Maker(course, VERSION)


@pytest.fixture(scope="module")
def printer() -> Printer:
    return Printer()


@pytest.fixture(scope="module")
def chapter(course: Course) -> Chapter:
    return next(chapter for chapter in course.syllabus.chapters if chapter.slug == CHAPTER)


@pytest.fixture(scope="module")
def documents(maker: Maker, chapter: Chapter) -> dict[str, Document]:
    return {edition: maker.document(chapter_scope(chapter), edition) for edition in EDITIONS}


@pytest.fixture(scope="module")
def printed(
    documents: dict[str, Document], printer: Printer, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pdf")
    files = {edition: folder / f"{edition}.pdf" for edition in documents}
    for edition, document in documents.items():
        assert printer.write(document, "a4", files[edition]) > 1
    return files


def running_text(file: Path) -> str:
    """The text of `file` without notes and margins, references to pages left out."""
    spans = []
    with pymupdf.open(file) as pdf:
        for page in pdf:
            for block in page.get_text("dict")["blocks"]:
                for line in block.get("lines", ()):
                    spans += [span["text"] for span in line["spans"] if span["size"] >= SMALLEST_TEXT]
    return PAGE_REFERENCE.sub("", "".join(spans))


def whole_text(file: Path) -> str:
    with pymupdf.open(file) as pdf:
        return "".join(page.get_text() for page in pdf)


def test_every_sentence_stands_in_the_text_layer_in_order(
    course: Course, chapter: Chapter, printed: dict[str, Path]
) -> None:
    text = han(running_text(printed["reader"]))
    units = [unit for page in course.chapter_pages(chapter) for unit in written_units(page)]
    assert len("".join(units)) > 4000
    assert missing(units, text) == []
    # The measure itself: a paragraph that is gone, or stands elsewhere, is noticed.
    longest = max(units, key=len)
    assert missing(units, text.replace(longest, "")) == [longest]
    assert missing([units[-1], *units[:-1]], text) != []


def test_captions_notes_and_diagrams_are_there(course: Course, chapter: Chapter, printed: dict[str, Path]) -> None:
    text = han(whole_text(printed["reader"]))
    for page in course.chapter_pages(chapter):
        for caption in re.findall(r"(?ms)^/// (?:figure|table)-caption\n\s+attrs:[^\n]*\n(.*?)\n///$", page.text):
            assert han(caption) in text
        for note in page.footnotes.values():
            assert set(han(re.sub(r"\]\([^)]*\)", "]", note))) <= set(text)
        for diagram in page.diagrams:
            for label in re.findall(r'"([^"]+)"', diagram.source):
                assert all(han(line) in text for line in label.split("<br/>")), label


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_file_is_sound_and_accessible(printed: dict[str, Path], documents: dict[str, Document], edition: str) -> None:
    file = printed[edition]
    assert [finding for finding in pdfua.validate(str(file)).findings if finding.severity.name != "INFO"] == []
    heard = outloud.check(str(file))
    assert (heard.error, [finding for finding in heard.findings if finding.severity == "error"]) == (None, [])
    assert not [
        finding for finding in heard.findings if finding.rule == "PAG-001" and "page numbers" in finding.message
    ]
    with pikepdf.open(file) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert str(pdf.Root.Lang) == "zh-CN"
        assert str(pdf.docinfo["/Title"]) == documents[edition].title
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        used = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"]
        assert used
        assert not [font for font in used if font.Subtype == "/Type3"]
        described = [font.FontDescriptor for font in used if "/FontDescriptor" in font]
        assert described
        assert all("/FontFile3" in font or "/FontFile2" in font for font in described)
        assert all(re.match(r"/[A-Z]{6}\+", str(font.FontName)) for font in described)
    assert not re.search(r"[\u2e80-\u2fdf\u200b\ufffd]", whole_text(file))


def test_bookmarks_contents_and_links_agree(printed: dict[str, Path], documents: dict[str, Document]) -> None:
    with pymupdf.open(printed["reader"]) as pdf:
        assert "\u200b" not in "".join(title for _, title, _ in pdf.get_toc())
        bookmarks = [("".join(title.split()), page) for _, title, page in pdf.get_toc()]
        pages = [page.get_text() for page in pdf]
    headings = documents["reader"].body().xpath(".//h1 | .//h2 | .//h3 | .//h4 | .//h5 | .//h6")
    assert [title for title, _ in bookmarks] == ["".join(heading.text_content().split()) for heading in headings]
    first = next(i for i, text in enumerate(pages) if "目录" in text and "...." in text)
    last = next(page for title, page in bookmarks if title.startswith("第9章"))
    listed = re.findall(r"(.+?)\s*\.{4,}\s*(\d+)", "\n".join(pages[first : last - 1]))
    contents = [("".join(title.split()), int(page)) for title, page in listed]
    expected = ["".join(entry.title.split()) for entry in outline(documents["reader"].sections, 3)]
    assert [title for title, _ in contents] == expected
    left = iter(bookmarks)
    assert all(entry in left for entry in contents)  # the same pages, in the same order
    with pikepdf.open(printed["reader"]) as pdf:
        known = set(pikepdf.NameTree(pdf.Root.Names.Dests))
        annotations = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/Dest" in item]
        inside = [str(item.Dest) for item in annotations if item.get("/Subtype") == "/Link"]
        assert len(inside) > 100
        assert set(inside) <= known


def test_the_same_sources_make_the_same_bytes(
    course: Course, chapter: Chapter, printer: Printer, printed: dict[str, Path], tmp_path: Path
) -> None:
    again = tmp_path / "again.pdf"
    printer.write(Maker(course, VERSION).document(chapter_scope(chapter), "paper"), "a4", again)
    assert again.read_bytes() == printed["paper"].read_bytes()


def test_the_paper_has_all_questions_and_nothing_of_the_key(
    course: Course, chapter: Chapter, printed: dict[str, Path]
) -> None:
    text = han(whole_text(printed["paper"]))
    questions = [question for page in course.chapter_pages(chapter) for question in page.questions]
    asked = han("".join(part for q in questions for part in (q.stem, *(option.text for option in q.options))))
    for question in questions:
        stem = han(re.split(r"\[\[|\n", question.stem)[0])
        assert stem in text, question.id
        if question.kind != "judge":
            assert all(han(option.text) in text for option in question.options)
        hidden = [question.explanation, *(option.reason for option in question.options)]
        hidden += [point.text for point in question.marking]
        for sentence in (han(part) for words in hidden for part in re.split(r"[。\n]", words)):
            assert len(sentence) < 8 or sentence in asked or sentence not in text, (question.id, sentence)
    with pikepdf.open(printed["paper"]) as pdf:
        assert "/Outlines" in pdf.Root
        assert "/EmbeddedFiles" not in pdf.Root.get("/Names", {})
        kept = b"".join(item.unparse() for item in pdf.objects)
        kept += b"".join(item.read_bytes() for item in pdf.objects if isinstance(item, pikepdf.Stream))
    assert b"paper-9" in kept
    assert not [question.id for question in questions if question.id.encode() in kept]


def _other_answer(question: Question) -> Question:
    """The same question with every answer, reason and explanation another."""
    right = [option.right for option in question.options]
    turned = right[1:] + right[:1] if question.kind != "judge" else right[::-1]
    options = tuple(
        replace(option, right=now, reason="另一个理由") for option, now in zip(question.options, turned, strict=True)
    )
    return replace(
        question,
        stem=re.sub(r"\[\[.+?\]\]", "[[另一个很长很长的答案]]", question.stem),
        options=options,
        blanks=tuple(("另一个",) for _ in question.blanks),
        marking=tuple(replace(point, text="另一条要点") for point in question.marking),
        explanation="另一种解析",
    )


def test_no_paper_changes_with_the_key(maker: Maker) -> None:
    other = Course.load(DOCS)
    for page in other.pages.values():
        page.__dict__["questions"] = [_other_answer(question) for question in page.questions]
    changed = Maker(other, VERSION)
    for chapter in maker.course.syllabus.chapters:
        scope = chapter_scope(chapter)
        assert changed.document(scope, "paper").html() == maker.document(scope, "paper").html()
    assert changed.document(scope, "key").html() != maker.document(scope, "key").html()


def test_papers_and_keys_agree_with_model_and_answer_key(maker: Maker) -> None:
    for chapter in maker.course.syllabus.chapters:
        asked = [pair for group in papers.groups(maker.renderer, chapter) for pair in group.questions]
        assert [number for number, _ in asked] == list(range(1, len(asked) + 1))
        model = {question.id for page in maker.course.chapter_pages(chapter) for question in page.questions}
        assert {question.id for _, question in asked} == model
        assert len(asked) == len(model)
        on_paper = papers.paper(maker.renderer, chapter).find_class("question")
        in_key = papers.key(maker.renderer, chapter).find_class("answer")
        assert len(on_paper) == len(in_key) == len(asked)
        for (number, question), shown, answer in zip(asked, on_paper, in_key, strict=True):
            assert first_number(shown) == first_number(answer) == number
            if question.kind not in ("judge", "blank", "open"):
                assert len(shown.findall(".//li")) == len(question.options)
            for words in maker.course.key.entries[question.id].answer:
                for word in words.split("|"):
                    assert plain(word) in plain(answer.text_content()), question.id


def first_number(part: HtmlElement) -> int:
    return int(part.find_class("question__number")[0].text.rstrip("."))


def plain(text: str) -> str:
    return re.sub(r"[\s*_`]+", "", text)


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_book_holds_together(maker: Maker, edition: str) -> None:
    document = maker.document(book_scope(maker.course), edition)
    body = document.body()
    ids = body.xpath(".//@id")
    assert len(ids) == len(set(ids))
    targets = [href for href in body.xpath(".//a/@href") if not re.match("https?://|mailto:", href)]
    assert [href for href in targets if href.removeprefix("#") not in ids] == []
    shown = body.find_class("answer" if edition == "key" else "question")
    assert len(shown) == len(maker.course.questions)
    kinds = [section.kind for section in document.sections]
    chapters = [kind for kind in kinds if kind in ("chapter", "paper", "key")]
    assert len(chapters) == len(list(maker.course.syllabus.chapters))
    assert kinds[:3] == ["cover", "preface", "contents"]
    assert kinds[-1] == "colophon"
    if edition == "reader":
        assert {"glossary", "errata", "sources", "index"} <= set(kinds)
        terms = [name for term in maker.course.glossary for name in (term.name, *term.aliases)]
        assert sorted(body.xpath(".//article[@class='index']//li/a/text()")) == sorted(terms)


def test_a_book_of_papers_is_ordered_by_part_and_chapter(maker: Maker, printer: Printer, tmp_path: Path) -> None:
    chapters = tuple(list(maker.course.syllabus.chapters)[8:10])  # the last of one part, the first of the next
    document = maker.document(replace(book_scope(maker.course), chapters=chapters), "paper")
    printer.write(document, "a5", tmp_path / "papers.pdf")
    with pymupdf.open(tmp_path / "papers.pdf") as pdf:
        levels = [(level, title) for level, title, _ in pdf.get_toc() if level < 3]
        first = pdf[0].get_text()
        assert round(pdf[0].rect.width / 72 * 25.4) == 148
    assert maker.version.line in first
    assert levels[:1] == [(1, "编者说明")]
    assert [level for level, _ in levels[2:6]] == [1, 2, 1, 2]
    assert [title for level, title in levels if level == 2] == [
        f"{chapter_title(chapter)} 试卷" for chapter in chapters
    ]


def test_lines_of_chinese_end_at_one_edge(printer: Printer, tmp_path: Path) -> None:
    from weasyprint import HTML

    words = "客户说：“<b>送晚了</b>。”他在群里等了 40 分钟，一句解释也没有，NPS 打了 3 分；"
    styles = f'p {{ font: 12pt "{printer.fonts.serif}"; text-align: justify; width: 300px }}'
    HTML(string=f'<html lang="zh-CN"><style>{styles}</style><p>{words * 6}').write_pdf(tmp_path / "lines.pdf")
    with pymupdf.open(tmp_path / "lines.pdf") as pdf:
        found: dict[int, float] = {}
        for block in pdf[0].get_text("dict")["blocks"]:
            for line in block["lines"]:
                baseline = round(line["spans"][0]["origin"][1])
                found[baseline] = max(found.get(baseline, 0), line["bbox"][2])
    edges = [found[baseline] for baseline in sorted(found)][:-1]
    assert len(edges) > 8
    assert max(edges) - min(edges) < 1


def test_without_a_chinese_font_nothing_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "SERIFS", (("No Such Serif",),))
    with pytest.raises(Failure, match="fonts-noto-cjk"):
        fonts.find()


def test_without_pango_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library libgobject-2.0-0')", encoding="utf-8")
    for name in [name for name in sys.modules if name.partition(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(Failure, match="libpango") as failure:
        Printer()
    assert failure.value.status == 2


def test_a_character_without_a_glyph_stops_the_press(maker: Maker, printer: Printer, tmp_path: Path) -> None:
    chapter = next(iter(maker.course.syllabus.chapters))
    document = maker.document(chapter_scope(chapter), "paper")
    document.sections[0].content.find(".//h1").text = "\U0001f9ff\ue123"
    with pytest.raises(Failure, match="U\\+E123"):
        printer.write(document, "a4", tmp_path / "x.pdf")
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize(
    ("name", "letter"), [("客户", "K"), ("“我”词汇", "W"), ("座", "Z"), ("CRM", "西文与数字"), ("芈", "其他")]
)
def test_index_letters(name: str, letter: str) -> None:
    assert initial(name) == letter


@pytest.mark.parametrize(("number", "words"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (21, "二十一")])
def test_chinese_numbers(number: int, words: str) -> None:
    assert chinese_number(number) == words


def test_quotes_in_headings_stay_as_they_are() -> None:
    body = html.fromstring("<body><h2>两道“障碍”吗</h2><p>他说“好”了<b>吗</b>“好”</p></body>")
    adapted = adapt(body, "Sans")
    assert adapted.findtext(".//h2") == "两道“障碍”吗"
    assert adapted.findtext(".//p") == "他说\u200b“好”\u200b了"
