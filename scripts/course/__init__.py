"""The model of the course: what the sources under docs/ say, and nothing about what is made of them.

Checks, hooks, exports and print read Markdown and YAML through this package alone. It imports none of
them. Reading never fails on bad content: what cannot be understood is left out or kept as it stands, and
the checks say so.
"""

from course.addresses import Addresses, Move
from course.answer_key import AnswerKey, KeyEntry
from course.captions import Caption
from course.course import Course
from course.glossary import Term
from course.markup import Tag
from course.pages import Box, Diagram, Heading, Link, Page
from course.questions import Kind, Level, MarkingPoint, Option, Question
from course.syllabus import Chapter, Part, Point, Syllabus
from course.waivers import Waiver

__all__ = [
    "Addresses",
    "AnswerKey",
    "Box",
    "Caption",
    "Chapter",
    "Course",
    "Diagram",
    "Heading",
    "KeyEntry",
    "Kind",
    "Level",
    "Link",
    "MarkingPoint",
    "Move",
    "Option",
    "Page",
    "Part",
    "Point",
    "Question",
    "Syllabus",
    "Tag",
    "Term",
    "Waiver",
]
