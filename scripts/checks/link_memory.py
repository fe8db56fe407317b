"""What is known of dead links from one week to the next: a text for people with a memory for the program inside.

The text is the body of an issue. Keeping the memory there needs no commit and no other storage, and closing the
issue forgets it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

_MEMORY = re.compile(r"<!-- memory: (\{.*?\}) -->")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class DeadLink:
    """An address that does not open.

    Attributes:
        reason: what came instead of an answer, in words.
        since: the day on which it was first found dead, as in 2026-11-02.
        places: the lines that link to it, each a path from the project's root and a number.
    """

    url: str
    reason: str
    since: str
    places: tuple[tuple[str, int], ...]

    def history(self, known: Mapping[str, str]) -> str:
        """Return in words how long it has been dead, given what was `known`."""
        return f"从 {self.since} 起就打不开" if self.url in known else "这次刚发现"


def since_when(text: str) -> dict[str, str]:
    """Return the addresses that `text` remembers as dead, each with the day on which that was first seen.

    People may have edited the text: what cannot be understood is forgotten.
    """
    match = _MEMORY.search(text)
    try:
        memory = json.loads(match[1]) if match else {}
    except ValueError:
        return {}
    return {url: str(day) for url, day in memory.items() if _DATE.fullmatch(str(day))}


def as_issue(dead: list[DeadLink], back: list[str], known: Mapping[str, str]) -> str:
    """Return the text that tells about `dead` links, those that are `back`, and remembers the former."""
    new = [link for link in dead if link.url not in known]
    old = sorted((link for link in dead if link.url in known), key=lambda link: link.since)
    blocks = [
        f"每周一次，程序把课程里的外部链接都打开一遍。这次有 {len(dead)} 个打不开。",
        *_block("这次刚发现", new, known),
        *_block("以前就打不开", old, known),
    ]
    if back:
        blocks.append("\n".join(["### 又能打开了", "", *(f"- <{url}>" for url in back)]))
    blocks.append(
        "刚发现的可能只是一时不通，下周还在再改不迟。改的办法：换成还在的地址；找不到，"
        "就到 [web.archive.org](https://web.archive.org/) 找当时的网页，或者去掉链接，只留作者、题名和年份。\n"
        "都打得开以后，这个议题会自己关上。"
    )
    memory = json.dumps({link.url: link.since for link in dead}, ensure_ascii=False).replace(">", "\\u003e")
    return "\n\n".join([*blocks, f"<!-- memory: {memory} -->"]) + "\n"


def _block(title: str, links: list[DeadLink], known: Mapping[str, str]) -> list[str]:
    if not links:
        return []
    lines = [f"### {title}", ""]
    for link in links:
        lines.append(f"- <{link.url}>：{link.reason}，{link.history(known)}。")
        lines += [f"  - `{path}` 第 {line} 行" for path, line in link.places]
    return ["\n".join(lines)]
