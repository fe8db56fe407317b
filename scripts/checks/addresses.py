"""Published addresses: none vanishes without saying where it went, and every redirect leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checks.findings import Finding, Rule
from course import Course, Move, Page
from outputs import reference

FILE = "docs/addresses.yml"

GONE = Rule(
    "LINK-07",
    "发布过的地址不会无故消失，搬走的写明去了哪里。",
    "误删或误改的恢复原来的编号；确实搬走的，在 docs/addresses.yml 的 moved 下面写一行“旧地址: 新地址”。",
)
UNRECORDED = Rule(
    "LINK-08",
    "新的页面和编号登记在发布过的地址里。",
    "运行 python3 scripts check --fix，把 docs/addresses.yml 一起提交；不方便就留给维护者，不影响通过。",
    blocking=False,
)


def published(course: Course) -> dict[str, dict[str, int]]:
    """Return the ids that each page publishes, with their lines: of headings, figures, tables and terms.

    The ids of questions are the answer key's business. What a list on a reference page brings in has no line of its
    own and stands on line 1.
    """
    return {path: _published(course, page) for path, page in course.pages.items()}


def _published(course: Course, page: Page) -> dict[str, int]:
    try:
        filled = reference.fill(page.text, course, page.path)
    except ValueError:  # an unknown list keeps the site from being built, which is another check's business
        filled = page.text
    whole = page if filled == page.text else Page(page.path, filled)
    ids = {heading.id for heading in whole.headings} | {caption.id for caption in whole.captions}
    if whole is not page:
        ids |= {term.id for term in course.glossary}
    return {id_: page.ids.get(id_, 1) for id_ in whole.ids if id_ in ids}


def renewed_addresses(course: Course) -> str:
    """Return the new content of docs/addresses.yml: all that is recorded, and all that is new in `course`."""
    pages = dict(course.addresses.pages)
    for page, ids in published(course).items():
        pages[page] = tuple({*pages.get(page, ()), *ids})
    return replace(course.addresses, pages=pages).written()


def check(course: Course) -> Iterator[Finding]:
    """Yield every address that vanished, every redirect that leads nowhere, and what is not yet recorded."""
    here = published(course)
    moved = {move.old: move.new for move in course.addresses.moves}
    for page, kept in course.addresses.pages.items():
        if page in course.pages:
            lost = sorted(id_ for id_ in kept if id_ not in course.pages[page].ids and id_ not in here[page])
            yield from _lost(page, [id_ for id_ in lost if f"{page}#{id_}" not in moved])
        else:
            yield from _gone(course, page, kept, moved, here)
    for move in course.addresses.moves:
        message = _fault(course, move, moved, here)
        if message:
            yield Finding(GONE, FILE, move.line, message)
    for page, ids in here.items():
        recorded = course.addresses.pages.get(page, ())
        new = sorted(ids.keys() - set(recorded), key=lambda id_: (ids[id_], id_))
        if new or page not in course.addresses.pages:
            what = (
                f"还没有登记的编号：{_named(new)}。" if page in course.addresses.pages else "这一页的地址还没有登记。"
            )
            yield Finding(UNRECORDED, f"docs/{page}", ids[new[0]] if new else 1, what)


def _lost(page: str, ids: list[str]) -> Iterator[Finding]:
    if ids:
        message = f"这一页发布过的编号不见了：{_named(ids)}。读者收藏的链接会落空。"
        yield Finding(GONE, f"docs/{page}", 1, message)


def _gone(
    course: Course, page: str, ids: tuple[str, ...], moved: dict[str, str], here: dict[str, dict[str, int]]
) -> Iterator[Finding]:
    """Yield what is wrong with a page that is no more."""
    line = course.addresses.lines.get(page, 1)
    if page not in moved:
        message = f"发布过的页面 docs/{page} 不见了，也没有写它搬到了哪里。读者收藏的链接会落空。"
        yield Finding(GONE, FILE, line, message, f"docs/{page}")
        return
    target = moved[page].partition("#")[0]
    lost = [id_ for id_ in ids if f"{page}#{id_}" not in moved and id_ not in here.get(target, {})]
    if lost and target in course.pages:
        message = f"docs/{page} 搬到了 docs/{target}，原来的这些编号在那里找不到，要各写一行：{_named(lost)}。"
        yield Finding(GONE, FILE, line, message, f"docs/{page}")


def _fault(course: Course, move: Move, moved: dict[str, str], here: dict[str, dict[str, int]]) -> str:
    """Return what is wrong with `move`; empty when it leads a reader from an old address to a living one."""
    if next(other.line for other in course.addresses.moves if other.old == move.old) != move.line:
        return f"“{move.old}”写了两次，只能有一个新地址。"
    if _exists(course, move.old, here):
        return f"“{move.old}”还在原来的地方，不用写它搬到了哪里。"
    if not move.old.partition("#")[0].endswith(".md"):
        return f"旧地址“{move.old}”要从 docs/ 下面写起，带 .md，例如 relationships/loyalty.md#old-id。"
    if move.new in moved:
        return f"“{move.old}”的新地址“{move.new}”自己也搬走了，请直接写最后的那个地址。"
    if not _exists(course, move.new, here):
        return f"“{move.old}”的新地址“{move.new}”不存在。"
    return ""


def _exists(course: Course, address: str, here: dict[str, dict[str, int]]) -> bool:
    path, mark, id_ = address.partition("#")
    return path in course.pages and (not mark or id_ in course.pages[path].ids or id_ in here[path])


def _named(ids: list[str]) -> str:
    shown = "、".join(ids[:8])
    return f"{shown} 等 {len(ids)} 个" if len(ids) > 8 else shown


RULES = (GONE, UNRECORDED)
