"""`new`: a template for a chapter or a question, put where it belongs, and what to do next."""

from __future__ import annotations

import argparse
import sys
from collections import Counter

from authoring import chapter as new_chapters
from authoring import question as new_questions
from authoring.source_file import shown
from course import Chapter, Course, Part, Point
from course.text import UNFILLED
from failures import Failure
from sources import load_course


def run(options: argparse.Namespace) -> int:
    """Write the template that the options ask for, and say where it stands. Returns 0."""
    course = load_course()
    if options.what == "chapter":
        _chapter(course, options)
    else:
        _question(course, options)
    return 0


def _chapter(course: Course, options: argparse.Namespace) -> None:
    part = _part(course, options.part)
    title = options.title or _ask("标题")
    if not title:
        raise Failure("还缺中文标题，加上 --title，例如 --title 售后服务。")
    files = new_chapters.new_chapter(course, options.slug, part, title)
    new_chapters.write_all(files)
    page, syllabus, config = files
    unfilled = page.text.count(UNFILLED) + syllabus.text.count(UNFILLED)
    print(f"{shown(page.file)}：新的一章，各部分的样子都写好了。")
    print(f"{_first_place(shown(syllabus.file), syllabus.text, f'- slug: {options.slug}')}：登记了这一章和两个考点。")
    print(f"{_first_place(shown(config.file), config.text, f'- {part.slug}/{options.slug}.md')}：加进了目录。")
    print(
        "\n接下来：\n"
        "1. 运行 python3 scripts serve，边看边写。\n"
        f"2. 把 {unfilled} 处“{UNFILLED}：……）”换成你的内容，用不上的删去。考点编号和标题编号现在就改好，发布以后不能再改。\n"
        f"3. 加题：python3 scripts new question {options.slug}。\n"
        "4. 运行 python3 scripts check，照提示改。\n"
        "5. 提示里只剩 KEY-01 时，核对答案再登记：python3 scripts key --accept-all。"
    )


def _question(course: Course, options: argparse.Namespace) -> None:
    chapter = _find_chapter(course, options.chapter)
    kind = options.kind or _ask("题型", new_questions.KINDS[0], new_questions.KINDS) or new_questions.KINDS[0]
    if kind not in new_questions.KINDS:
        raise Failure(f"没有“{kind}”这种题型。可以写：{'、'.join(new_questions.KINDS)}。")
    point = _point(course, chapter, options.point)
    place = new_questions.place_for(course, chapter, kind, point, options.after)
    id_ = new_questions.free_id(course, point.id)
    right = new_questions.right_letters(course, chapter, kind)
    back = new_questions.link_back(course, point, place.page.path)
    block = new_questions.template(kind, id_, point, back, right)
    if options.print:
        print("\n".join(block))
        target = f"docs/{place.page.path} 里“{place.anchor}”那一节的末尾，前后各空一行"
        print(f"\n没有写进文件。请贴到 {target}。", file=sys.stderr)
        return
    file, line = new_questions.inserted(course, place, block, id_)
    file.write()
    print(f"{shown(file.file)}:{line}：加了一道{kind}题 {id_}，考点是“{point.title}”。")
    marks = f"{'、'.join(right)} 先标成了正确，可以换。" if kind in ("单选", "多选", "判断") else ""
    variants = "别的也算对的写法，写在编号行的 accept: 里。" if kind == "填空" else ""
    print(
        "\n接下来：\n"
        f"1. 把“{UNFILLED}：……）”换成你的内容，用不上的整行删去。{marks}{variants}层次照考点写了“{point.level}”，按你的题改。\n"
        "2. 运行 python3 scripts check --only quizzes，看还有没有要改的。\n"
        f"3. 核对答案以后登记：python3 scripts key --accept {id_}"
    )


def _find_chapter(course: Course, name: str) -> Chapter:
    chapters = list(course.syllabus.chapters)
    found = next((chapter for chapter in chapters if name in (chapter.slug, str(chapter.number), chapter.title)), None)
    if found is None:
        known = "、".join(f"{chapter.number} {chapter.slug}" for chapter in chapters)
        raise Failure(f"没有“{name}”这一章。可以写章名或序号：{known}。")
    if not found.points:
        raise Failure(f"第 {found.number} 章“{found.title}”还没有考点，先在 docs/syllabus.yml 里写上，再出题。", 1)
    return found


def _point(course: Course, chapter: Chapter, wanted: str | None) -> Point:
    """Return the point that is `wanted`, or chosen at the terminal, or asked least."""
    points = {point.id: point for point in chapter.points}
    least = new_questions.least_asked(course, chapter)
    if wanted is None and _is_terminal():
        asked = Counter(question.point for question in course.questions)
        for point in chapter.points:
            print(f"  {point.id}  {point.title}（{asked[point.id]} 题）")
        wanted = _ask("考点", least.id)
    wanted = wanted or least.id
    if wanted not in points:
        other = course.points.get(wanted)
        hint = f"它属于 {other.chapter} 那一章。" if other else f"可以写：{'、'.join(points)}。"
        raise Failure(f"第 {chapter.number} 章没有“{wanted}”这个考点。{hint}")
    return points[wanted]


def _part(course: Course, wanted: str | None) -> Part:
    names = tuple(part.slug for part in course.syllabus.parts)
    wanted = wanted or _ask("部分", choices=names)
    found = next((part for part in course.syllabus.parts if wanted in (part.slug, part.title)), None)
    if found is None:
        known = "、".join(f"{part.slug}（{part.title}）" for part in course.syllabus.parts)
        start = f"没有“{wanted}”这一部分" if wanted else "还没有说放在哪一部分，加上 --part"
        raise Failure(f"{start}。可以写：{known}。")
    return found


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _ask(what: str, default: str = "", choices: tuple[str, ...] = ()) -> str:
    """Ask for `what` at the terminal; without one, or with no answer, return `default`."""
    if not _is_terminal():
        return default
    listed = f"（{'、'.join(choices)}）" if choices else ""
    usual = f"，直接按回车用 {default}" if default else ""
    try:
        return input(f"{what}{listed}{usual}：").strip() or default
    except EOFError:
        print()
        return default


def _first_place(path: str, text: str, words: str) -> str:
    line = next(i for i, line in enumerate(text.split("\n"), 1) if line.strip() == words)
    return f"{path}:{line}"
