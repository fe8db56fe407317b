"""The outline of the course on the home page, made from the syllabus: what is there, and what is still to come."""

from __future__ import annotations

from html import escape

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_relative_url

from course import Chapter, Course

PLACEHOLDER = "<!-- course-outline -->"


def insert(markdown: str, course: Course, page: MkDocsPage, files: Files) -> str:
    """Return `markdown` with the placeholder replaced by parts and chapters, linked from `page`."""
    if PLACEHOLDER not in markdown:
        return markdown
    parts = []
    for part in course.syllabus.parts:
        chapters = "\n".join(_chapter(chapter, page, files) for chapter in part.chapters)
        parts.append(f"<h3>{escape(part.title)}</h3>\n<ol>\n{chapters}\n</ol>")
    return markdown.replace(PLACEHOLDER, "\n".join(parts))


def _chapter(chapter: Chapter, page: MkDocsPage, files: Files) -> str:
    file = files.get_file_from_path(chapter.path)
    if file is None:
        return f'<li value="{chapter.number}">{escape(chapter.title)} <span>编写中</span></li>'
    url = get_relative_url(file.url, page.url)
    return (
        f'<li value="{chapter.number}"><a href="{escape(url)}">{escape(chapter.title)}</a> '
        f'<span data-progress-chapter="{chapter.slug}"></span></li>'
    )
