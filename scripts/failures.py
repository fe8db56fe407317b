"""Failures that a person can mend: said in one sentence, never as a traceback."""

from __future__ import annotations


class Failure(Exception):
    """Something outside our code stands in the way; the message says what, where and how to mend it.

    Attributes:
        status: the exit status of the command that failed.
    """

    def __init__(self, message: str, status: int = 2) -> None:
        super().__init__(message)
        self.status = status
