"""`pdf`: chapters, parts and the book as PDF, in dist/pdf/."""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from course import Chapter, Course
from failures import Failure
from outputs.downloads import EDITIONS, Sources, pdf_path, record
from outputs.printing.document import Maker
from outputs.printing.scope import Scope, book_scope, chapter_scope, part_scope, written_chapters
from project import DIST
from sources import load_course
from version import current, fix_clock

if TYPE_CHECKING:
    from outputs.printing.pdf import Printer

Job = tuple[Scope, str, str]
# The whole book takes three gigabytes while it is laid out.
MOST_AT_ONCE = 4


def run(options: argparse.Namespace) -> int:
    """Make what the options name, or everything: each chapter and the book in every edition."""
    made_from = Sources.current()
    jobs = list(_jobs(load_course(), options))
    began = time.monotonic()
    _tools()  # what is missing is said once, before any work
    for number, (target, said) in enumerate(_made(jobs), 1):
        record(target, made_from, DIST)
        print(f"[{number}/{len(jobs)}] {said}", flush=True)
    seconds = time.monotonic() - began
    print(f"已写好 {len(jobs)} 个文件，都在 {DIST.name}/pdf/ 里，共用 {seconds:.0f} 秒。")
    return 0


def _made(jobs: list[Job]) -> Iterator[tuple[Path, str]]:
    """Yield what `_make` returns for each of `jobs` as it is done, made side by side when there are many."""
    workers = min(len(jobs) // 2, os.cpu_count() or 1, MOST_AT_ONCE)
    if workers < 2:
        yield from map(_make, jobs)
        return
    with ProcessPoolExecutor(workers) as pool:
        for done in as_completed([pool.submit(_make, job) for job in jobs]):
            yield done.result()


def _make(job: Job) -> tuple[Path, str]:
    """Write one file, and return it with a line that tells of it."""
    scope, edition, size = job
    printer, maker = _tools()
    started = time.monotonic()
    target = file_of(scope, edition, size)
    pages = printer.write(maker.document(scope, edition), size, target)
    seconds, megabytes = time.monotonic() - started, target.stat().st_size / 1e6
    return target, f"{target.name}：{pages} 页，{megabytes:.1f} MB，{seconds:.0f} 秒"


@lru_cache(maxsize=1)
def _tools() -> tuple[Printer, Maker]:
    """Return what makes documents and prints them; each process has its own."""
    from outputs.printing.pdf import Printer

    fix_clock()
    return Printer(), Maker(load_course(), current())


def file_of(scope: Scope, edition: str, size: str) -> Path:
    """Return the file in which the command leaves an edition."""
    return DIST / pdf_path(scope.name, edition, size)


def _jobs(course: Course, options: argparse.Namespace) -> Iterator[Job]:
    """Yield the files to make, the longest first."""
    editions = list(dict.fromkeys(options.edition or EDITIONS))
    scopes = [book_scope(course)] if options.book else []
    scopes += [_part(course, name) for name in options.part or ()]
    scopes += [chapter_scope(_chapter(course, name)) for name in options.chapters]
    everything = not scopes
    if everything:
        scopes = [book_scope(course), *map(chapter_scope, written_chapters(course))]
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
