"""course.json: what the reader's browser knows of the course beyond the page it shows."""

from __future__ import annotations

import json
from collections.abc import Callable

from course import Course


def course_index(course: Course, url_of: Callable[[str], str]) -> str:
    """Return the course's chapters and question ids as JSON.

    Args:
        url_of: gives the address of a page, relative to the site's root, for its path below docs/.
    """
    chapters = []
    for chapter in course.syllabus.chapters:
        pages = course.chapter_pages(chapter)
        chapters.append(
            {
                "slug": chapter.slug,
                "number": chapter.number,
                "title": chapter.title,
                "part": chapter.part,
                "url": url_of(pages[0].path) if pages else None,
                "questions": [
                    {
                        "id": question.id,
                        "version": question.version,
                        "url": f"{url_of(page.path)}#q-{question.id}",
                        "kind": question.kind,
                        "point": question.point,
                    }
                    for page in pages
                    for question in page.questions
                ],
            }
        )
    return json.dumps({"version": 1, "chapters": chapters}, ensure_ascii=False, separators=(",", ":"))
