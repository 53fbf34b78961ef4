"""Short forms of more than one run of letters: TP.HCM, TT&TT, VH - XH, đ/c, COVID-19."""

import re
from functools import cache

from .words import ABBREVIATIONS, FOREIGN, Said
from .words import form as as_said

_HEAD = re.compile(r"[^\W\d_]+")
_BETWEEN = re.compile(r"\\?([-–&/,])|(?:\\ )+")


def find(text: str, at: int) -> tuple[int, Said] | None:
    """The longest such form written here: where it ends, how it is said."""
    head = _HEAD.match(text, at)
    if head is None or (at and text[at - 1].isalnum()):
        return None
    for form in _by_head().get(head[0].lower(), ()):
        match = _pattern(form).match(text, at)
        if match:
            return match.end(), as_said(form, text, at, match.end())
    return None


@cache
def _by_head() -> dict[str, list[str]]:
    heads: dict[str, list[str]] = {}
    for form in sorted({**ABBREVIATIONS, **FOREIGN}, key=len, reverse=True):
        head = _HEAD.match(form)
        if head and head[0] != form:
            heads.setdefault(head[0].lower(), []).append(form)
    return heads


@cache
def _pattern(form: str) -> re.Pattern[str]:
    """Spaces may stand around its signs, and more than one where there is one.

    Foreign words may have capitals anywhere.
    """
    loose = _BETWEEN.sub(_loosened, re.escape(form))
    return re.compile(rf"{loose}(?!\w)", re.IGNORECASE if form in FOREIGN else 0)


def _loosened(match: re.Match[str]) -> str:
    if match[1] is None:
        return r"\s{1,3}"
    sign = "[-–]" if match[1] in "-–" else re.escape(match[1])
    return rf"\s?{sign}\s?"
