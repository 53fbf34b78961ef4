"""The last gate: nothing but Vietnamese letters, spaces and . , ; : ? ! reaches a voice."""

import re
import unicodedata

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_PLAIN = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
LETTERS = frozenset(
    unicodedata.normalize("NFC", letter + tone)
    for base in _PLAIN
    for letter in (base, base.upper())
    for tone in ("", *_TONES)
    if tone == "" or base in "aăâeêioôơuưy"
)
_STRONG = re.compile(r" ?([.,;:?!])(?: ?[.,;:?!])+")
_SPACED = re.compile(r" ([.,;:?!])")
_JOINED = re.compile(r"([.,;:?!])(?=[^\s.,;:?!])")
_LETTER = re.compile(r"^([^\W\d_])\.(?= )")  # at the beginning it would mark an item of a list
_FIRST = re.compile(r"^[\s.,;:?!]+")
RANK = ",:;.!?"


def allowed(word: str) -> bool:
    """Whether every letter is one of Vietnamese."""
    return LETTERS.issuperset(word)


def tidy(said: str) -> str:
    """Spaces and marks as an engine likes them: one mark at a time, none at the beginning."""
    said = " ".join(said.split())
    said = _STRONG.sub(lambda match: _strongest(match[0]), said)
    said = _SPACED.sub(r"\1", said)
    said = _JOINED.sub(r"\1 ", said)
    return _LETTER.sub(r"\1,", _FIRST.sub("", said)).rstrip()


def _strongest(marks: str) -> str:
    return max((mark for mark in marks if mark in RANK), key=RANK.index)
