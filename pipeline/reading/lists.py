"""Markers of lists, at the beginning of a line only."""

import re

from . import roman
from .letters import NAMES
from .numbers import cardinal
from .rule import make

SOURCE = "thói quen phát thanh viên"
_LINE = r"(?:(?<=\n)|(?<![\s\S]))[ \t]*"


def _numbered(match: re.Match[str]) -> str:
    return ", ".join([" chấm ".join(cardinal(int(part)) for part in match[1].split("."))]) + ","


def _lettered(match: re.Match[str]) -> str:
    return f"ý {NAMES[match[1].lower()]},"


def _roman(match: re.Match[str]) -> str | None:
    number = roman.value(match[1].upper())
    return None if number is None else f"{cardinal(number)},"


RULES = (
    make(
        "list.number",
        rf"{_LINE}(\d{{1,2}}(?:\.\d{{1,2}})*)\s?[.)/](?=\s+\S)",
        _numbered,
        SOURCE,
        {"1. Nội dung": "một, Nội dung", "2) Thời gian": "hai, Thời gian"},
    ),
    make(
        "list.letter",
        rf"{_LINE}([a-zđ])\s?[)](?=\s*\S)",
        _lettered,
        SOURCE,
        {"b) Địa điểm": "ý bê, Địa điểm"},
        begins="a-zđ",
    ),
    make(
        "list.roman",
        rf"{_LINE}\(?([IVX]{{1,5}}|[ivx]{{1,4}}(?=\)))\s?[.)/](?=\s+\S)",
        _roman,
        SOURCE,
        {"II. Thời gian": "hai, Thời gian"},
        begins="(IVXivx",
    ),
)
