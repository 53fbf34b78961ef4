"""Words: Vietnamese syllables pass, capitals are weighed, strangers are looked up or reported."""

import re

from . import contexts
from .letters import spell
from .offices import office
from .syllable import is_syllable
from .table import table

ABBREVIATIONS = table("abbreviations")
FOREIGN = table("foreign")
PLACES = table("places")
SOURCE = "thói quen phát thanh viên"
_BEFORE = re.compile(r"([^\W\d_]{2,})[^\w.;:!?]*$")
_AFTER = re.compile(r"[^\w.;:!?]*([^\W\d_]{2,})")
_NEAR = 24  # characters looked at on either side
_FEWEST = 3  # letters of a short form that may be written small: ubnd, bhyt


class Said:
    """How a word is said: the words, the rule's id, whether that is certain."""

    __slots__ = ("rule", "spoken", "sure")

    def __init__(self, spoken: str, rule: str = "", sure: bool = True) -> None:
        self.spoken = spoken
        self.rule = rule
        self.sure = sure


def word(token: str, text: str, start: int, end: int) -> Said | None:
    """A run of letters with its surroundings; None if no rule reads it."""
    plain = is_syllable(token)
    shouted = plain and token.isupper() and _among_words(text, start, end)
    meant = contexts.sense(token, text, start, end, shouted)
    if meant:
        return Said(meant, "abbreviation.context")
    if plain and (token.islower() or token.istitle()) and not _listed(token):
        return Said(token)
    if token in PLACES:
        return Said(PLACES[token], "word.place", sure=False)
    if token in ABBREVIATIONS and not shouted:
        return Said(ABBREVIATIONS[token], "abbreviation.table", token not in contexts.rows())
    strange = FOREIGN.get(token) or FOREIGN.get(token.lower())
    if strange:
        return Said(strange, "word.foreign")
    if len(token) > 1 and token.isupper():
        return _capitals(token, text, start, end)
    if plain:
        return Said(token.lower(), "word.case", sure=False)
    if len(token) >= _FEWEST and token.upper() in ABBREVIATIONS:
        return Said(ABBREVIATIONS[token.upper()], "abbreviation.small")
    return Said(spell(token), "word.letter", sure=False) if len(token) == 1 else None


def form(written: str, text: str, start: int, end: int) -> Said:
    """A form with signs in it that stands in a table: by its company, or as the table says."""
    meant = contexts.sense(written, text, start, end)
    if meant:
        return Said(meant, "abbreviation.context")
    if written in ABBREVIATIONS:
        return Said(ABBREVIATIONS[written], "abbreviation.table")
    return Said(FOREIGN[written], "word.foreign")


def _listed(token: str) -> bool:
    return token in FOREIGN or token in PLACES or token in ABBREVIATIONS or token.lower() in FOREIGN


def _capitals(token: str, text: str, start: int, end: int) -> Said:
    """A heading's word, a syllable shouted, an office put together, or letters to be spelled."""
    if is_syllable(token.lower()):
        if not token.isascii() or _among_capitals(text, start, end):
            return Said(token.lower(), "word.capitals")
        if len(token) >= _FEWEST:
            return Said(token.lower(), "word.capitals", sure=False)
    composed = office(token)
    if composed:
        return Said(composed, "abbreviation.office", sure=False)
    return Said(spell(token), "abbreviation.spelled", sure=False)


def _neighbours(text: str, start: int, end: int) -> list[str]:
    """The words of two letters and more on both sides, within the clause."""
    left = _BEFORE.search(text[max(0, start - _NEAR) : start])
    right = _AFTER.match(text[end : end + _NEAR])
    return [near[1] for near in (left, right) if near]


def _among_capitals(text: str, start: int, end: int) -> bool:
    """Whether the next word on either side is in capitals too."""
    return any(near.isupper() for near in _neighbours(text, start, end))


def _among_words(text: str, start: int, end: int) -> bool:
    """Whether the next words are a heading's: syllables in capitals that abbreviate nothing."""
    near = _neighbours(text, start, end)
    return bool(near) and all(
        each.isupper() and each not in ABBREVIATIONS and is_syllable(each.lower()) for each in near
    )
