"""Characters that do not belong: invisible, control and private ones, look-alikes, and what a wrong encoding leaves.

They hide in the text files below docs/: a reader's search does not find the word, a reviewer does not see the change,
and a bidirectional control shows a line in another order than a program reads it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from checks.findings import Finding, Rule
from course import Course
from course.raw_file import BOM, RawFile, read_raw

CHARACTER = Rule(
    "TEXT-03",
    "源文件里没有看不见的字符、控制字符、私用字符和形近字符，用 UTF-8 保存，换行统一。",
    "删掉它，或重新打一遍这个字；空格一类的可以运行 python3 scripts check --fix。",
)

_BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f"
_ZERO_WIDTH = "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2064\u3164\ufeff\uffa0"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_RADICALS = "\u2e80-\u2fdf\u31c0-\u31ef\uf900-\ufaff\U0002f800-\U0002fa1f"
_HAN = "\u3400-\u9fff\u3007"

# Mends that lose nothing: the blank is kept as a blank, the radical becomes the character it looks like.
_INVISIBLE = re.compile(f"(?![{_BIDI}])[{_ZERO_WIDTH}]")
_BLANK = re.compile(f"[{_BLANKS}]")
_RADICAL = re.compile(f"[{_RADICALS}]")

# What each kind is called in a finding; the first that fits names a character.
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("改变文字方向的控制字符", re.compile(f"[{_BIDI}\u206a-\u206f]")),
    ("看不见的字符", re.compile(f"[{_ZERO_WIDTH}\ufe00-\ufe0f\ufff9-\ufffb\U000e0000-\U000e01ef]")),
    ("特殊的空格", _BLANK),
    ("制表符", re.compile("\t")),
    ("控制字符", re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")),
    ("解码失败留下的字符", re.compile("\ufffd")),
    ("私用字符", re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")),
    ("部首或兼容汉字", _RADICAL),
    ("形近的标点或笔画", re.compile(f"(?<=[{_HAN}])[ーㄧ丨丶亅](?=[{_HAN}]|$)|\u037e|\u0387|\u2024|\u2571")),
    ("乱码", re.compile("锟斤拷|烫烫|屯屯|ï»¿|ï¼[\x80-\xbf]|â€|Ã[\x80-\xbf]")),
)
# Any sign that may be part of one of them: nearly every line of the course has none.
_SUSPECT = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2024\u2028-\u202f"
    f"\u205f-\u206f\u2571{_RADICALS}ーㄧ丨丶亅\u037e\u0387锟烫屯ïâÃ\u3164\uffa0\ue000-\uf8ff\ufe00-\ufe0f\ufeff\ufff9-\uffff\U000e0000-\U0010ffff]"
)
# Letters that are neither Latin nor Chinese: alone they may be a symbol (σ), within a Latin word never.
_FOREIGN = re.compile("[\u0370-\u1cff\u2c00-\u2dff\ua4d0-\uabff\uff41-\uff5a\uff21-\uff3a\U0001d400-\U0001d7ff]")
_LETTERS = re.compile(r"[^\W\d_\u2e80-\ua48f\uf900-\ufaff]+")
_GREEK_LIKE_LATIN = frozenset("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορτυικχ;")
_DIGIT_LIKE = re.compile(r"(?<![A-Za-z\d-])\d+[OolI]\d+(?![A-Za-z])")
_PROSE = (".md", ".yml")


def tidy(text: str) -> str:
    """Return `text` without the characters that can be mended safely, line by line the same words."""
    if not _SUSPECT.search(text):
        return text
    text = _INVISIBLE.sub("", _BLANK.sub(" ", text))
    text = _RADICAL.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    return "\n".join(_untabbed(line) for line in text.split("\n"))


def _untabbed(line: str) -> str:
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    return indent.expandtabs(4) + line[len(indent) :].replace("\t", " ")


def check(course: Course) -> Iterator[Finding]:
    """Yield every line of the files below docs/ with such characters, each kind once a line."""
    for file in read_raw(course.docs):
        yield from _file(file)


def _file(file: RawFile) -> Iterator[Finding]:
    path = f"docs/{file.path}"
    content = file.content
    if content.startswith(BOM):
        yield Finding(CHARACTER, path, 1, "文件开头有看不见的字节顺序标记（BOM）。")
    windows, unix, old = content.count(b"\r\n"), content.count(b"\n"), content.count(b"\r")
    if old and not windows == unix == old:
        least = b"\r\n" if windows <= unix - windows else b"\n"
        at = next(
            (i for i, line in enumerate(content.split(b"\n"), 1) if b"\r" in line.removesuffix(b"\r")), 0
        ) or next(i for i, line in enumerate(content.split(b"\n"), 1) if line.endswith(b"\r") == (least == b"\r\n"))
        yield Finding(CHARACTER, path, at, "这个文件混用了几种换行。")
    for number, message in _messages(file.text, file.path.endswith(_PROSE)):
        yield Finding(CHARACTER, path, number, message)


@lru_cache(maxsize=512)
def _messages(text: str, prose: bool) -> tuple[tuple[int, str], ...]:
    found: list[tuple[int, str]] = []
    if not (_SUSPECT.search(text) or _FOREIGN.search(text) or _DIGIT_LIKE.search(text)):
        return ()
    for number, line in enumerate(text.split("\n"), 1):
        for name, pattern in _KINDS:
            signs = list(dict.fromkeys(pattern.findall(line)))
            if signs and (prose or name != "制表符"):
                found.append((number, f"这一行有{name}：{'、'.join(map(_named, signs[:4]))}。"))
        if prose:
            found += [(number, message) for message in _look_alikes(line)]
    return tuple(found)


def _look_alikes(line: str) -> Iterator[str]:
    if _FOREIGN.search(line):
        for word in _LETTERS.findall(line):
            strange = [sign for sign in word if _FOREIGN.match(sign) and _deceives(sign, word)]
            if strange:
                yield f"“{word}”里有形近的外文字母：{'、'.join(map(_named, dict.fromkeys(strange)))}。"
    for match in _DIGIT_LIKE.finditer(line):
        if match[0].isascii():
            yield f"“{match[0]}”里的字母看着像数字。"


def _deceives(sign: str, word: str) -> bool:
    script = unicodedata.name(sign, "").split(" ")[0]
    if script == "GREEK":
        return (len(word) > 1 and any(unicodedata.name(other, "").startswith("LATIN") for other in word)) or (
            len(word) == 1 and sign.isupper() and sign in _GREEK_LIKE_LATIN
        )
    return script != "FULLWIDTH"  # typography mends those


def _named(sign: str) -> str:
    if len(sign) > 1:
        return f"“{sign}”"
    name = unicodedata.name(sign, "")
    shown = f"“{sign}”" if sign.isprintable() and not unicodedata.combining(sign) and sign != "\ufffd" else ""
    return f"{shown}U+{ord(sign):04X}{f' {name}' if name else ''}"


RULES = (CHARACTER,)
