"""One pass over a text: at each place the first rule that fits, in a fixed order."""

import re
import unicodedata

from . import amounts, clock, dates, documents, marks, phones, roman, titles
from .guard import allowed, tidy
from .lexicon import Lexicon
from .rule import Rule
from .span import Reading, Span
from .words import ABBREVIATIONS, word

_COUNTED: tuple[Rule, ...] = (
    *(rule for rule in clock.RULES if rule.id == "clock.always"),
    *phones.RULES,
    *(rule for rule in documents.RULES if rule.id in ("document.year",)),
    *(rule for rule in dates.RULES if rule.id not in ("date.month", "date.months", "date.weekday")),
    *(rule for rule in documents.RULES if rule.id == "document.slash"),
    *(rule for rule in clock.RULES if rule.id != "clock.always"),
    *amounts.RULES,
)
_LETTERED: tuple[Rule, ...] = (
    *titles.RULES,
    *(rule for rule in dates.RULES if rule.id in ("date.months", "date.month", "date.weekday")),
    *(
        r
        for r in documents.RULES
        if r.id in ("document.point", "document.article", "document.named")
    ),
    *roman.RULES,
)
_BLANK: tuple[Rule, ...] = tuple(r for r in documents.RULES if r.id == "document.blank")
RULES: tuple[Rule, ...] = (*_COUNTED, *_LETTERED, *_BLANK)
_STARTERS = re.compile(r"[A-ZĐ]|[Tt]h[áứ]|[Đđ]i[ểề]|[Kk]hoản|[Đđ]ề ")
_WORD = re.compile(r"[^\W\d_]+")
_SPACE = re.compile(r"\s+")
_ABBREVIATION = re.compile(
    rf"(?<![\w])(?:{'|'.join(map(re.escape, sorted(ABBREVIATIONS, key=len, reverse=True)))})(?![\w])"
)


def read(text: str, lexicon: Lexicon) -> Reading:
    """Spans covering the text, and the words to speak. Total: never raises."""
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
        said = ". " if "\n\n" in space[0] or _new_item(text, space) else " "
        return _made(text, at, space.end(), said, "space")
    entry = lexicon.find(text, at)
    if entry:
        return _made(text, at, entry[0], f" {entry[1]} ", "lexicon", "lexicon")
    sign = text[at]
    for rule in _rules(sign, text, at):
        match = rule.pattern.match(text, at)
        said_by = rule.say(match) if match and match.end() > at else None
        if match and said_by is not None:
            spoken = f" {said_by} " if said_by else ""
            return _made(text, at, match.end(), spoken, rule.kind, rule.id, rule.sure)
    if sign.isalpha():
        return _worded(text, at)
    return _signed(text, at)


def _rules(sign: str, text: str, at: int) -> tuple[Rule, ...]:
    if sign.isalpha():
        return _LETTERED if _STARTERS.match(text, at) else ()
    if sign in "/:.…":
        return _BLANK
    return _COUNTED if sign.isdigit() or sign in "+-–±≥≤<>~(" else ()


def _new_item(text: str, space: "re.Match[str]") -> bool:
    """Whether a line break ends an item: the next line begins with a bullet."""
    return "\n" in space[0] and marks.BULLET.match(text, space.end()) is not None


def _worded(text: str, at: int) -> Span:
    short = _ABBREVIATION.match(text, at)
    if short:
        said = f" {ABBREVIATIONS[short[0]]} "
        return _made(text, at, short.end(), said, "abbreviation", "abbreviation.table")
    match = _WORD.match(text, at)
    end = match.end() if match else at + 1
    token = unicodedata.normalize("NFC", text[at:end])
    said_as = word(token, text, at, end)
    if said_as is None or not allowed(said_as.spoken.replace(" ", "")):
        return _made(text, at, end, "", "unread")
    kind = said_as.rule.partition(".")[0] or "word"
    return _made(text, at, end, said_as.spoken, kind, said_as.rule, said_as.sure)


def _signed(text: str, at: int) -> Span:
    found = marks.mark(text, at)
    if found is None:
        return _made(text, at, at + 1, "", "unread")
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
