"""The built site: every page whole, valid and listed, every question there once, no answer where it should not be."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from checks import active, weight
from checks.built import BuiltPage, read_built
from checks.document import Element
from checks.findings import Finding, Rule
from course import Course, Page

BUILD = Rule("SITE-01", "网站能够构建，没有警告。", "按提示改正后再运行一次。")
COUNTS = Rule(
    "SITE-02",
    "源文件里写了几道题、几个选项，网页和题目清单里就有几道、几个，每道题有一份答案。",
    "看看这道题的写法和附近没有配对的标签；找不到原因，开一个议题告诉我们。",
)
VALID = Rule(
    "SITE-05",
    "网页的 HTML 没有写错：标签配对、嵌套正确，引用的编号存在。",
    "在源文件里找到这一处改正；多半是手写的 HTML。",
)
ID_TWICE = Rule("SITE-06", "一个网页里的编号（id）互不相同。", "给后写的一个换一个编号。")
LISTED = Rule(
    "SITE-07",
    "每一页都在 mkdocs.yml 的导航（nav）里，导航里的每一页都有文件。",
    "在 mkdocs.yml 的 nav 里加上或改正这一页。",
)
SILENT = Rule(
    "SITE-08",
    "搜索索引里没有答案、理由和解析。",
    "题目写在 <quiz> 里；看看 scripts/hooks/questions.py 有没有漏标 data-search-exclude。",
)
NAMED = Rule(
    "SITE-10",
    "每个网页有语言、标题、说明和一个 h1，链接、按钮和图片都有名字。",
    "照提示补上；链接的方括号里写出要去哪里。",
)

TEMPLATE = "overrides/main.html"
_REFERENCES = (
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "aria-owns",
    "aria-details",
    "for",
    "headers",
    "list",
)
_FENCED = re.compile(r"(?ms)^(`{3,}|~{3,}).*?^\1[`~]*\s*$")
_NAMING = ("aria-label", "aria-labelledby", "title")


def check(course: Course) -> Iterator[Finding]:
    """Yield every page that is missing from the navigation, and every entry there without a page."""
    config = course.docs.parent / "mkdocs.yml"
    if not config.is_file():
        return
    listed = dict(_navigation(yaml.compose(config.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)))
    for path in course.pages:
        if path not in listed:
            yield Finding(
                LISTED, f"docs/{path}", 1, f"这一页不在导航里，读者找不到它。在 mkdocs.yml 的 nav 里加上 {path}。"
            )
    for path, line in listed.items():
        if path not in course.pages:
            yield Finding(LISTED, "mkdocs.yml", line, f"导航里的 {path} 没有文件。", f"docs/{path}")


def _navigation(root: yaml.Node | None) -> Iterator[tuple[str, int]]:
    """Yield the pages that the `nav` of a configuration lists, with their lines."""
    waiting = [value for name, value in root.value if name.value == "nav"] if isinstance(root, yaml.MappingNode) else []
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.ScalarNode):
            if node.value.endswith(".md"):
                yield node.value, node.start_mark.line + 1
        else:
            waiting += [value for _, value in node.value] if isinstance(node, yaml.MappingNode) else node.value


def check_site(course: Course, site: Path) -> Iterator[Finding]:
    """Yield what is wrong with the site that was built into `site` from `course`."""
    yield from _once([[*check_page(page, course, site)] for page in read_built(course, site)])
    yield from check_lists(course, site)
    yield from check_search(course, json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8")))


def _once(pages: list[list[Finding]]) -> Iterator[Finding]:
    """Yield the findings of all pages; what most of them have in common comes from a template and is said once."""
    uses = Counter(key for found in pages for key in {(finding.rule, finding.message) for finding in found})
    common = {key for key, times in uses.items() if times > len(pages) / 2 > 1}
    for rule, message in sorted(common, key=lambda key: (key[0].id, key[1])):
        yield Finding(rule, TEMPLATE, 1, f"大多数网页都有：{message}")
    for found in pages:
        yield from (finding for finding in found if (finding.rule, finding.message) not in common)


def check_page(page: BuiltPage, course: Course, site: Path) -> Iterator[Finding]:
    """Yield what is wrong with one page of the site."""
    yield from active.check_page(page)
    yield from _valid(page)
    yield from _named(page)
    yield from weight.check_page(page, course, site)
    if page.source is not None:
        yield from _counts(page, page.source)


def _valid(page: BuiltPage) -> Iterator[Finding]:
    for slip in page.document.slips:
        around = slip.element.parent
        words = (slip.element.attributes.get("id", ""), f"<{slip.element.tag}", f"</{slip.element.tag}")
        place = f"（网页第 {slip.element.line} 行{f'，在 <{around.tag}> 里' if around else ''}）"
        yield page.finding(VALID, f"{slip.message}{place}。", *words)
    ids = Counter(element.attributes["id"] for element in page.document.elements if "id" in element.attributes)
    for id_, uses in ids.items():
        if not id_ or re.search(r"\s", id_):
            yield page.finding(VALID, f"编号“{id_}”是空的，或者里面有空格。", f'id="{id_}"')
        elif uses > 1:
            yield page.finding(ID_TWICE, f"编号“{id_}”在网页里出现了 {uses} 次。", id_)
    for element in page.document.elements:
        for name in _REFERENCES:
            for id_ in element.attributes.get(name, "").split():
                if id_ not in ids:
                    yield page.finding(VALID, f"<{element.tag}> 的 {name} 指向“{id_}”，网页里没有这个编号。", id_)


def _named(page: BuiltPage) -> Iterator[Finding]:
    """Yield what a search engine or a screen reader would have no name for."""
    elements = page.document.elements
    root = next(page.document.by_tag("html"), None)
    if root is None or root.attributes.get("lang") != "zh-CN":
        yield page.finding(NAMED, "网页没有写明语言 zh-CN。")
    if not any(title.text.strip() for title in page.document.by_tag("title") if not title.within("svg")):
        yield page.finding(NAMED, "网页没有标题，在这一页的开头写上 title。", "title:")
    descriptions = [e for e in page.document.by_tag("meta") if e.attributes.get("name") == "description"]
    if not any(e.attributes.get("content", "").strip() for e in descriptions):
        yield page.finding(NAMED, "网页没有说明，在这一页的开头写上 description。", "description:")
    headings = [element for element in elements if element.tag == "h1"]
    if len(headings) != 1 or not headings[0].text.removesuffix("#").strip():
        yield page.finding(NAMED, f"网页要有一个一级标题，现在有 {len(headings)} 个。", "# ")
    for element in elements:
        if element.tag == "img" and "alt" not in element.attributes:
            source = element.attributes.get("src", "")
            yield page.finding(NAMED, f"图片“{source}”没有替代文字。", source.rpartition("/")[2])
        needs_name = element.tag == "button" or (element.tag == "a" and "href" in element.attributes)
        named = element.text.strip() or any(element.attributes.get(name, "").strip() for name in _NAMING)
        if needs_name and not named:
            yield page.finding(NAMED, _nameless(element), element.attributes.get("href", "").rpartition("/")[2])


def _nameless(element: Element) -> str:
    if element.tag == "a":
        return f"通往“{element.attributes['href']}”的链接没有文字。"
    return "有一个按钮没有文字。"


def _counts(page: BuiltPage, source: Page) -> Iterator[Finding]:
    """Yield every question that source, model and page do not hold alike."""
    text = _FENCED.sub("", source.text)
    written = len(re.findall(r"^<quiz>$", text, re.M)) + len(re.findall(r"^<!-- q: .* kind: ", text, re.M))
    if written != len(source.questions):
        yield page.finding(COUNTS, f"源文件里有 {written} 道题，只认出 {len(source.questions)} 道。", "<quiz>")
    written = len(re.findall(r"^- \[[ x]\] ", text, re.M))
    recognised = sum(len(question.options) for question in source.questions)
    if written != recognised:
        yield page.finding(COUNTS, f"源文件里有 {written} 个选项，只认出 {recognised} 个。", "- [")
    shown: Counter[str] = Counter()
    options: Counter[str] = Counter()
    answers: Counter[str] = Counter()
    for element in page.document.by_tag("section", "div"):
        shown[element.attributes.get("data-question", "")] += 1
        answers[element.attributes.get("data-answer-for", "")] += 1
        if "option" in element.classes:
            options[_question_of(element)] += 1
    for question in source.questions:
        for name, counted, wanted in (
            ("题目", shown, 1),
            ("选项", options, len(question.options)),
            ("答案", answers, int(question.auto_graded)),
        ):
            if counted[question.id] != wanted:
                message = f"题“{question.id}”的{name}应当有 {wanted} 个，网页里有 {counted[question.id]} 个。"
                yield Finding(COUNTS, page.path, question.line, message)
    known = {question.id for question in source.questions} | {""}
    for id_ in sorted((shown.keys() | answers.keys()) - known):
        yield page.finding(COUNTS, f"网页里有题“{id_}”，源文件里没有。", id_)


def _question_of(element: Element) -> str:
    holder: Element | None = element
    while holder is not None and "data-question" not in holder.attributes:
        holder = holder.parent
    return holder.attributes["data-question"] if holder else ""


def check_lists(course: Course, site: Path) -> Iterator[Finding]:
    """Yield every question that the site's lists of questions do not name once, with its page and version."""
    whole = _listed(json.loads((site / "assets" / "course.json").read_text(encoding="utf-8"))["chapters"])
    files = sorted((site / "assets" / "chapters").glob("*.json"))
    parts = _listed([json.loads(file.read_text(encoding="utf-8")) for file in files])
    for name, listed in (("course.json", whole), ("chapters/", parts)):
        counted = Counter(question["id"] for question in listed)
        versions = {question["id"]: question["version"] for question in listed}
        for question in course.questions:
            if course.chapter_of(question.page) is None:
                continue
            if counted[question.id] != 1:
                message = f"题“{question.id}”在 assets/{name} 里有 {counted[question.id]} 次，应当有一次。"
                yield Finding(COUNTS, f"docs/{question.page}", question.line, message)
            elif versions[question.id] != question.version:
                message = f"题“{question.id}”在 assets/{name} 里的版本和源文件不同。"
                yield Finding(COUNTS, f"docs/{question.page}", question.line, message)
        for id_ in sorted(counted.keys() - {question.id for question in course.questions}):
            yield Finding(COUNTS, "mkdocs.yml", 1, f"assets/{name} 里有题“{id_}”，源文件里没有。")


def _listed(chapters: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [question for chapter in chapters for question in chapter["questions"]]


def check_search(course: Course, index: dict[str, Any]) -> Iterator[Finding]:
    """Yield every question whose key, reasons or explanation a search would show."""
    shown = _bare("\n".join(entry["title"] + "\n" + entry["text"] for entry in index["docs"]))
    taught = ""
    for question in course.questions:
        if not question.auto_graded:
            continue
        texts = [question.explanation, *(option.reason for option in question.options)]
        leaked = next((words for text in texts for words in _sentences(text) if words in shown), "")
        if leaked:
            taught = taught or _taught(course)
            if leaked not in taught:  # a chapter may say in its own text what an explanation says again
                message = f"搜索会显示题“{question.id}”的解析或理由：“{leaked[:40]}”。"
                yield Finding(SILENT, f"docs/{question.page}", question.line, message)
    for entry in index["docs"]:
        if re.search(r"第\d+题答案：", _bare(entry["text"])):
            yield Finding(SILENT, "mkdocs.yml", 1, f"搜索索引里有答案：{entry['location']}。")


def _sentences(markdown: str) -> Iterator[str]:
    """Yield the sentences of an explanation that are long enough to be told from others."""
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", "", markdown)
    for sentence in re.split(r"[\n。！？；]|[*`_]{1,2}", plain):
        words = _bare(sentence)
        if len(words) > 12:
            yield words


def _bare(text: str) -> str:
    """Return `text` without white space and without the marks that jieba has put between its words."""
    return re.sub(r"[\s\u200b]+", "", re.sub(r"<[^>]+>", "", text))


def _taught(course: Course) -> str:
    """Return what the chapters say outside of questions."""
    lines = []
    for page in course.pages.values():
        inside = {n for question in page.questions for n in range(question.line, question.end_line + 1)}
        lines += [line for n, line in enumerate(page.lines, 1) if n not in inside]
    return _bare("\n".join(lines).replace("*", ""))


RULES = (BUILD, COUNTS, VALID, ID_TWICE, LISTED, SILENT, *weight.RULES, NAMED)
