"""One pass over a text: at each place the first rule that fits, in a fixed order."""

import re

from . import forms, marks
from .alike import plain
from .contexts import sense
from .guard import allowed, tidy
from .letters import spell
from .lexicon import Lexicon
from .order import rules_at
from .span import Reading, Span
from .words import word

_WORD = re.compile(r"[^\W\d_]+")
_STUCK = re.compile(r"\d\w*")
_CODED = re.compile(
    r"(?:^|\W)(?:mã|mã thẻ|ký hiệu|ký tự|seri)[:\s“\"]+(?:[A-ZĐ]{2}(?:,| và| hoặc)\s)*$"
)
_SERIAL = re.compile(r"\s?\d{5,}(?![\w.,])")
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
    space = _SPACE.match(text, at)
    if space:
        said = ". " if _parted(text, space) or _new_item(text, space) else " "
        return _made(text, at, space.end(), said, "space")
    entry = lexicon.find(text, at)
    if entry:
        end, lexeme = entry
        return _made(text, at, end, f" {lexeme.spoken} ", "lexicon", f"lexicon.{lexeme.layer}")
    sign = text[at]
    short = forms.find(text, at) if sign.isalpha() else None
    if short:  # "TP.HCM" before "TP." is taken for a place's short form
        end, form = short
        meant = sense(form, text, at, end)
        if meant:
            return _made(text, at, end, f" {meant} ", "abbreviation", "abbreviation.context")
        return _made(text, at, end, f" {forms.spoken(form)} ", "abbreviation", "abbreviation.table")
    for rule in rules_at(sign):
        match = rule.pattern.match(text, at)
        said_by = rule.say(match) if match and match.end() > at else None
        if match and said_by is not None:
            spoken = f" {said_by} " if said_by else ""
            return _made(text, at, match.end(), spoken, rule.kind, rule.id, rule.sure)
    if sign.isalpha():
        return _worded(text, at)
    return _signed(text, at)


def _parted(text: str, space: "re.Match[str]") -> bool:
    """Whether an empty line parts two paragraphs; before a small letter it only broke a sentence."""
    return "\n\n" in space[0] and not text[space.end() : space.end() + 1].islower()


def _new_item(text: str, space: "re.Match[str]") -> bool:
    """Whether a line break ends an item: the next line begins with a bullet."""
    return "\n" in space[0] and marks.BULLET.match(text, space.end()) is not None


def _worded(text: str, at: int) -> Span:
    match = _WORD.match(text, at)
    end = match.end() if match else at + 1
    if _is_code(text, at, end):
        return _made(text, at, end, f" {spell(text[at:end])} ", "abbreviation", "abbreviation.code")
    meant = sense(text[at:end], text, at, end)
    if meant:
        return _made(text, at, end, f" {meant} ", "abbreviation", "abbreviation.context")
    said_as = word(text[at:end], text, at, end)
    if said_as is None or not allowed(_UNSPOKEN.sub("", said_as.spoken)):
        return _made(text, at, end, " ", "unread")
    kind = said_as.rule.partition(".")[0] or "word"
    return _made(text, at, end, said_as.spoken, kind, said_as.rule, said_as.sure)


def _is_code(text: str, at: int, end: int) -> bool:
    """Two capitals that stand for nothing: after "mã", or before a serial number."""
    if end - at != 2 or not text[at:end].isupper():
        return False
    before = text[max(0, at - 40) : at]
    return _CODED.search(before) is not None or _SERIAL.match(text, end) is not None


def _signed(text: str, at: int) -> Span:
    found = marks.mark(text, at)
    if found is None:
        stuck = _STUCK.match(text, at)  # digits and letters no rule could part
        return _made(text, at, stuck.end() if stuck else at + 1, " ", "unread")
    return _made(text, at, found[0], found[1], "mark", "mark")


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
