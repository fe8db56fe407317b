"""A template for a new chapter: its page, its entry in the syllabus and its line in the navigation."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from string import Template
from typing import Any

from authoring.question import link_back, template, todo
from authoring.source_file import SourceFile, shown
from authoring.yaml_list import read, scalar, with_item
from course import Course, Part, Point
from failures import Failure
from project import CONFIG

_PAGE = Path(__file__).with_name("chapter.md")
_SLUG = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_MARKUP = re.compile(r"[\[\]{}<>|#`*_\\\n]")


def new_chapter(course: Course, slug: str, part: Part, title: str) -> list[SourceFile]:
    """Return the files of the new chapter `slug`, as the last one of `part`, in the order to write them; writes nothing.

    They are its page, the syllabus and mkdocs.yml.

    Raises:
        Failure: the slug or the title cannot be used, or a file would not read back with this chapter more.
    """
    _refuse_taken(course, slug, part, title)
    number = max(chapter.number for chapter in course.syllabus.chapters) + 1
    page = f"{part.slug}/{slug}.md"
    basics = _point(slug, page, "basics", "第一个考点", "识记", "第一节的关键词")
    steps = _point(slug, page, "steps", "第二个考点", "应用", "第二节的关键词")
    entry = {
        "slug": slug,
        "number": number,
        "title": title,
        "scope": todo("写什么、不写什么"),
        "points": [_entry(basics), _entry(steps)],
    }
    text = Template(_PAGE.read_text(encoding="utf-8")).substitute(
        slug=slug, title=title, title_yaml=scalar(title), **_questions(course, basics, steps)
    )
    lines = tuple(line + "\n" for line in text.removesuffix("\n").split("\n"))
    return [
        SourceFile(course.docs / page, "", lines),
        _in_syllabus(course.docs / "syllabus.yml", part, entry),
        _in_navigation(CONFIG, part, f"第 {number} 章 {title}", page),
    ]


def write_all(files: Iterable[SourceFile]) -> None:
    """Write `files`, all or none.

    Raises:
        Failure: one could not be written; those before it are as they were.
    """
    done: list[tuple[Path, SourceFile | None]] = []
    try:
        for file in files:
            old = SourceFile.read(file.file) if file.file.exists() else None
            file.write()
            done.append((file.file, old))
    except Failure:
        for path, old in reversed(done):
            if old:
                old.write()
            else:
                path.unlink()
        raise


def _refuse_taken(course: Course, slug: str, part: Part, title: str) -> None:
    if not _SLUG.fullmatch(slug):
        raise Failure(f"章名“{slug}”不能用：只写小写英文字母、数字和连字符，以字母开头，例如 after-sales。")
    if not title.strip() or _MARKUP.search(title):
        raise Failure(f"标题“{title}”不能用：写一行平常的文字，不带 Markdown 的记号。")
    taken = next((chapter for chapter in course.syllabus.chapters if chapter.slug == slug), None)
    if taken:
        raise Failure(
            f"已经有 {slug} 了，是第 {taken.number} 章“{taken.title}”，文件是 docs/{taken.path}，什么也没有改动。"
            f"想在这一章里加题，运行 python3 scripts new question {slug}。",
            1,
        )
    page = course.docs / part.slug / f"{slug}.md"
    if page.exists():
        raise Failure(f"{shown(page)} 已经在了，什么也没有改动。换一个章名，或者先给那个文件改名。", 1)
    points = [id_ for id_ in (f"{slug}-basics", f"{slug}-steps") if id_ in course.points]
    if points:
        raise Failure(f"考点编号 {'、'.join(points)} 已经有别的章在用，请换一个章名。", 1)


def _point(slug: str, page: str, name: str, title: str, level: str, term: str) -> Point:
    id_ = f"{slug}-{name}"
    return Point(id_, todo(title), slug, page, id_, level, (todo(term),), ())


def _entry(point: Point) -> dict[str, Any]:
    """Return `point` as the syllabus writes it."""
    return {
        "id": point.id,
        "title": point.title,
        "page": point.page,
        "anchor": point.anchor,
        "level": point.level,
        "terms": list(point.terms),
        "sources": list(point.sources),
    }


def _questions(course: Course, basics: Point, steps: Point) -> dict[str, str]:
    """Return the questions of each place in the page: right letters and kinds are mixed."""
    given = {basics.id: 0, steps.id: 0}

    def block(point: Point, kind: str, right: str = "") -> str:
        given[point.id] += 1
        return "\n".join(
            template(kind, f"{point.id}-{given[point.id]}", point, link_back(course, point, point.page), right)
        )

    return {
        "after_basics": "\n\n".join([block(basics, "单选", "C"), block(basics, "判断", "B")]),
        "after_steps": "\n\n".join([block(steps, "单选", "A"), block(steps, "填空")]),
        "chapter_test": "\n\n".join(
            [block(basics, "多选", "BD"), block(steps, "单选", "D"), block(steps, "判断", "A"), block(basics, "填空")]
        ),
        "open_questions": "\n\n".join([block(basics, "名词解释"), block(steps, "简答"), block(steps, "案例")]),
    }


def _in_syllabus(file: Path, part: Part, entry: dict[str, Any]) -> SourceFile:
    """Return the syllabus with the chapter `entry` behind the last one of `part`."""
    source = SourceFile.read(file)
    lines = [f"{key}: {scalar(value)}" for key, value in entry.items() if key != "points"] + ["points:"]
    for point in entry["points"]:
        lines += _as_item([f"{key}: {scalar(value)}" for key, value in point.items()])
    place = [entry["slug"] for entry in read(source)["parts"]].index(part.slug)
    return with_item(source, ("parts", place, "chapters"), entry, _as_item(lines))


def _in_navigation(file: Path, part: Part, title: str, page: str) -> SourceFile:
    """Return mkdocs.yml with `page` as the chapter `title`, behind the last one of `part` in `nav`."""
    source = SourceFile.read(file)
    for place, item in enumerate(read(source)["nav"]):
        name, chapters = next(iter(item.items())) if isinstance(item, dict) else ("", item)
        if isinstance(chapters, list) and f'"{part.slug}/' in json.dumps(chapters):
            lines = [f"- {scalar(title)}:", f"  - {scalar(page)}"]
            return with_item(source, ("nav", place, name), {title: [page]}, lines)
    raise Failure(f"{shown(file)} 的 nav 里还没有“{part.title}”这一部，什么也没有改动。请先加上这一部再试。", 1)


def _as_item(lines: list[str]) -> list[str]:
    return [("  " if i else "- ") + line for i, line in enumerate(lines)]
