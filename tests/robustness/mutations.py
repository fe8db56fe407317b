"""Random damage to a source file, as editors, copy and paste, transfers and bad will do it. Reproducible by seed."""

from __future__ import annotations

import random
from collections.abc import Callable

_TOKENS = (
    "<quiz>", "</quiz>", "<!--", "-->", "<!-- q: ", "- [x] ", "- [ ] ", "[[", "]]", "](", "![", "---\n", "```\n", "```mermaid\n",
    '??? answer "（9 分）"\n', "> ", "\n\n", "\t", "{#", "}", "|", "# ", "[^a]: ", "/// figure-caption\n", "<script>", "%", "\\",
    "&#x0;", "\u202e", "\u200b", "\ufeff", "\x00", "\x1b[2J", "\u2028", "\ud7ff", "𠮷", "é", ": ", "- ", "&a ", "*a ", "!!python/name:os.system ",
    "!!binary ", "<<: ", "? ", "{", "[", "'", '"', "2026-11-22", "1e999", "0x10", "~", "yes", "9" * 5000,
)  # fmt: skip


def _truncate(data: bytes, rng: random.Random) -> bytes:
    return data[: rng.randrange(len(data) + 1)]


def _behead(data: bytes, rng: random.Random) -> bytes:
    return data[rng.randrange(len(data) + 1) :]


def _cut_out(data: bytes, rng: random.Random) -> bytes:
    a, b = sorted(rng.randrange(len(data) + 1) for _ in range(2))
    return data[:a] + data[b:]


def _lines(data: bytes, rng: random.Random, change: Callable[[list[bytes], random.Random], None]) -> bytes:
    lines = data.split(b"\n")
    for _ in range(rng.randint(1, 4)):
        change(lines, rng)
    return b"\n".join(lines)


def _swap_lines(data: bytes, rng: random.Random) -> bytes:
    def change(lines: list[bytes], rng: random.Random) -> None:
        a, b = rng.randrange(len(lines)), rng.randrange(len(lines))
        lines[a], lines[b] = lines[b], lines[a]

    return _lines(data, rng, change)


def _drop_lines(data: bytes, rng: random.Random) -> bytes:
    return _lines(
        data, rng, lambda lines, rng: lines.__delitem__(rng.randrange(len(lines))) if len(lines) > 1 else None
    )


def _repeat_lines(data: bytes, rng: random.Random) -> bytes:
    def change(lines: list[bytes], rng: random.Random) -> None:
        a = rng.randrange(len(lines))
        lines[a:a] = lines[a : a + rng.randint(1, 40)]

    return _lines(data, rng, change)


def _indent_lines(data: bytes, rng: random.Random) -> bytes:
    def change(lines: list[bytes], rng: random.Random) -> None:
        a = rng.randrange(len(lines))
        lines[a] = rng.choice((b" ", b"  ", b"    ", b"\t")) + lines[a]

    return _lines(data, rng, change)


def _random_bytes(data: bytes, rng: random.Random) -> bytes:
    out = bytearray(data or b"x")
    for _ in range(rng.randint(1, 30)):
        out[rng.randrange(len(out))] = rng.randrange(256)
    return bytes(out)


def _insert_token(data: bytes, rng: random.Random) -> bytes:
    text = data.decode("utf-8", errors="replace")
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(text) + 1)
        text = text[:at] + rng.choice(_TOKENS) + text[at:]
    return text.encode("utf-8", errors="replace")


def _huge_line(data: bytes, rng: random.Random) -> bytes:
    text = data.decode("utf-8", errors="replace")
    token = rng.choice((*_TOKENS, "客户", "[a](", "**", "<a ", "（1 分）", "= "))
    at = rng.randrange(len(text) + 1)
    return (text[:at] + token * (60_000 // len(token)) + text[at:]).encode("utf-8", errors="replace")


def _other_encoding(data: bytes, rng: random.Random) -> bytes:
    encoding = rng.choice(("utf-16", "utf-16-le", "utf-32", "gb18030", "big5", "shift_jis"))
    return data.decode("utf-8", errors="replace").encode(encoding, errors="replace")


def _line_ends(data: bytes, rng: random.Random) -> bytes:
    return data.replace(b"\n", rng.choice((b"\r\n", b"\r", b"\n\r", b"\x0c\n", "\u2028".encode())))


def _bom(data: bytes, rng: random.Random) -> bytes:
    return rng.choice((b"\xef\xbb\xbf", b"\xef\xbb\xbf\xef\xbb\xbf", b"\xff\xfe")) + data


def _empty(data: bytes, rng: random.Random) -> bytes:
    return rng.choice((b"", b"\n", b"\x00", b"---\n", b"null\n", b"[]\n", b"{}\n", b"- 1\n", b"a: b\n"))


MUTATIONS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _truncate, _behead, _cut_out, _swap_lines, _drop_lines, _repeat_lines, _indent_lines, _random_bytes, _insert_token,
    _huge_line, _other_encoding, _line_ends, _bom, _empty,
)  # fmt: skip


def damaged(data: bytes, rng: random.Random) -> tuple[bytes, str]:
    """Return `data` with one to three mutations, and their names."""
    names = []
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        mutation = rng.choice(MUTATIONS)
        data = mutation(data, rng)
        names.append(mutation.__name__.strip("_"))
    return data, "+".join(names)
