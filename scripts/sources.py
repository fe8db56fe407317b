"""Loading the course for a command: what cannot be read becomes a failure that says where."""

from __future__ import annotations

from course import Course
from failures import Failure
from project import DOCS


def load_course() -> Course:
    """Load the course under docs/.

    Raises:
        Failure: the syllabus or the answer key cannot be read.
    """
    try:
        return Course.load(DOCS)
    except FileNotFoundError as error:
        raise Failure(f"找不到 {error.filename}。请确认它没有被改名或删除。") from error
    except (ValueError, OSError) as error:
        raise Failure(f"课程读不进来。docs/{error}。请按这个位置改正后再试。") from error
