"""One pass over a text: at each place the first rule that fits, in a fixed order."""

import re

from . import breaks, forms, marks
from .alike import plain
from .guard import allowed, tidy
from .lexicon import Lexicon
from .order import rules_at
from .span import Reading, Span
from .words import Said, word

_WORD = re.compile(r"[^\W\d_]+")
_STUCK = re.compile(r"\d\w*")
_UNSPOKEN = re.compile("[ ,]")
_SPACE = re.compile(r"\s+")


def read(text: str, lexicon: Lexicon) -> Reading:
    """Spans covering the text, and the words to speak. Total: never raises.

    The text is taken in its composed form (NFC), look-alike letters as what they look like.
    """
    text = plain(text)
    spans: list[Span] = []
    at = 0
    while at < len(text):
        span = _span(text, at, lexicon)
        spans.append(span)
        at = span.end
    return Reading(written=text, spans=tuple(spans), spoken=joined(spans))


def joined(spans: list[Span] | tuple[Span, ...]) -> str:
    """What a voice gets of these spans."""
    return tidy("".join(span.spoken for span in spans))


def _span(text: str, at: int, lexicon: Lexicon) -> Span:
    """What the first way of reading that fits makes of this place; what none reads is unread."""
    for way in _WAYS:
        span = way(text, at, lexicon)
        if span is not None:
            return span
    stuck = _STUCK.match(text, at)  # digits and letters no rule could part
    return _made(text, at, stuck.end() if stuck else at + 1, " ", "unread")


def _space(text: str, at: int, _: Lexicon) -> Span | None:
    space = _SPACE.match(text, at)
    if space is None:
        return None
    said = ". " if breaks.ends(text, space) else " "
    return _made(text, at, space.end(), said, "space")


def _entered(text: str, at: int, lexicon: Lexicon) -> Span | None:
    """An entry of somebody's lexicon."""
    found = lexicon.find(text, at)
    if found is None:
        return None
    end, lexeme = found
    return _made(text, at, end, f" {lexeme.spoken} ", "lexicon", f"lexicon.{lexeme.layer}")


def _formed(text: str, at: int, _: Lexicon) -> Span | None:
    """A short form with signs in it: "TP.HCM" before "TP." is taken for a place's."""
    found = forms.find(text, at) if text[at].isalpha() else None
    return found and _said(text, at, *found)


def _ruled(text: str, at: int, _: Lexicon) -> Span | None:
    for rule in rules_at(text[at]):
        match = rule.pattern.match(text, at)
        spoken = rule.say(match) if match and match.end() > at else None
        if match and spoken is not None:
            spoken = f" {spoken} " if spoken else ""
            return _made(text, at, match.end(), spoken, rule.kind, rule.id, rule.sure)
    return None


def _worded(text: str, at: int, _: Lexicon) -> Span | None:
    match = _WORD.match(text, at) if text[at].isalpha() else None  # a half is no word
    if match is None:
        return None
    said = word(match[0], text, at, match.end())
    if said is None or not allowed(_UNSPOKEN.sub("", said.spoken)):
        return _made(text, at, match.end(), " ", "unread")
    return _said(text, at, match.end(), said)


def _signed(text: str, at: int, _: Lexicon) -> Span | None:
    found = marks.mark(text, at)
    return found and _made(text, at, found[0], found[1], "mark", "mark")


_WAYS = (_space, _entered, _formed, _ruled, _worded, _signed)  # in this order


def _said(text: str, at: int, end: int, said: Said) -> Span:
    kind = said.rule.partition(".")[0] or "word"
    spoken = f" {said.spoken} " if said.rule else said.spoken
    return _made(text, at, end, spoken, kind, said.rule, said.sure)


def _made(
    text: str, start: int, end: int, spoken: str, kind: str, rule: str = "", sure: bool = True
) -> Span:
    return Span(
        start=start,
        end=end,
        written=text[start:end],
        spoken=spoken,
        kind=kind,
        rule=rule,
        sure=sure,
    )
