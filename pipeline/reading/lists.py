"""Markers of lists, at the beginning of a line only."""

import re
from collections.abc import Callable

from . import roman
from .letters import CAPITAL, NAMES
from .numbers import cardinal
from .rule import Say, left, make

SOURCE = "thói quen phát thanh viên"
_FIRST = re.compile(r"(?:^|\n)[ \t]*(?:[-+*•–][ \t]*)?\(?$")
_NEAR = 20
_START = r"(?<![^\s(])"


def _first(said: Callable[[re.Match[str]], str | None]) -> Say:
    """Only where nothing but spaces, a bullet or a bracket stands before on the line."""

    def say(match: re.Match[str]) -> str | None:
        near = left(match, _NEAR)
        whole = near if len(near) < _NEAR else near[1:]  # "^" means the text's beginning
        first = _FIRST.search(whole) if whole is near or "\n" in whole else None
        return said(match) if first else None

    return say


def _numbered(match: re.Match[str]) -> str:
    return " chấm ".join(cardinal(int(part)) for part in match[1].split(".")) + ","


def _lettered(match: re.Match[str]) -> str:
    return f"ý {NAMES[match[1].lower()]},"


def _headed(match: re.Match[str]) -> str:
    return f"{NAMES[match[1].lower()]},"


def _roman(match: re.Match[str]) -> str | None:
    number = roman.value(match[1].upper())
    return None if number is None else f"{cardinal(number)},"


RULES = (
    make(
        "list.number",
        rf"{_START}(\d{{1,2}}(?:\.\d{{1,2}}){{0,4}})\s?[.)/](?=\s+\S|{CAPITAL})",
        _first(_numbered),
        SOURCE,
        {"1. Nội dung": "một, Nội dung", "2) Thời gian": "hai, Thời gian"},
    ),
    make(
        "list.section",
        rf"{_START}(\d{{1,2}}(?:\.\d{{1,2}}){{1,4}})(?=\s+{CAPITAL})",
        _first(_numbered),
        SOURCE,
        {"1.2 Nội dung": "một chấm hai, Nội dung"},
    ),
    make(
        "list.roman",
        r"([IVX]{1,5}|[ivx]{1,4}(?=\)))\s?[.)/](?=\s+\S)",
        _first(_roman),
        SOURCE,
        {"II. Thời gian": "hai, Thời gian"},
        begins="IVXivx",
    ),
    make(
        "list.letter",
        r"([a-zđ])\s?(?:\)(?=\s*\S)|[./](?=\s+\S))",
        _first(_lettered),
        SOURCE,
        {"b) Địa điểm": "ý bê, Địa điểm"},
        begins="a-zđ",
    ),
    make(
        "list.capital",
        rf"([A-HĐK])\s?[.)/](?=\s+{CAPITAL}{{2}})",
        _first(_headed),
        SOURCE,
        {"B. NHIỆM VỤ": "bê, nhiệm vụ"},
        begins="A-HĐK",
    ),
)
