"""Search: Material cuts Chinese text into words with jieba, which learns the course's terms here."""

from __future__ import annotations

import jieba

from course import Course

# What this process has taught jieba: a word taught twice would weigh more, and the index would differ from build
# to build.
_taught: set[str] = set()


def teach(course: Course) -> None:
    """Let jieba keep every term of the syllabus in one piece."""
    jieba.setLogLevel("WARNING")  # it tells of its dictionary on every start
    for point in course.syllabus.points:
        for term in point.terms:
            if term not in _taught:
                jieba.add_word(term)
                _taught.add(term)
