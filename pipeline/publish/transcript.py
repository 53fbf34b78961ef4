"""The words of a bulletin with the second at which each is heard."""

from collections.abc import Iterator

from ..model import Record
from ..plan import Element

SYLLABLE = 0.25  # s; the pace only weighs sentences against each other


class LineEntry(Record):
    """One sentence as it was written."""

    start: float  # seconds from the beginning of the bulletin; estimated inside an element
    role: str
    text: str
    spoken: str = ""  # the words that are heard, where they differ from the text


def lines(element: Element, start: float, end: float) -> Iterator[LineEntry]:
    """The sentences of an element that is heard from `start` to `end`.

    Where an element begins is measured, and how long music plays alone in it is known. Between,
    time goes to each sentence by its syllables and the pause after it: a few seconds off at most,
    near enough to read along.
    """
    start, end = start + element.before, end - element.after
    weights = [each.syllables * SYLLABLE + each.pause / 1000 for each in element.script]
    whole = sum(weights) or 1.0
    at = start
    for segment, weight in zip(element.script, weights, strict=True):
        said = segment.spoken if segment.spoken != segment.written else ""
        yield LineEntry(start=round(at, 2), role=segment.role, text=segment.written, spoken=said)
        at += weight / whole * (end - start)
