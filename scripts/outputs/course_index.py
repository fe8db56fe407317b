"""What the reader's browser knows of the course beyond the page it shows.

`assets/course.json` lists all chapters with their questions, for the home page and the syllabus; a chapter's own
pages ask for `assets/chapters/SLUG.json` alone, which is a twentieth of it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from course import Chapter, Course


def course_index(course: Course, url_of: Callable[[str], str]) -> dict[str, str]:
    """Return the files to publish: their JSON by their paths below the site's root.

    Args:
        url_of: gives the address of a page, relative to the site's root, for its path below docs/.
    """
    chapters = [_chapter(course, chapter, url_of) for chapter in course.syllabus.chapters]
    files = {f"assets/chapters/{chapter['slug']}.json": _json(chapter) for chapter in chapters if chapter["url"]}
    return {"assets/course.json": _json({"version": 1, "chapters": chapters}), **files}


def _chapter(course: Course, chapter: Chapter, url_of: Callable[[str], str]) -> dict[str, Any]:
    pages = course.chapter_pages(chapter)
    questions = [
        {
            "id": question.id,
            "version": question.version,
            "url": f"{url_of(page.path)}#q-{question.id}",
            "kind": question.kind,
            "point": question.point,
        }
        for page in pages
        for question in page.questions
    ]
    return {
        "slug": chapter.slug,
        "number": chapter.number,
        "title": chapter.title,
        "part": chapter.part,
        "url": url_of(pages[0].path) if pages else None,
        "questions": questions,
    }


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
