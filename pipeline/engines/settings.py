"""What a voice file may set on an engine: a table for each, checked before anything is asked."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from ..errors import EngineUnavailable
from ..model import Setting


@dataclass(frozen=True)
class Whole:
    """A whole number from `low` to `high`, both included."""

    default: int
    low: int
    high: int

    def accepts(self, value: Setting) -> bool:
        """Whether a voice file may give this value."""
        return type(value) is int and self.low <= value <= self.high

    def __str__(self) -> str:
        return f"một số nguyên từ {self.low} đến {self.high}"


@dataclass(frozen=True)
class OneOf:
    """One word of a fixed list."""

    default: str
    words: tuple[str, ...]

    def accepts(self, value: Setting) -> bool:
        """Whether a voice file may give this value."""
        return value in self.words

    def __str__(self) -> str:
        return "một trong: " + ", ".join(self.words)


@dataclass(frozen=True)
class Number:
    """A number from `low` to `high`, both included."""

    default: float
    low: float
    high: float

    def accepts(self, value: Setting) -> bool:
        """Whether a voice file may give this value."""
        return type(value) in (int, float) and self.low <= float(value) <= self.high

    def __str__(self) -> str:
        return f"một số từ {self.low:g} đến {self.high:g}"


@dataclass(frozen=True)
class Text:
    """A text that fits a pattern as a whole; `wanted` says in Vietnamese what that is."""

    default: str
    pattern: str
    wanted: str
    hidden: bool = False  # a wrong value may be a secret, and is not shown

    def accepts(self, value: Setting) -> bool:
        """Whether a voice file may give this value."""
        return re.fullmatch(self.pattern, str(value)) is not None

    def __str__(self) -> str:
        return self.wanted


Schema = Mapping[str, Whole | Number | OneOf | Text]


def settle(engine: str, schema: Schema, given: Mapping[str, Setting]) -> dict[str, Setting]:
    """Every setting of the schema with the value given or its default.

    Raises EngineUnavailable when a name or a value is not in the schema.
    """
    unknown = sorted(set(given) - set(schema))
    if unknown:
        raise EngineUnavailable(engine, _unknown(unknown, schema))
    for name, value in sorted(given.items()):
        kind = schema[name]
        if not kind.accepts(value):
            shown = "•••" if isinstance(kind, Text) and kind.hidden else value
            reason = f"Thiết lập “{name}” không nhận giá trị “{shown}”; cần {kind}."
            raise EngineUnavailable(engine, reason)
    return {name: given.get(name, kind.default) for name, kind in schema.items()}


def digest(schema: Schema) -> str:
    """Eight hexadecimal digits that change with any name, default or range of the schema."""
    return hashlib.sha256(repr(sorted(schema.items())).encode()).hexdigest()[:8]


def _unknown(names: list[str], schema: Schema) -> str:
    quoted = ", ".join(f"“{name}”" for name in names)
    if not schema:
        return f"Bộ đọc này không có thiết lập nào, hãy bỏ {quoted}."
    return f"Không có thiết lập {quoted}; các thiết lập có thể dùng: {', '.join(sorted(schema))}."
