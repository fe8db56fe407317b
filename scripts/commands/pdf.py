"""`pdf`: chapters, parts and the book as PDF, in dist/pdf/."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from pathlib import Path

from course import Chapter, Course
from failures import Failure
from outputs.printing.document import EDITIONS, Maker
from outputs.printing.scope import Scope, book_scope, chapter_scope, part_scope, written_chapters
from project import DIST
from sources import load_course
from version import current, fix_clock

TARGET = DIST / "pdf"


def run(options: argparse.Namespace) -> int:
    """Make what the options name, or everything: each chapter and the book in every edition."""
    from outputs.printing.pdf import Printer

    fix_clock()
    course = load_course()
    jobs = list(_jobs(course, options))
    printer, maker = Printer(), Maker(course, current())
    began = time.monotonic()
    for number, (scope, edition, size) in enumerate(jobs, 1):
        started = time.monotonic()
        target = file_of(scope, edition, size)
        pages = printer.write(maker.document(scope, edition), size, target)
        seconds, size_mb = time.monotonic() - started, target.stat().st_size / 1e6
        print(f"[{number}/{len(jobs)}] {target.name}：{pages} 页，{size_mb:.1f} MB，{seconds:.0f} 秒", flush=True)
    folder = TARGET.relative_to(DIST.parent).as_posix()
    print(f"已写好 {len(jobs)} 个文件，都在 {folder}/ 里，共用 {time.monotonic() - began:.0f} 秒。")
    return 0


def file_of(scope: Scope, edition: str, size: str) -> Path:
    """Return the file in which the command leaves an edition; A4, the usual size, is not named."""
    return TARGET / f"{scope.name}-{edition}{'' if size == 'a4' else f'-{size}'}.pdf"


def _jobs(course: Course, options: argparse.Namespace) -> Iterator[tuple[Scope, str, str]]:
    editions = list(dict.fromkeys(options.edition or EDITIONS))
    scopes = [chapter_scope(_chapter(course, name)) for name in options.chapters]
    scopes += [_part(course, name) for name in options.part or ()]
    if options.book:
        scopes.append(book_scope(course))
    everything = not scopes
    if everything:
        scopes = [*map(chapter_scope, written_chapters(course)), book_scope(course)]
    for scope in scopes:
        for edition in editions:
            yield scope, edition, options.size or "a4"
            if everything and scope.kind == "book" and edition == "reader" and not options.size:
                yield scope, edition, "a5"


def _chapter(course: Course, name: str) -> Chapter:
    for chapter in written_chapters(course):
        if name == chapter.slug or name.lstrip("0") == str(chapter.number):
            return chapter
    known = "、".join(f"{chapter.number} {chapter.slug}" for chapter in written_chapters(course))
    raise Failure(f"没有“{name}”这一章。可以写章的序号或英文名：{known}。")


def _part(course: Course, name: str) -> Scope:
    for part in course.syllabus.parts:
        if name in (part.slug, part.title):
            return part_scope(course, part)
    known = "、".join(f"{part.slug}（{part.title}）" for part in course.syllabus.parts)
    raise Failure(f"没有“{name}”这一部分。可以写 {known}。")
