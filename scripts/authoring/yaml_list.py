"""One more item in a list of a YAML file that people write: added as text, so that comments and order stay.

The file is parsed to find the place, and parsed again to prove that it says what it said and this item more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import yaml

from authoring.source_file import SourceFile, shown
from failures import Failure

Path = Sequence[str | int]


class _Loader(yaml.SafeLoader):
    """Reads tags of other programs (`!ENV`) as what stands behind them."""


def _untagged(loader: _Loader, suffix: str, node: yaml.Node) -> Any:
    if isinstance(node, yaml.SequenceNode):
        return [suffix, *loader.construct_sequence(node, deep=True)]
    return [suffix, node.value if isinstance(node, yaml.ScalarNode) else loader.construct_mapping(node, deep=True)]  # type: ignore[arg-type]


_Loader.add_multi_constructor("!", _untagged)


def read(source: SourceFile) -> Any:
    """Return what the YAML file `source` says.

    Raises:
        Failure: it is no YAML; the message names the line.
    """
    try:
        return yaml.load(source.text, Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise Failure(f"{shown(source.file)}:{line}：不是合法的 YAML，什么也没有改动。请改正后再试。", 1) from error


def scalar(value: object) -> str:
    """Return `value`, a word or a list of words, as YAML on one line."""
    return yaml.safe_dump([value], allow_unicode=True, default_flow_style=True, width=10_000).strip()[1:-1]


def with_item(source: SourceFile, path: Path, item: object, lines: Sequence[str]) -> SourceFile:
    """Return `source` with `item` as the last one of the list at `path`; writes nothing.

    Args:
        path: keys and positions that lead from the root to the list.
        lines: the item as text, its first line with the dash, without the list's own indent.

    Raises:
        Failure: there is no such list in block style, or the file would not read back with just this item more.
    """
    node = yaml.compose(source.text, Loader=yaml.SafeLoader)
    for step in path:
        node = _below(node, step)
    leaves = list(_leaves(node)) if isinstance(node, yaml.SequenceNode) and not node.flow_style else []
    if node is None or not leaves:
        raise _unlike(source)
    indent = " " * node.start_mark.column
    new = source.with_lines(leaves[-1].end_mark.line + 1, [indent + line for line in lines])
    expected = read(source)
    home = expected
    for step in path:
        home = home[step]
    home.append(item)
    try:
        same = read(new) == expected
    except Failure as failure:
        raise _unlike(source) from failure
    if not same:
        raise _unlike(source)
    return new


def _unlike(source: SourceFile) -> Failure:
    return Failure(
        f"{shown(source.file)} 的写法和平常不同，找不准该加在哪一行，什么也没有改动。请照别的章手工加上，步骤见 CONTRIBUTING.md。",
        1,
    )


def _below(node: yaml.Node | None, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        child: yaml.Node = node.value[step]
        return child
    if isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if name.value == step), None)
    return None


def _leaves(node: yaml.Node) -> Iterator[yaml.Node]:
    """Yield scalars and one-line collections below `node`, in the order of the text."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style:
        for child in node.value:
            for part in child if isinstance(child, tuple) else (child,):
                yield from _leaves(part)
    else:
        yield node
