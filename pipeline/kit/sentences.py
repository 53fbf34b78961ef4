"""Sentences and clauses of approved text, for products that have room for a part of it only."""

import re
from textwrap import wrap

from .content import stressed

_SENTENCE = re.compile(r"\S.*?[.!?…](?=\s|$)[”\"’)]*|\S.+$")
TIE = "\u00a0"  # a blank at which no row ends
_CLAUSE = re.compile(r"[,;:]\s+")


def sentences(text: str) -> list[str]:
    """A line's sentences, each with its end mark."""
    return _SENTENCE.findall(text)


def says(text: str, hotline: str) -> bool:
    """Whether the hotline is in it, as a number of its own."""
    return any(loud for _, loud in stressed(text, hotline))


def shortest_call(call: str, hotline: str) -> str:
    """The shortest clause of a call to action that says the hotline, as a sentence."""
    clauses = [
        clause.strip(" .!")
        for sentence in sentences(call)
        for clause in _CLAUSE.split(sentence)
        if says(clause, hotline)
    ]
    best = min(clauses, key=len, default=hotline)
    return f"{best[:1].upper()}{best[1:]}."


def asides(call: str, hotline: str) -> str:
    """What a call to action says besides the number: that it is free, that somebody answers."""
    return " ".join(each for each in sentences(call) if not says(each, hotline))


def rows(text: str, width: int) -> list[str]:
    """The text in rows of at most `width` letters. No word and no number in groups is cut."""
    tied = re.sub(r"(?<=\d) (?=\d)", TIE, " ".join(text.split()))
    wrapped = wrap(tied, width, break_long_words=False, break_on_hyphens=False)
    return [row.replace(TIE, " ") for row in wrapped]


def ended(title: str) -> str:
    """A title as a sentence among others."""
    return title if title.endswith((".", "!", "?", "…")) else f"{title}."
