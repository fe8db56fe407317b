"""The outline of the course on the home page, made from the syllabus: what is there, and what is still to come."""

from __future__ import annotations

from html import escape

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_relative_url

from course import Chapter, Course, Part

PLACEHOLDER = "<!-- course-outline -->"


def insert(markdown: str, course: Course, page: MkDocsPage, files: Files) -> str:
    """Return `markdown` with the placeholder replaced by parts and chapters, linked from `page`."""
    if PLACEHOLDER not in markdown:
        return markdown
    parts = "\n".join(_part(part, page, files) for part in course.syllabus.parts)
    return markdown.replace(PLACEHOLDER, f'<div class="outline">\n{parts}\n</div>')


def _part(part: Part, page: MkDocsPage, files: Files) -> str:
    chapters = "\n".join(_chapter(chapter, page, files) for chapter in part.chapters)
    return (
        f'<section class="outline__part" aria-labelledby="part-{part.slug}">\n'
        f'<h3 id="part-{part.slug}">{escape(part.title)}</h3>\n'
        f'<ol class="outline__chapters" role="list">\n{chapters}\n</ol>\n</section>'
    )


def _chapter(chapter: Chapter, page: MkDocsPage, files: Files) -> str:
    file = files.get_file_from_path(chapter.path)
    title = escape(chapter.title)
    if file is None:
        name = f'<span class="outline__title">{title}</span>'
        state = '<span class="outline__state">编写中</span>'
    else:
        name = f'<a class="outline__title" href="{escape(get_relative_url(file.url, page.url))}">{title}</a>'
        state = f'<span class="outline__state" data-progress-chapter="{chapter.slug}"></span>'
    return (
        f'<li class="outline__chapter"><span class="outline__number">第 {chapter.number} 章</span> {name} {state}</li>'
    )
