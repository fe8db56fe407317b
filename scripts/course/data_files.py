"""Data files: YAML read together with its lines, so that every slip in it can be named with file, line and field.

Values are taken as they are written, never as what YAML makes of them: an id that looks like a number or a date
is a slip to be named, not a number or a date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

_KINDS = {
    "int": "数字（请加上引号）",
    "float": "数字（请加上引号）",
    "bool": "是非值（请加上引号）",
    "timestamp": "日期（请加上引号）",
    "null": "空的",
    "seq": "列表",
    "map": "一组“项: 内容”",
}
_TAG = "tag:yaml.org,2002:"


def read_yaml(file: Path) -> yaml.Node | None:
    """Return what stands in `file`, with its lines; None when nothing does.

    Raises:
        ValueError: the file is no UTF-8 or no YAML; the message names the line.
    """
    data = file.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ValueError(f"{file.name}:{line}：不是 UTF-8 编码的文字") from error
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise ValueError(f"{file.name}:{line}：有不能用的控制字符") from error
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        raise ValueError(f"{file.name}:{mark.line + 1 if mark else 1}：不是合法的 YAML") from error


@dataclass(frozen=True)
class Entry:
    """One mapping in a data file.

    Attributes:
        file: the file's name.
        line: where the mapping begins, counted from 1.
    """

    file: str
    line: int
    fields: dict[str, yaml.Node]

    @classmethod
    def of(cls, file: str, node: yaml.Node | None, *known: str) -> Entry:
        """Return the mapping `node`, whose fields may be `known` and no other.

        Raises:
            ValueError: it is no mapping, or has a field twice or one that is not known; the message says where.
        """
        line = node.start_mark.line + 1 if node else 1
        if not isinstance(node, yaml.MappingNode):
            raise ValueError(f"{file}:{line}：应当是一组“项: 内容”，有 {'、'.join(known)}；现在是{_kind(node)}")
        fields: dict[str, yaml.Node] = {}
        for name, value in node.value:
            at, called = f"{file}:{name.start_mark.line + 1}", str(name.value)[:30]
            if called not in known:
                raise ValueError(f"{at}：没有“{called}”这一项，可以写的是 {'、'.join(known)}")
            if called in fields:  # YAML itself would silently keep the last one
                raise ValueError(f"{at}：“{called}”写了两次")
            fields[called] = value
        return cls(file, line, fields)

    def text(self, name: str, default: str | None = None) -> str:
        """Return the words of field `name`; `default` when it is missing and a default is given.

        Raises:
            ValueError: the field is missing or is no text.
        """
        node = self.fields.get(name)
        if default is not None and (node is None or node.tag == f"{_TAG}null"):
            return default
        return self._words(name, self._wanted(name))

    def texts(self, name: str, optional: bool = False) -> tuple[str, ...]:
        """Return the list of words in field `name`; an empty one when it is missing and `optional`.

        A number among the words is taken as it is written: a term may be a year.

        Raises:
            ValueError: the field is missing or is no list of words.
        """
        return tuple(self._words(name, item, "str", "int", "float") for item in self._items(name, optional))

    def entries(self, name: str, *known: str, optional: bool = False) -> list[Entry]:
        """Return the mappings listed in field `name`, whose fields may be `known`.

        Raises:
            ValueError: the field is missing or is no list of such mappings.
        """
        return [Entry.of(self.file, item, *known) for item in self._items(name, optional)]

    def number(self, name: str) -> int:
        """Return the whole number in field `name`.

        Raises:
            ValueError: the field is missing or is no whole number above zero.
        """
        node = self._wanted(name)
        if isinstance(node, yaml.ScalarNode) and re.fullmatch(r"[1-9][0-9]{0,3}", node.value):
            return int(node.value)
        raise self._wrong(node, f"“{name}”应当是 1 以上的整数")

    def _wanted(self, name: str) -> yaml.Node:
        if name not in self.fields:
            raise ValueError(f"{self.file}:{self.line}：这一条缺少“{name}”")
        return self.fields[name]

    def _items(self, name: str, optional: bool) -> list[yaml.Node]:
        node = self.fields.get(name)
        if optional and (node is None or node.tag == f"{_TAG}null"):
            return []
        node = self._wanted(name)
        if not isinstance(node, yaml.SequenceNode):
            raise self._wrong(node, f"“{name}”应当是列表，现在是{_kind(node)}")
        return list(node.value)

    def _words(self, name: str, node: yaml.Node, *tags: str) -> str:
        if not isinstance(node, yaml.ScalarNode) or node.tag.removeprefix(_TAG) not in (tags or ("str",)):
            raise self._wrong(node, f"“{name}”应当是文字，现在是{_kind(node)}")
        return node.value

    def _wrong(self, node: yaml.Node, message: str) -> ValueError:
        return ValueError(f"{self.file}:{node.start_mark.line + 1}：{message}")


def _kind(node: yaml.Node | None) -> str:
    if node is None:
        return "空的"
    return _KINDS.get(node.tag.removeprefix(_TAG), "文字" if node.tag == f"{_TAG}str" else "别的写法")
