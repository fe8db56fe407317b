"""What runs, and what is fetched from elsewhere: nothing that this site was not built with.

Markdown lets anybody write HTML, and the policy in a page's head names every inline script that the page was built
with. So a stranger's markup is found in the sources, on its line, and once more in the built pages, whatever way it
came by.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from checks.built import BuiltPage
from checks.document import Element
from checks.findings import Finding, Rule
from course import Course, Page

HOST = Rule(
    "SITE-03",
    "网站运行时只向自己的主机取东西，图片、样式、程序都放在仓库里。",
    "把文件放进仓库再引用；只是想指给读者看的，写成普通的链接。",
)
ACTIVE = Rule(
    "SITE-04",
    "页面里只有认得的 HTML，没有脚本、内嵌框架、事件属性和会运行代码的链接。",
    "改用 Markdown 的写法；确实需要的功能，写进 docs/assets/js/ 和模板。",
)

# What Markdown has no words for; everything else is written in Markdown.
TAGS = {"abbr", "br", "div", "kbd", "quiz", "rp", "rt", "ruby", "span", "sub", "sup"}
ATTRIBUTES = {"class", "id", "lang", "markdown", "title"}
_BRACE_ATTRIBUTES = ATTRIBUTES | {"width", "height"}
_SCHEMES = {"http", "https", "mailto", "tel"}
_SCHEME = re.compile(r"^([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_BRACES = re.compile(r"\{:?\s*([^{}\n]*=[^{}\n]*)\}")
_BRACE_NAME = re.compile(r"(?:^|\s)([^\s=]+)\s*=")
_BLOCK_NAME = re.compile(r"([\w-]+)[\"']?\s*:")
_TAG_LIKE = re.compile(r"<[a-zA-Z/!?]")
_OUTSIDE = re.compile(r"^\s*(?:https?:)?//", re.IGNORECASE)

# The inline scripts of Material and of overrides/main.html, by the hash of their text with the way to the root left
# out. A new version of the theme changes them: read what is new in it, then renew the list.
SCRIPTS = {
    "9e2703283f",  # Material: where readers' settings are kept
    "980490729b",  # overrides/main.html: dark from the first paint
    "0eb10c249d",  # Material: the palette as chosen
    "ffcc0f7735",  # Material: the tab that the address names
}
_ROOT = re.compile(r'new URL\("[^"]*",location\)')
# overrides/main.html: the running heads of a printed page.
_STYLE = re.compile(r'@page\{@top-left\{content:"[^"<]*"\}@top-right\{content:"[^"<]*"\}\}')
_STYLES = (("svg", re.compile(r"min-width:\d+px")), ("rect", re.compile(r"rx:[\d.]+px")))
_ALIGNED = re.compile(r"text-align: (?:left|center|right);")
_EMBEDDING = {"iframe", "object", "embed", "applet", "frame", "frameset", "portal", "base", "foreignobject"}
_REFERENCES = {"href", "src", "action", "formaction", "data", "poster", "srcset", "xlink:href", "ping", "background"}
_TOLD = _REFERENCES | {"style", "http-equiv"}
_ACTIVE_TAGS = _EMBEDDING | {"form"}
# Links that a browser follows only when the reader does.
_IDLE_LINKS = {"canonical", "prev", "next", "edit", "alternate", "license", "author"}


def check(course: Course) -> Iterator[Finding]:
    """Yield markup in the sources that could run or fetch something."""
    for page in course.pages.values():
        for line, rule, message in _page(page):
            yield Finding(rule, f"docs/{page.path}", line, message)
    for name in ("syllabus.yml", "glossary.yml"):
        yield from _data(course.docs / name, f"docs/{name}")
    for kind, find in (("css", _hosts_in_css), ("js", _hosts_in_js)):
        for file in sorted((course.docs / "assets" / kind).rglob(f"*.{kind}")):
            for line, host in find(file.read_text(encoding="utf-8")):
                yield Finding(
                    HOST, f"docs/{file.relative_to(course.docs).as_posix()}", line, f"这里向外部取东西：{host}。"
                )


def _page(page: Page) -> Iterator[tuple[int, Rule, str]]:
    for tag in page.tags:
        names = [name for name, _ in tag.attributes if name not in ATTRIBUTES]
        if tag.name not in TAGS:
            yield tag.line, ACTIVE, f"这里有 HTML 标签 <{tag.name}>，页面里只能用 {'、'.join(sorted(TAGS))}。"
        elif names:
            yield (
                tag.line,
                ACTIVE,
                f"<{tag.name}> 带着属性 {'、'.join(names)}，只能用 {'、'.join(sorted(ATTRIBUTES))}。",
            )
    for link in page.links:
        scheme = _scheme(link.target)
        if link.image and (scheme or _OUTSIDE.match(link.target)):
            yield link.line, HOST, f"图片“{link.target[:60]}”不在仓库里，读者看不到，或者要去别的网站取。"
        elif scheme and scheme not in _SCHEMES:
            yield link.line, ACTIVE, f"链接“{link.target[:60]}”以 {scheme}: 开头，只能链接到网页和邮箱。"
    for number, line in enumerate(page.markup, 1):
        for braces in _BRACES.findall(line):
            names = [name for name in _BRACE_NAME.findall(braces) if name not in _BRACE_ATTRIBUTES]
            if names:
                yield number, ACTIVE, f"花括号里的 {'、'.join(names)} 不能用，只能写编号、类名和图片的宽高。"
    for caption in page.captions:
        for number in range(caption.line + 1, caption.end_line):
            text = page.lines[number - 1]
            names = [name for name in _BLOCK_NAME.findall(text) if name not in ("attrs", "id", "class")]
            if text.startswith("    ") and names:
                yield number, ACTIVE, f"图表题下面的 {'、'.join(names)} 不能用，只写编号。"
    for number, line in enumerate(page.lines[: page.front_matter_end], 1):
        if re.search(r"^(?:title|description):.*[<>\"]", line) and not re.search(r"^\w+:\s*\"[^<>\"]*\"\s*$", line):
            yield number, ACTIVE, "标题和说明里不能有尖括号和英文双引号，它们会进到网页的代码里。"


def _scheme(target: str) -> str:
    """Return the scheme of the address `target` as a browser reads it, in lower case; empty without one."""
    match = _SCHEME.match(re.sub(r"[\x00-\x20]+", "", unescape(target)))
    return match[1].lower() if match else ""


def _data(file: Path, path: str) -> Iterator[Finding]:
    """Yield tags in a data file: its texts go into pages as they stand."""
    if file.is_file():
        for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), 1):
            if _TAG_LIKE.search(line):
                yield Finding(ACTIVE, path, number, f"这里只写文字，不写 HTML：“{line.strip()[:60]}”。")


def _hosts_in_css(text: str) -> Iterator[tuple[int, str]]:
    for match in re.finditer(r"(?:url\(\s*|@import\s+)['\"]?((?:https?:)?//[^'\")\s]+)", text, re.IGNORECASE):
        yield text.count("\n", 0, match.start()) + 1, match[1]


def _hosts_in_js(text: str) -> Iterator[tuple[int, str]]:
    for match in re.finditer(r"[\"'`]((?:https?:|wss?:)?//[^\"'`\s]+)[\"'`$]", text, re.IGNORECASE):
        if not match[1].startswith("http://www.w3.org/"):  # names of XML namespaces, never fetched
            yield text.count("\n", 0, match.start()) + 1, match[1]


def check_page(page: BuiltPage) -> Iterator[Finding]:
    """Yield what runs or is fetched from elsewhere in a built page."""
    for element in page.document.elements:
        if _TOLD.isdisjoint(element.attributes) and element.tag not in _ACTIVE_TAGS and "on" not in _heads(element):
            continue  # most elements of a page are parts of drawings
        for message, words in _runs(element):
            yield page.finding(ACTIVE, message, *words)
        host = _fetched(element)
        if host:
            yield page.finding(HOST, f"网页打开时会向外部取东西：{host[:80]}。", host)
    for attributes, body in re.findall(r"<script\b([^>]*)>(.*?)</script>", page.text, re.DOTALL | re.IGNORECASE):
        if not re.search(r"\ssrc\s*=", attributes) and not _known(attributes, body):
            first = next((line.strip() for line in body.split("\n") if line.strip()), "")
            yield page.finding(ACTIVE, f"网页里有一段不认识的脚本：“{first[:60]}”。", "<script", first)
    for body in re.findall(r"<style\b[^>]*>(.*?)</style>", page.text, re.DOTALL | re.IGNORECASE):
        if not _STYLE.fullmatch(body.strip()):
            yield page.finding(ACTIVE, f"网页里有一段不认识的样式：“{body.strip()[:60]}”。", "<style")


def _known(attributes: str, body: str) -> bool:
    if re.search(r'\stype="application/(?:ld\+)?json"', attributes):
        return True  # data
    return hashlib.sha256(_ROOT.sub('new URL("BASE",location)', body).encode()).hexdigest()[:10] in SCRIPTS


def _heads(element: Element) -> set[str]:
    return {name[:2] for name in element.attributes}


def _runs(element: Element) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what could run in a built element, each with words by which its source may be found."""
    tag, attributes = element.tag, element.attributes
    if tag in _EMBEDDING:
        yield f"网页里有 <{tag}>。", (f"<{tag}",)
    policy = attributes.get("http-equiv", "").lower() if tag == "meta" else ""
    if policy not in ("", "content-security-policy") and not (policy == "refresh" and element.within("noscript")):
        yield f'网页里有 <meta http-equiv="{policy}">。', ("<meta",)
    if tag == "form" and not {"question__form", "md-header__option", "md-search__form"} & set(element.classes):
        yield "网页里有一个不认识的表单。", ("<form",)
    for name, value in attributes.items():
        if name.startswith("on"):
            yield f"<{tag}> 带着事件属性 {name}。", (f"{name}=", value)
        elif name in ("action", "formaction"):
            yield f"<{tag}> 要把内容发到“{value[:60]}”。", (f"{name}=",)
        elif name in _REFERENCES and _scheme(value) not in _SCHEMES | {""} and not _is_picture(element, name, value):
            yield f"<{tag}> 的 {name} 会运行代码：“{value[:60]}”。", (value, f"{_scheme(value)}:")
        elif name == "style" and not _is_known_style(element, value):
            yield f"<{tag}> 带着样式“{value[:60]}”，样式写在 docs/assets/css/ 里。", ("style=", value)


def _is_picture(element: Element, name: str, value: str) -> bool:
    return element.tag in ("img", "image") and value.startswith("data:image/")


def _is_known_style(element: Element, value: str) -> bool:
    if element.tag in ("td", "th"):
        return _ALIGNED.fullmatch(value) is not None
    return any(element.tag == tag and pattern.fullmatch(value) for tag, pattern in _STYLES)


def _fetched(element: Element) -> str:
    """Return the address on another host that a browser would fetch for `element`, empty when there is none."""
    attributes = element.attributes
    if element.tag == "a" or (element.tag == "link" and _IDLE_LINKS & set(attributes.get("rel", "").split())):
        return ""
    values = [attributes[name] for name in _REFERENCES & attributes.keys()]
    if element.tag == "meta" and attributes.get("http-equiv", "").lower() == "refresh":
        values.append(attributes.get("content", "").partition("=")[2])
    values += re.findall(r"url\(\s*['\"]?([^'\")]+)", attributes.get("style", ""))
    return next((value.strip() for value in values if _OUTSIDE.match(value)), "")


RULES = (HOST, ACTIVE)
