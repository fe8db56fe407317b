"""Faults planted into built pages, one at a time: each is found by its rule, and the source to mend is named."""

from __future__ import annotations

import base64
import json
import random
import re
import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from checks import links
from checks.built import BuiltPage, read_built
from checks.site import check_lists, check_page, check_search, check_site
from checks.weight import HEAVIEST, weigh
from course import Course

LOYALTY = "relationships/loyalty/index.html"
HOME, TEAM, GLOSSARY = "index.html", "organization/team/index.html", "reference/glossary/index.html"
LOST = "404.html"
HEADING = '<h3 id="customer-retention">'
MARK = "<p><strong>客户保留度</strong>"


@dataclass(frozen=True)
class BuiltFault:
    """One change to one built page, and the rule that must notice it.

    Attributes:
        page: path below the site's root.
        old, new: text of the page, and what replaces its first occurrence.
        at: words on the line of the source that the finding names; line 1 without.
    """

    name: str
    rule: str
    page: str
    old: str
    new: str
    at: str = ""


def before(text: str) -> tuple[str, str]:
    """Return what to take out and to put in for `text` before a paragraph of the chapter on loyalty."""
    return MARK, text + MARK


FAULTS = [
    BuiltFault("question gone", "SITE-02", LOYALTY, 'data-question="loyalty-definition-1"', "", "<!-- q: loyalty-definition-1 "),
    BuiltFault("question twice", "SITE-02", LOYALTY, *before('<section data-question="loyalty-definition-1"></section>'), "<!-- q: loyalty-definition-1 "),
    BuiltFault("option gone", "SITE-02", LOYALTY, '<div class="option" data-letter="B">', '<div data-letter="B">', "<!-- q: loyalty-definition-1 "),
    BuiltFault("answer gone", "SITE-02", LOYALTY, 'data-answer-for="loyalty-definition-2"', "", "<!-- q: loyalty-definition-2 "),
    BuiltFault("answer of another question", "SITE-02", LOYALTY, 'data-answer-for="loyalty-definition-2"', 'data-answer-for="loyalty-definition-1"', "<!-- q: loyalty-definition-1 "),
    BuiltFault("question from nowhere", "SITE-02", TEAM, "</article>", '<section data-question="nobody-1"></section></article>'),
    BuiltFault("script of another host", "SITE-03", HOME, "</body>", '<script src="https://cdn.example.org/x.js"></script></body>'),
    BuiltFault("style sheet of another host", "SITE-03", LOST, "</head>", '<link rel="stylesheet" href="//fonts.example.org/x.css"></head>'),
    BuiltFault("picture of another host", "SITE-03", LOYALTY, *before('<p><img alt="箱" src="http://example.org/x.png"></p>')),
    BuiltFault("picture for fine screens", "SITE-03", LOYALTY, *before('<p><img alt="箱" src="a.png" srcset="https://example.org/x.png 2x"></p>')),
    BuiltFault("early connection", "SITE-03", TEAM, "</head>", '<link rel="preconnect" href="https://fonts.example.org"></head>'),
    BuiltFault("form to another host", "SITE-03", TEAM, "</article>", '<form class="question__form" action="https://example.org/take"></form></article>'),
    BuiltFault("unknown script", "SITE-04", LOYALTY, *before("<script>alert(1)</script>")),
    BuiltFault("known script, changed", "SITE-04", GLOSSARY, "matchMedia(", "alert(1),matchMedia("),
    BuiltFault("unknown module", "SITE-04", LOYALTY, *before('<script type="module">import "./x.js"</script>')),
    BuiltFault("handler", "SITE-04", LOYALTY, HEADING, '<h3 onmouseover="alert(1)" id="customer-retention">'),
    BuiltFault("handler in a drawing", "SITE-04", LOYALTY, '<svg style="min-width', '<svg onload="alert(1)" style="min-width'),
    BuiltFault("running link", "SITE-04", LOYALTY, *before('<p><a href="java\tscript:alert(1)">点</a></p>')),
    BuiltFault("running link in a drawing", "SITE-04", LOYALTY, "</svg></div>", '<a xlink:href="javascript:alert(1)"><text>点</text></a></svg></div>'),
    BuiltFault("page in the text", "SITE-04", LOYALTY, *before('<p><a href="data:text/html,x">点</a></p>')),
    BuiltFault("frame", "SITE-04", TEAM, "</article>", '<iframe src="x.html" title="x"></iframe></article>'),
    BuiltFault("style element", "SITE-04", HOME, "</head>", "<style>body{}</style></head>"),
    BuiltFault("running head that ends its style", "SITE-04", HOME, '<style>@page{@top-left{content:"', '<style>@page{@top-left{content:"x"}}body{display:none}@page{@top-left{content:"'),
    BuiltFault("style that covers the page", "SITE-04", LOYALTY, HEADING, '<h3 style="position:fixed" id="customer-retention">'),
    BuiltFault("jump away", "SITE-04", LOST, "</head>", '<meta http-equiv="refresh" content="0; url=x/"></head>'),
    BuiltFault("another base", "SITE-04", HOME, "<head>", '<head><base href="/x/">'),
    BuiltFault("unclosed element", "SITE-05", LOYALTY, HEADING, f"<div>{HEADING}"),
    BuiltFault("end without a start", "SITE-05", LOYALTY, HEADING, f"</section>{HEADING}"),
    BuiltFault("elements crossed", "SITE-05", LOYALTY, *before("<p><em>一<strong>二</em></strong></p>")),
    BuiltFault("block in a paragraph", "SITE-05", LOYALTY, *before("<p><span>一<div>二</div></span></p>")),
    BuiltFault("paragraph ended by a block", "SITE-05", LOYALTY, *before("<p>一<div>二</div></p>")),
    BuiltFault("attribute twice", "SITE-05", LOYALTY, HEADING, '<h3 id="customer-retention" class="a" class="b">', "{#customer-retention}"),
    BuiltFault("element that ends itself", "SITE-05", LOYALTY, *before("<div/>")),
    BuiltFault("link in a link", "SITE-05", LOYALTY, *before('<p><a href="#a">一<a href="#b">二</a></a></p>')),
    BuiltFault("list of something else", "SITE-05", LOYALTY, *before("<ul><p>一</p></ul>")),
    BuiltFault("cell outside a row", "SITE-05", LOYALTY, "<tbody>\n<tr>", "<tbody>\n<td>空</td><tr>"),
    BuiltFault("label of nothing", "SITE-05", LOYALTY, 'for="q-loyalty-definition-1-A"', 'for="q-loyalty-definition-1-Z"'),
    BuiltFault("name from nowhere", "SITE-05", LOYALTY, 'aria-labelledby="q-loyalty-definition-1-label"', 'aria-labelledby="nobody"'),
    BuiltFault("id with a blank", "SITE-05", LOYALTY, HEADING, '<h3 id="customer retention">'),
    BuiltFault("id twice", "SITE-06", LOYALTY, *before('<p id="customer-retention"></p>'), "{#customer-retention}"),
    BuiltFault("id of the theme", "SITE-06", TEAM, "</article>", '<p id="__search"></p></article>'),
    BuiltFault("drawing copied with its ids", "SITE-06", HOME, "</article>", '<p id="outline"></p></article>', "{#outline}"),
    BuiltFault("question copied", "SITE-06", LOYALTY, *before('<div id="q-loyalty-definition-1"></div>'), "<quiz>\n<!-- q: loyalty-definition-1 "),
    BuiltFault("no language", "SITE-10", LOYALTY, ' lang="zh-CN"', ""),
    BuiltFault("another language", "SITE-10", LOST, ' lang="zh-CN"', ' lang="zh"'),
    BuiltFault("empty title", "SITE-10", TEAM, "<title>客服团队与员工管理 - 客户服务管理开放课程</title>", "<title> </title>", "title: 客服团队"),
    BuiltFault("no description", "SITE-10", TEAM, '<meta name="description"', '<meta name="summary"', "description: "),
    BuiltFault("no heading", "SITE-10", LOST, "<h1>没有找到这一页</h1>", ""),
    BuiltFault("two headings", "SITE-10", LOYALTY, *before("<h1>又一个</h1>"), "# 客户忠诚与客户流失 {#loyalty}"),
    BuiltFault("link without words", "SITE-10", LOYALTY, *before('<p><a href="churn/#churn-types"> </a></p>')),
    BuiltFault("button without words", "SITE-10", LOYALTY, *before("<button type=button></button>")),
    BuiltFault("picture without words", "SITE-10", LOYALTY, *before('<p><img src="a.png"></p>')),
]  # fmt: skip


@pytest.fixture(scope="session")
def pages(course: Course, site: Path) -> dict[str, BuiltPage]:
    return {page.name: page for page in read_built(course, site)}


def line_of(page: BuiltPage, words: str) -> int:
    text = page.source.text if page.source else ""
    return text[: text.index(words)].count("\n") + 1 if words in text else 1


@pytest.mark.parametrize("fault", FAULTS, ids=[f"{fault.rule} {fault.name}" for fault in FAULTS])
def test_a_fault_in_a_page_is_found(course: Course, site: Path, pages: dict[str, BuiltPage], fault: BuiltFault) -> None:
    page = pages[fault.page]
    assert fault.old in page.text
    planted = replace(page, text=page.text.replace(fault.old, fault.new, 1))
    found = [finding for finding in check_page(planted, course, site) if finding.rule.id == fault.rule]
    assert found
    if page.source is not None:
        assert {finding.path for finding in found} == {f"docs/{page.source.path}"}
    if fault.at.startswith("<!-- q: "):  # a question begins with its tag
        assert line_of(page, f"<quiz>\n{fault.at}") in {finding.line for finding in found}
    elif fault.at in (page.source.text if page.source else ""):
        assert line_of(page, fault.at) in {finding.line for finding in found}, found


def test_a_fault_of_a_template_is_said_once(course: Course, site: Path, tmp_path: Path) -> None:
    copy = tmp_path / "site"
    shutil.copytree(site, copy)
    for file in copy.rglob("*.html"):
        text = file.read_text(encoding="utf-8").replace("</body>", '<script src="//example.org/x.js"></script></body>')
        file.write_text(text, encoding="utf-8")
    found = list(check_site(course, copy))
    assert [(finding.rule.id, finding.path) for finding in found] == [("SITE-03", "overrides/main.html")]


def test_a_heavy_page_is_found(course: Course, site: Path, pages: dict[str, BuiltPage]) -> None:
    page = pages[TEAM]
    room = HEAVIEST - weigh(page, course, site)
    noise = base64.b64encode(random.Random(1).randbytes(room + 5000)).decode()
    planted = replace(page, text=page.text.replace("</article>", f"<p>{noise}</p></article>", 1))
    found = list(check_page(planted, course, site))
    assert [(finding.rule.id, finding.path) for finding in found] == [("SITE-09", "docs/organization/team.md")]


@pytest.fixture
def lists(site: Path, tmp_path: Path) -> Path:
    """The lists of questions, where they may be changed."""
    shutil.copytree(site / "assets" / "chapters", tmp_path / "assets" / "chapters")
    shutil.copy(site / "assets" / "course.json", tmp_path / "assets")
    return tmp_path


@pytest.mark.parametrize("name", ["course.json", "chapters/loyalty.json"])
@pytest.mark.parametrize("change", ["gone", "twice", "of another version", "unknown"])
def test_a_fault_in_a_list_of_questions_is_found(course: Course, lists: Path, name: str, change: str) -> None:
    file = lists / "assets" / name
    data = json.loads(file.read_text(encoding="utf-8"))
    chapter = next(chapter for chapter in data.get("chapters", [data]) if chapter["slug"] == "loyalty")
    questions: list[dict[str, Any]] = chapter["questions"]
    first = questions[0]
    if change == "gone":
        del questions[0]
    elif change == "twice":
        questions.append(first)
    elif change == "unknown":
        questions.append({**first, "id": "nobody-1"})
    else:
        first["version"] = "00000000"
    file.write_text(json.dumps(data), encoding="utf-8")
    question = next(question for question in course.questions if question.id == first["id"])
    place = ("mkdocs.yml", 1) if change == "unknown" else (f"docs/{question.page}", question.line)
    assert [(f.rule.id, f.path, f.line) for f in check_lists(course, lists)] == [("SITE-02", *place)]


@pytest.mark.parametrize("kind", ["single", "multiple", "judge", "blank"])
def test_an_explanation_in_the_search_index_is_found(course: Course, site: Path, kind: str) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    for question in [question for question in course.questions if question.kind == kind][:40:8]:
        leak = {"title": "答案", "location": "x/", "text": "\u200b".join(re.sub(r"\*", "", question.explanation))}
        found = list(check_search(course, {"docs": [*index["docs"], leak]}))
        assert [(f.rule.id, f.path, f.line) for f in found] == [("SITE-08", f"docs/{question.page}", question.line)]


def test_a_reason_or_a_key_in_the_search_index_is_found(course: Course) -> None:
    question = next(question for question in course.questions if question.id == "loyalty-definition-1")
    reason = next(option.reason for option in question.options if option.reason)
    for text, place in (
        (f"<p>{reason}</p>", (f"docs/{question.page}", question.line)),
        ("第 3 题 答案：B", ("mkdocs.yml", 1)),
    ):
        entry = {"title": "", "location": "relationships/loyalty/", "text": text}
        assert [(f.path, f.line) for f in check_search(course, {"docs": [entry]})] == [place]


def test_dead_links_are_found_with_their_sources(course: Course, site: Path, tmp_path: Path) -> None:
    planted = {
        "page": '<a href="gone/">去</a>',
        "anchor": '<a href="#gone-anchor">去</a>',
        "anchor of another page": '<a href="churn/#gone-there">去</a>',
        "picture": '<img alt="去" src="gone.png">',
        "file": '<a href="../../assets/gone.pdf">去</a>',
        "page above": '<a href="../gone-above/">去</a>',
    }
    copy = tmp_path / "site"
    shutil.copytree(site, copy)
    file = copy / LOYALTY
    text = file.read_text(encoding="utf-8").replace(MARK, f"<p>{''.join(planted.values())}</p>{MARK}", 1)
    file.write_text(text, encoding="utf-8")
    found = list(links.check_site(course, copy))
    assert {(finding.rule.id, finding.path) for finding in found} == {("LINK-06", "docs/relationships/loyalty.md")}
    assert len(found) == len(planted), [finding.message for finding in found]
