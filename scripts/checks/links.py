"""Links, anchors and images: in the sources with their lines, then in the built site as a reader meets them."""

from __future__ import annotations

import json
import posixpath
import re
import shutil
import subprocess
import sysconfig
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from checks.built import read_built
from checks.findings import Finding, Rule
from course import Course, Link, Page
from failures import Failure

FILE = Rule(
    "LINK-01",
    "站内链接指向存在的文件，写成相对路径并带 .md。",
    "改正路径：从当前文件所在的文件夹写起，例如 ../foundations/service.md。",
)
ANCHOR = Rule("LINK-02", "链接里的 #锚点 在目标页面里存在。", "改成目标页面里标题后面 {#…} 写着的编号。")
IMAGE = Rule("LINK-03", "图片文件存在。", "把图片放到 docs/assets/images/，再改正路径。")
HEADING = Rule(
    "LINK-04",
    "每个标题都有自己的英文编号。",
    "在标题末尾加上编号，例如 ## 忠诚阶梯 {#loyalty-ladder}；发布以后不再改动。",
)
ID_TWICE = Rule("LINK-05", "同一页里的编号互不相同。", "给后写的一个换一个编号。")
BUILT = Rule(
    "LINK-06",
    "构建出来的网页里没有断链。",
    "在源文件里找到这个链接改正；如果它来自模板，请改 overrides/ 或 mkdocs.yml。",
)

_OUTSIDE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


def check(course: Course) -> Iterator[Finding]:
    """Yield every broken link and image in the sources, and every heading that cannot be linked to."""
    for page in course.pages.values():
        for link in page.links:
            yield from _link(course, page, link)
        for heading in page.headings:
            if not heading.id:
                yield Finding(HEADING, f"docs/{page.path}", heading.line, f"标题“{heading.title}”没有编号。")
            elif not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", heading.id):
                message = f"标题“{heading.title}”的编号“{heading.id}”不是小写英文字母、数字和连字符。"
                yield Finding(HEADING, f"docs/{page.path}", heading.line, message)
        uses = Counter(id_ for id_, _ in page.ids_as_written)
        questions = Counter(f"q-{question.id}" for question in page.questions)  # two of one id are QUIZ-10's business
        for id_, line in page.ids_as_written:
            if uses[id_] > max(1, questions[id_]):
                yield Finding(ID_TWICE, f"docs/{page.path}", line, f"编号“{id_}”在这一页里用了 {uses[id_]} 次。")


def _link(course: Course, page: Page, link: Link) -> Iterator[Finding]:
    if _OUTSIDE.match(link.target):
        return
    path, _, fragment = unquote(link.target).partition("#")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) if path else page.path

    def at(rule: Rule, message: str) -> Finding:
        return Finding(rule, f"docs/{page.path}", link.line, message)

    if target in course.pages:
        if fragment and fragment not in course.pages[target].ids:
            yield at(ANCHOR, f"“{link.target}”里的 #{fragment} 在 docs/{target} 里找不到。")
    elif link.image:
        if not _is_file(course.docs / target):
            yield at(IMAGE, f"图片“{link.target}”不存在。")
    elif not _is_file(course.docs / target):
        yield at(FILE, f"“{link.target}”指向的 docs/{target} 不存在。")


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # no name that any file could have
        return False


def check_site(course: Course, site: Path) -> Iterator[Finding]:
    """Yield every dead link and fragment in the built pages under `site`.

    Raises:
        Failure: lychee did not run to its end.
    """
    lychee = shutil.which("lychee", path=sysconfig.get_path("scripts"))
    if lychee is None:
        raise Failure("找不到检查链接用的 lychee。请删去 .venv 文件夹，再运行一次 python3 scripts check。")
    call = [lychee, "--offline", "--include-fragments", "--no-progress", "--format", "json"]
    # Outside addresses are another check's business; offline, lychee passes over them by itself.
    call += ["--root-dir", str(site), "--index-files", "index.html", str(site)]
    done = subprocess.run(call, capture_output=True, encoding="utf-8")
    if done.returncode not in (0, 2):
        raise Failure(f"lychee 没能检查构建出来的网页：{done.stderr.strip()[:300]}")
    pages = {page.name: page for page in read_built(course, site)}
    for source, errors in json.loads(done.stdout)["error_map"].items():
        for error in errors:
            url = urlsplit(error["url"])
            target = unquote(url.path).removeprefix(site.as_posix()) or "/"
            target += f"#{unquote(url.fragment)}" if url.fragment else ""
            page = pages[Path(source).relative_to(site).as_posix()]
            words = (f"#{unquote(url.fragment)}" if url.fragment else "", posixpath.basename(url.path.rstrip("/")))
            yield page.finding(BUILT, f"网页里有断链：{target}。", *words)


RULES = (FILE, ANCHOR, IMAGE, HEADING, ID_TWICE, BUILT)
