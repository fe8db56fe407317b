"""`epub`: the book for phones, dist/epub/book.epub."""

from __future__ import annotations

import argparse
import time

from outputs.downloads import EPUB, Sources, record
from outputs.epub.package import write
from outputs.printing.document import Maker
from outputs.printing.scope import book_scope
from project import DIST
from sources import load_course
from version import current, fix_clock


def run(options: argparse.Namespace) -> int:
    """Make the book, and return 0."""
    fix_clock()
    made_from = Sources.current()
    course = load_course()
    began = time.monotonic()
    maker = Maker(course, current(), "screen")
    target = DIST / EPUB
    count = write(maker.document(book_scope(course), "reader"), maker.renderer.config.site_description or "", target)
    record(target, made_from, DIST)
    size, seconds = target.stat().st_size / 1e6, time.monotonic() - began
    print(f"已写好 {DIST.name}/{EPUB}：{count} 个文件，{size:.1f} MB，{seconds:.0f} 秒。")
    return 0
