"""Faults in what `new` left to its author."""

from __future__ import annotations

from faults.fault import Fault

FAULTS = [
    Fault("gap left in the syllabus", "QUIZ-16", "syllabus.yml", "title: 客户的定义", "title: （待填：考点）"),
    Fault("gap left in a chapter", "QUIZ-16", "relationships/loyalty.md", "晨禾在开福区", "（待填：谁）在开福区"),
]
