"""Words: Vietnamese syllables pass, capitals are weighed, strangers are looked up or reported."""

import re

from .letters import spell
from .syllable import is_syllable
from .table import table

ABBREVIATIONS = table("abbreviations")
FOREIGN = table("foreign")
PLACES = table("places")
_TABLES = (
    (PLACES, "word.place", False),
    (ABBREVIATIONS, "abbreviation.table", True),
    (FOREIGN, "word.foreign", True),
)
SOURCE = "thói quen phát thanh viên"
_CAPITALS = re.compile(r"[^\W\d_]{2,}")


class Said:
    """How a word is said: the words, the rule's id, whether that is certain."""

    __slots__ = ("rule", "spoken", "sure")

    def __init__(self, spoken: str, rule: str = "", sure: bool = True) -> None:
        self.spoken = spoken
        self.rule = rule
        self.sure = sure


def word(token: str, text: str, start: int, end: int) -> Said | None:
    """A run of letters with its surroundings; None if no rule reads it."""
    plain = is_syllable(token) and (token.islower() or token.istitle())
    if plain and token not in FOREIGN and token not in PLACES:
        return Said(token)
    for known, rule, sure in _TABLES:
        if token in known:
            return Said(known[token], rule, sure)
    if len(token) > 1 and token.isupper():
        return _capitals(token, text, start, end)
    if is_syllable(token):
        return Said(token.lower(), "word.case", sure=False)
    return Said(spell(token), "word.letter", sure=False) if len(token) == 1 else None


def _capitals(token: str, text: str, start: int, end: int) -> Said:
    """A heading's word, a marked syllable shouted, or letters to be spelled."""
    marked = not token.isascii()
    if is_syllable(token.lower()) and (marked or _among_capitals(text, start, end)):
        return Said(token.lower(), "word.capitals")
    return Said(spell(token), "abbreviation.spelled", sure=len(token) == 1)


def _among_capitals(text: str, start: int, end: int) -> bool:
    """Whether the next word on either side is in capitals too."""
    left = re.search(r"([^\W\d_]{2,})\W*$", text[max(0, start - 24) : start])
    right = _CAPITALS.search(text[end : end + 24])
    return any(near is not None and near[0].strip().isupper() for near in (left, right))
