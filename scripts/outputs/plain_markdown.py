"""Words of a stranger in a Markdown comment: shown as they stand, and nothing else.

Whoever opens a pull request decides what a comment about it quotes. So what is quoted must not ring
anybody's bell, link anywhere, fetch anything or change the layout around it, and it has to be short.
"""

from __future__ import annotations

import re
import unicodedata

_SPECIAL = re.compile(r"[\\`*_{}\[\]()#+\-.!|~$:>]")
# GitHub finds mentions, issue numbers and bare addresses in the finished text, so escaping does not stop it; a
# space of no width does, and no reader sees it.
_GAP = "\u200b"
_CATCHING = re.compile(r"@|#(?=\d)|GH-(?=\d)|:(?=//)|www(?=\.)", re.IGNORECASE)


def plain(text: str, limit: int = 200) -> str:
    """Return one line of Markdown that shows `text`, cut after `limit` characters, and does nothing else."""
    marked = _CATCHING.sub(lambda match: match[0] + _GAP, _line(text, limit))
    escaped = marked.replace("&", "&amp;").replace("<", "&lt;")
    return _SPECIAL.sub(lambda match: "\\" + match[0], escaped)


def code(text: str, limit: int = 200) -> str:
    """Return `text` as an inline code span; in code GitHub looks for nothing."""
    return f"`{_line(text, limit).replace('`', chr(39))}`"


def block(text: str, language: str, lines: int) -> str:
    """Return the first `lines` lines of `text` as a fenced block."""
    shown = [_visible(line)[:200] for line in text.splitlines()]
    if len(shown) > lines:
        shown = [*shown[:lines], "……"]
    longest = max((len(run) for line in shown for run in re.findall(r"`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    return "\n".join([f"{fence}{language}", *shown, fence])


def _line(text: str, limit: int) -> str:
    line = " ".join(_visible(text).split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def _visible(text: str) -> str:
    """Return `text` without characters that show nothing or turn the direction of others."""
    return "".join(
        " " if character in "\t\n\r" else character
        for character in text
        if character in "\t\n\r" or unicodedata.category(character) not in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")
    )
