"""Frozen dataclasses as JSON and back, for data that leaves one program and enters another that does not trust it."""

from __future__ import annotations

import json
from dataclasses import asdict, fields, is_dataclass
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

Data = TypeVar("Data")


def to_json(data: Any) -> str:
    """Return the dataclass `data` as JSON."""
    return json.dumps(asdict(data), ensure_ascii=False, indent=2)


def from_json(kind: type[Data], text: str) -> Data:
    """Return the `kind` that `text` holds.

    Raises:
        ValueError: it is no JSON, or anything in it is missing, too much or of another type.
    """
    try:
        data = json.loads(text)
    except RecursionError as error:
        raise ValueError("too deep") from error
    read: Data = _read(kind, data)
    return read


def _read(kind: Any, data: Any) -> Any:
    if get_origin(kind) is tuple:
        if not isinstance(data, list):
            raise ValueError(f"no list: {data!r:.80}")
        return tuple(_read(get_args(kind)[0], item) for item in data)
    if get_origin(kind) is Literal:
        if data not in get_args(kind):
            raise ValueError(f"unknown word: {data!r:.80}")
        return data
    if is_dataclass(kind):
        names = {field.name for field in fields(kind)}
        if not isinstance(data, dict) or set(data) != names:
            raise ValueError(f"no {kind}: {data!r:.80}")
        hints = get_type_hints(kind)
        return kind(**{name: _read(hints[name], data[name]) for name in names})  # type: ignore[operator]
    if type(data) is not kind:  # a bool is an int, but not here
        raise ValueError(f"no {kind}: {data!r:.80}")
    return data
