"""Image files: described in words, light, safe to show, and used."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

from PIL import Image, UnidentifiedImageError

from checks.findings import Finding, Rule
from course import Course, Link, Page
from course.text import fold

ALTERNATIVE = Rule(
    "FIG-05",
    "每张图片都有说出内容的替代文字，不是文件名，也不照抄图题。",
    "在 ![ ] 的方括号里用一句话写出图里有什么。",
)
FILE = Rule(
    "FIG-06",
    "图片文件不大、格式常见、写明宽高、有地方用到，SVG 里没有脚本和外部引用。",
    "照提示改；能画成图的尽量用 Mermaid，又小又清楚，别人也改得动。",
)

HEAVIEST = 150_000  # bytes: with it a page on a slow phone still comes within seconds
WIDEST = 2000  # px: twice the text column, for fine screens
_RASTER = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP"}
# What docs/ holds besides pages and pictures.
_OTHER = re.compile(r"^[\w-]+\.yml$|^assets/(?:css/.+\.css|js/.+\.js)$")
_EMPTY_WORDS = {
    "图",
    "图片",
    "图像",
    "插图",
    "照片",
    "截图",
    "示意图",
    "image",
    "img",
    "picture",
    "photo",
    "screenshot",
}
_SIZE = re.compile(r"\b(width|height)\s*=\s*[\"']?(\d+)")


def check(course: Course) -> Iterator[Finding]:
    """Yield every image that a reader could not hear of, and every file that should not be published as it is."""
    used: set[str] = set()
    for page in course.pages.values():
        for image in page.links:
            path = _resolved(page, image)
            used.add(path)
            if image.image:
                for message in _alternative(page, image):
                    yield Finding(ALTERNATIVE, f"docs/{page.path}", image.line, message)
                message = _size(course.docs / path, image)
                if message:
                    yield Finding(FILE, f"docs/{page.path}", image.line, message)
    for file in sorted(course.docs.rglob("*")):
        path = file.relative_to(course.docs).as_posix()
        if file.is_file() and path not in course.pages and not _OTHER.match(path):
            for message in _file(course, file, path, used):
                yield Finding(FILE, f"docs/{path}", 1, message)


def _resolved(page: Page, link: Link) -> str:
    path = unquote(link.target).partition("#")[0].partition("?")[0]
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path))


def _alternative(page: Page, image: Link) -> Iterator[str]:
    text, file = fold(image.text), posixpath.basename(unquote(image.target))
    caption = next((c for c in page.captions if c.above == "figure" and c.above_line == image.line), None)
    if not text:
        yield f"图片“{file}”没有替代文字。"
    elif text in (fold(file), fold(posixpath.splitext(file)[0])):
        yield f"图片的替代文字“{image.text}”是文件名，没有说出图里有什么。"
    elif text in _EMPTY_WORDS:
        yield f"图片的替代文字“{image.text}”没有说出图里有什么。"
    elif caption and text == fold(caption.text):
        yield f"图片的替代文字和图题一字不差：“{image.text}”。读屏的人会听到两遍，换一种说法。"


def _size(file: Path, image: Link) -> str:
    """Return what is wrong with the width and height written for `image`; without them the page jumps as it loads."""
    true = _dimensions(file)
    if true is None:
        return ""
    written = {name: int(number) for name, number in _SIZE.findall(image.attributes)}
    width = min(true[0], 800)
    height = round(true[1] * width / true[0])
    advice = f'紧跟在图片后面写 {{ width="{width}" height="{height}" }}'
    if len(written) < 2:
        return f"图片“{image.target}”没有写宽高，页面打开时文字会跳动。{advice}。"
    if abs(written["width"] * true[1] - written["height"] * true[0]) > 0.02 * written["width"] * true[1]:
        return f"图片“{image.target}”写的宽高和文件的比例不同，图会变形。{advice}。"
    return ""


def _dimensions(file: Path) -> tuple[int, int] | None:
    """Return width and height of the image `file`, None when they cannot be told."""
    try:
        if file.suffix.lower() == ".svg":
            root = ElementTree.parse(file).getroot()
            box = re.findall(r"[\d.]+", root.get("viewBox", ""))
            numbers = box[2:4] or [re.sub(r"px$", "", root.get(name, "")) for name in ("width", "height")]
            width, height = (round(float(number)) for number in numbers)
        else:
            with Image.open(file) as image:
                width, height = image.size
    except (OSError, ValueError, ElementTree.ParseError):
        return None
    return (width, height) if width and height else None


def _file(course: Course, file: Path, path: str, used: set[str]) -> Iterator[str]:
    """Yield what is wrong with the file at `path` below docs/."""
    kind = file.suffix.lower()
    if kind != ".svg" and kind not in _RASTER:
        yield f"不认识的文件格式“{kind or file.name}”。图片用 SVG、PNG、JPEG 或 WebP，别的文件不放在 docs/ 里。"
        return
    size = file.stat().st_size
    if size > HEAVIEST:
        yield f"文件有 {size // 1000} kB，超过 {HEAVIEST // 1000} kB，手机上要等很久。缩小尺寸，或者存成 WebP。"
    if path not in used and not _used_by_the_site(course, path):
        yield "没有一页用到这个文件。用上它，或者删掉。"
    yield from _svg(file) if kind == ".svg" else _raster(file, _RASTER[kind])


def _used_by_the_site(course: Course, path: str) -> bool:
    """Tell whether the configuration, the templates or a style sheet name the file."""
    root = course.docs.parent
    files = [root / "mkdocs.yml", *root.glob("overrides/**/*.html"), *course.docs.glob("assets/css/*.css")]
    return any(posixpath.basename(path) in file.read_text(encoding="utf-8") for file in files if file.is_file())


def _raster(file: Path, kind: str) -> Iterator[str]:
    try:
        with Image.open(file) as image:
            found, width = image.format, image.width
    except (UnidentifiedImageError, OSError, ValueError):
        yield "打不开这张图片，文件可能坏了。"
        return
    if found != kind:
        yield f"扩展名是 {file.suffix}，内容却是 {found}。改成相符的扩展名。"
    if width > WIDEST:
        yield f"图片宽 {width} 像素，超过 {WIDEST}，屏幕上用不到。缩小了再放进来。"


def _svg(file: Path) -> Iterator[str]:
    text = file.read_text(encoding="utf-8", errors="replace")
    if re.search(r"<!(?:DOCTYPE|ENTITY)|<\?xml-stylesheet", text, re.IGNORECASE):
        yield "SVG 里不能有 DOCTYPE、ENTITY 和 xml-stylesheet。删去它们，只留 <svg> 元素。"
        return
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        yield f"SVG 写得不对，第 {error.position[0]} 行读不下去。"
        return
    if _dimensions(file) is None:
        yield "SVG 没有写 viewBox，也没有写 width 和 height，浏览器不知道它多大。"
    for element in root.iter():
        name = str(element.tag).rpartition("}")[2].lower()
        if name in ("script", "foreignobject", "iframe", "handler"):
            yield f"SVG 里有 <{name}>，图片里不能有会运行的内容。"
        if re.search(
            r"@import|url\(\s*['\"]?(?!#|data:)[^)]", " ".join([element.text or "", *element.attrib.values()])
        ):
            yield f"SVG 的 <{name}> 引用了外部的文件。"
        for attribute, value in element.attrib.items():
            local = attribute.rpartition("}")[2].lower()
            target = re.sub(r"\s", "", value).lower()
            if local.startswith("on") or (local in ("to", "from", "values", "href") and "javascript:" in target):
                yield f"SVG 的 <{name}> 带着脚本（{local}）。"
            elif local in ("href", "src") and not target.startswith(("#", "data:image/")):
                yield f"SVG 的 <{name}> 引用了外部的文件：“{value[:60]}”。"


RULES = (ALTERNATIVE, FILE)
