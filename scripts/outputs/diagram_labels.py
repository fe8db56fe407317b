"""What an author has written into a diagram, against what the drawing shows.

The renderer may drop a label without a word: of a node that is defined twice, of a kind of diagram or a shape that it
knows only in part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from xml.etree import ElementTree

_SVG = "{http://www.w3.org/2000/svg}"
_HAN_RUN = re.compile(r"[\u3400-\u9fff]+")
# What names or styles the whole and is not drawn.
_UNDRAWN = re.compile(
    r"^\s*(?:acc(?:Title|Descr)\b|%%|click\b|style\b|classDef\b|class\b|linkStyle\b|direction\b|title\b|link\b|callback\b)"
)
_OPEN = r"\(\[|\[\[|\[\(|\(\(\(|\(\(|\{\{|\[/|\[\\|\[|\(|\{|>"
_CLOSE = r"\]\)|\]\]|\)\]|\)\)\)|\)\)|\}\}|/\]|\\\]|\]|\)|\}"
# `a["text"]` and its kin; a quoted text may hold any bracket.
_NODE = re.compile(
    rf"(?<![\w\"-])(?P<id>[A-Za-z_][\w-]*)(?:{_OPEN})(?:\"(?P<quoted>[^\"]*)\"|(?P<plain>[^\"\[\](){{}}|>]+?))(?:{_CLOSE})"
)
_SUBGRAPH = re.compile(r"^\s*subgraph\s+(?P<title>[^\[\]\"]*?)\s*$")
_EDGE = re.compile(
    r"\|\s*\"?(?P<piped>[^|\"]+?)\"?\s*\||(?<![-=.])(?:--|==|-\.)\s+\"?(?P<inline>[^->=.|\"][^>|\"]*?)\"?\s+(?:-->|---|==>|===|\.->|\.-)"
)


@dataclass(frozen=True)
class Label:
    """A label as written: `node` is the id of its node, empty for others; `offset` counts lines from the first."""

    text: str
    node: str
    offset: int


def labels(source: str) -> list[Label]:
    """Return the labels that the Mermaid text `source` asks for, in order.

    Of other kinds of diagram than flowcharts, every run of Chinese characters counts as one.
    """
    found: list[Label] = []
    description = False
    flowchart = re.match(r"\s*(?:flowchart|graph)\b", source) is not None
    for offset, line in enumerate(source.split("\n")):
        if description or re.match(r"^\s*accDescr\s*\{", line):
            description = "}" not in line
        elif not _UNDRAWN.match(line):
            texts = _of_flowchart(line) if flowchart else (("", run) for run in _HAN_RUN.findall(line))
            found += [Label(text.strip(), node, offset) for node, text in texts if _bare(text)]
    return found


def _of_flowchart(line: str) -> Iterator[tuple[str, str]]:
    for match in _NODE.finditer(line):
        yield match["id"], match["quoted"] if match["quoted"] is not None else match["plain"]
    subgraph = _SUBGRAPH.match(line)
    if subgraph and _HAN_RUN.search(subgraph["title"]):
        yield "", subgraph["title"]
    for match in _EDGE.finditer(_NODE.sub(lambda node: node["id"], line)):
        yield "", match["piped"] or match["inline"]


def lost(source: str, svg: str) -> list[Label]:
    """Return the labels of `source` that the drawing `svg` of it does not show."""
    root = ElementTree.fromstring(svg)
    shown: dict[str, str] = {}
    for group in root.iter(f"{_SVG}g"):
        node = group.get("data-id")
        if node is not None:
            shown[node] = shown.get(node, "") + _text(group)
    whole = _text(root)
    return [label for label in labels(source) if _bare(label.text) not in shown.get(label.node, whole)]


def _text(element: ElementTree.Element) -> str:
    return _bare("".join("".join(text.itertext()) for text in element.iter(f"{_SVG}text")))


def _bare(text: str) -> str:
    """Return `text` without what Mermaid reads as markup, and without white space."""
    text = re.sub(r"<br\s*/?>|\*\*|`|\\n", "", text)
    text = re.sub(r"#(\w+);", lambda match: unescape(f"&{'#' * match[1].isdigit()}{match[1]};"), text)
    return re.sub(r"\s+", "", unescape(text))
