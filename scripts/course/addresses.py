"""The published addresses, docs/addresses.yml: pages and ids that readers may have kept, and where they went.

An address is a path below docs/, perhaps with an id: `relationships/loyalty.md#loyalty-ladder`. The list of pages
is written by program and only grows; what has moved is written by people.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import yaml

HEADER = """\
# 发布过的地址：读者的收藏、别的网站的链接都指着它们，所以只增不减。
#
# moved 由人来写：一页或一节换了地方，写上“旧地址: 新地址”，网站会把读者带过去。例如
#   moved:
#     relationships/old.md: relationships/loyalty.md
#     relationships/loyalty.md#old-id: relationships/loyalty/churn.md#new-id
# 新地址写最后的那一个，不要写另一个旧地址。
moved:
"""
PAGES_HEADER = """\

# 下面的清单由程序来写，请不要手改：python3 scripts check --fix
pages:
"""
# The bindings of libyaml read the file twenty times as fast; they come with every wheel of PyYAML.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Move:
    """An address that has moved; `line` is that of its entry."""

    old: str
    new: str
    line: int


@dataclass(frozen=True)
class Addresses:
    """What has been published.

    Attributes:
        pages: the recorded ids of each recorded page.
        lines: the line of each page's entry in the file.
        moves: what has moved, in the order of the file.
        head: the part of the file that people write, as it stands.
    """

    pages: dict[str, tuple[str, ...]] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    moves: tuple[Move, ...] = ()
    head: str = HEADER

    @classmethod
    def read(cls, file: Path) -> Addresses:
        """Read the list; a missing file is an empty one.

        Raises:
            ValueError: the file is no YAML, or not of the expected shape; the message names the line.
        """
        if not file.exists():
            return cls()
        try:
            text = file.read_text(encoding="utf-8")
            root = yaml.compose(text, Loader=_LOADER)
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            mark = getattr(error, "problem_mark", None)
            raise ValueError(f"{file.name}:{mark.line + 1 if mark else 1}：不是合法的 YAML") from error
        parts = {name.value: value for name, value in _items(file, root)}
        pages: dict[str, tuple[str, ...]] = {}
        lines: dict[str, int] = {}
        for name, ids in _items(file, parts.get("pages")):
            lines.setdefault(name.value, name.start_mark.line + 1)
            # Two branches may have added the same page: together they hold what both have published.
            pages[name.value] = tuple(dict.fromkeys((*pages.get(name.value, ()), *_ids(file, ids))))
        moves = [
            Move(str(old.value), str(new.value), old.start_mark.line + 1)
            for old, new in _items(file, parts.get("moved"))
        ]
        return cls(pages, lines, tuple(moves), text.partition(PAGES_HEADER.lstrip())[0].rstrip() + "\n")

    def written(self) -> str:
        """Return the file's content: what people wrote as it stands, then pages and ids in order, an id a line."""
        blocks = (
            "".join([f"  {page}:\n", *(f"  - {id_}\n" for id_ in sorted(ids))])
            for page, ids in sorted(self.pages.items())
        )
        return self.head + PAGES_HEADER + "".join(blocks)


def _items(file: Path, node: yaml.Node | None) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
    """Return the items of a mapping; of one that is left empty, none."""
    if node is None or (isinstance(node, yaml.ScalarNode) and not node.value):
        return []
    if not isinstance(node, yaml.MappingNode):
        raise ValueError(f"{file.name}:{node.start_mark.line + 1}：这里应当一行一条，写成“名字: 内容”")
    return [(name, value) for name, value in node.value]


def _ids(file: Path, node: yaml.Node) -> list[str]:
    if isinstance(node, yaml.ScalarNode) and not node.value:
        return []
    if not isinstance(node, yaml.SequenceNode):
        raise ValueError(f"{file.name}:{node.start_mark.line + 1}：一页的编号要一行一个，写成“- 编号”")
    return [str(item.value) for item in node.value]
