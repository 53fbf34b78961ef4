"""The words of a bulletin with the second at which each is heard."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from ..model import Record
from ..plan import Element

SYLLABLE = 0.25  # s; the pace only weighs sentences against each other


class LineEntry(Record):
    """One sentence as it was written."""

    start: float  # seconds from the beginning of the bulletin
    role: str
    text: str
    spoken: str = ""  # the words that are heard, where they differ from the text


def lines(
    element: Element, start: float, end: float, words: Sequence[tuple[float, float]] = ()
) -> Iterator[LineEntry]:
    """The sentences of an element that is heard from `start` to `end`.

    `words`: when each sentence sounds, seconds into the element, where its pauses told.
    """
    starts = [start + begin for begin, _ in words] or estimated(element, start, end)
    for segment, at in zip(element.script, starts, strict=True):
        said = segment.spoken if segment.spoken != segment.written else ""
        yield LineEntry(start=round(at, 2), role=segment.role, text=segment.written, spoken=said)


def estimated(element: Element, start: float, end: float) -> list[float]:
    """When each sentence begins, where no pause can be heard.

    Where an element begins is measured, and how long music plays alone in it is known. Between,
    time goes to each sentence by its syllables and the pause after it: a few seconds off at most,
    near enough to read along.
    """
    start, end = start + element.before, end - element.after
    weights = [each.syllables * SYLLABLE + each.pause / 1000 for each in element.script]
    whole = sum(weights) or 1.0
    begun = accumulate(weights[:-1], initial=0.0) if weights else ()
    return [start + weight / whole * (end - start) for weight in begun]
