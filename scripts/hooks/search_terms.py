"""Search: Material cuts Chinese text into words with jieba, which learns the course's terms here."""

from __future__ import annotations

import jieba

from course import Course

# What this process has taught jieba: a word taught twice would weigh more, and the index would differ from build
# to build.
_taught: set[str] = set()


def teach(course: Course) -> None:
    """Let jieba keep every term of the syllabus and the glossary in one piece."""
    jieba.setLogLevel("WARNING")  # it tells of its dictionary on every start
    words = [word for point in course.syllabus.points for word in point.terms]
    words += [word for term in course.glossary for word in (term.name, *term.aliases)]
    for word in words:
        if word not in _taught:
            jieba.add_word(word)
            _taught.add(word)
