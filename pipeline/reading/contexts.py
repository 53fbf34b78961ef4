"""Short forms that mean different things in different company: the neighbours decide."""

import re
from functools import cache
from typing import NamedTuple

from . import table
from .letters import CAPITAL, SMALL


class Sense(NamedTuple):
    """One meaning of a short form."""

    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    spoken: str


NEAR = 30  # characters looked at on either side
_SIGNS = {"<Tên>": f"{CAPITAL}{SMALL}+", "<số>": r"\d+"}


def sense(form: str, text: str, start: int, end: int, shouted: bool = False) -> str | None:
    """The first meaning whose neighbours are there; None when none fits.

    In a heading, where everything is `shouted`, a syllable is one unless what follows says otherwise.
    """
    if form not in rows():
        return None
    left = text[max(0, start - NEAR) : start]
    for each in _senses(form):
        if shouted and each.after is None:
            continue
        if each.before is not None and not each.before.search(left):
            continue
        if each.after is not None and not each.after.match(text, end, end + NEAR):
            continue
        return each.spoken
    return None


@cache
def rows() -> dict[str, list[tuple[str, str, str]]]:
    """The table: form -> before, after, spoken of each meaning, in order."""
    senses: dict[str, list[tuple[str, str, str]]] = {}
    for form, before, after, spoken in table.rows("contexts"):
        senses.setdefault(form, []).append((before, after, spoken))
    return senses


@cache
def _senses(form: str) -> list[Sense]:
    return [Sense(_left(before), _right(after), said) for before, after, said in rows()[form]]


def _left(words: str) -> re.Pattern[str] | None:
    return re.compile(rf"(?:^|\W)(?:{words})\s*$", re.IGNORECASE) if words else None


def _right(words: str) -> re.Pattern[str] | None:
    for sign, pattern in _SIGNS.items():
        words = words.replace(sign, pattern)
    return re.compile(rf"\s*(?:{words})") if words else None
