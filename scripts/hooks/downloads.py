"""Files to download: put on the site, listed on their page, and named at the head of each chapter."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from course import Chapter, Course, Part
from outputs.downloads import EDITIONS, EPUB, SIZES, Download, pdf_name

PLACEHOLDER = "<!-- downloads -->"
NONE_HERE = "这一份网站没有附带可以下载的文件：它们在网站发布时生成。你也可以用下面的办法自己做一份。"


def add_files(files: Files, config: MkDocsConfig, downloads: Mapping[str, Download]) -> None:
    """Add `downloads` to the `files` of the site."""
    for download in downloads.values():
        files.append(File.generated(config, _path(download), abs_src_path=str(download.file)))


def of_chapter(chapter: Chapter, downloads: Mapping[str, Download]) -> list[dict[str, str]]:
    """Return title, address (below the site) and size of each PDF of `chapter`, for the template."""
    found = [(title, downloads.get(pdf_name(chapter, edition))) for edition, title in EDITIONS.items()]
    return [{"title": title, "url": _path(file), "size": file.size_text} for title, file in found if file]


def insert(markdown: str, course: Course, path: str, downloads: Mapping[str, Download]) -> str:
    """Return `markdown`, the page at `path` below docs/, with the placeholder replaced by lists of `downloads`."""
    if PLACEHOLDER not in markdown:
        return markdown

    def link(name: str) -> str:
        download = downloads.get(name)
        if download is None:
            return "—"
        kind = posixpath.splitext(name)[1][1:].upper()
        return f"[{kind}，{download.size_text}]({posixpath.relpath(_path(download), posixpath.dirname(path))})"

    def table(title: str, scopes: list[tuple[str, Chapter | Part | None]]) -> str:
        rows = [
            (name, [link(pdf_name(scope, edition)) for edition in EDITIONS])
            for name, scope in scopes
            if any(pdf_name(scope, edition) in downloads for edition in EDITIONS)
        ]
        head = [f"| {title} | {' | '.join(EDITIONS.values())} |", "| --- | --- | --- | --- |"]
        return "\n".join([*head, *(f"| {name} | {' | '.join(cells)} |" for name, cells in rows)]) if rows else ""

    book = [
        f"- {EDITIONS[edition]}，{paper}：{link(name)}"
        for edition in EDITIONS
        for size, paper in SIZES.items()
        if (name := pdf_name(None, edition, size)) in downloads
    ]
    if EPUB in downloads:
        book.append(f"- 电子书，给手机和阅读器：{link(EPUB)}")
    parts: list[tuple[str, Chapter | Part | None]] = [(part.title, part) for part in course.syllabus.parts]
    chapters: list[tuple[str, Chapter | Part | None]] = [
        (f"{chapter.number} {chapter.title}", chapter) for chapter in course.syllabus.chapters
    ]
    blocks = {
        "### 整本书 {#book}": "\n".join(book),
        "### 按部分 {#by-part}": table("部分", parts),
        "### 按章 {#by-chapter}": table("章", chapters),
    }
    listed = [f"{heading}\n\n{block}" for heading, block in blocks.items() if block]
    return markdown.replace(PLACEHOLDER, "\n\n".join(listed) or NONE_HERE)


def _path(download: Download) -> str:
    return f"downloads/{posixpath.basename(download.name)}"
