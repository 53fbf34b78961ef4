"""Segments for the ear: sentences, and long ones parted where a reader would breathe."""

from itertools import accumulate

from ..model import GAPS, Segment
from .cuts import costs
from .lexicon import Lexicon
from .scanner import joined, read
from .sentences import sentences
from .span import Span
from .syllable import syllables

BREATH = 25  # syllables one breath carries
_EASE = 16  # syllables a reader likes best between two breaths
_SHORT = 7  # fewer sound chopped
_REACH = 60  # syllables looked back for the best place
_EACH = 4.0  # every cut costs: fewer are better


def segments(text: str, lexicon: Lexicon, role: str = "A") -> tuple[Segment, ...]:
    """A paragraph as segments with their pauses; the last one ends the paragraph."""
    return tuple(segment for segment, _ in phrases(text, lexicon, role))


def phrases(
    text: str, lexicon: Lexicon, role: str = "A"
) -> tuple[tuple[Segment, tuple[Span, ...]], ...]:
    """The same, each segment with the spans it is made of: what was written, and by which rule."""
    found: list[tuple[Segment, tuple[Span, ...]]] = []
    for sentence in sentences(read(text, lexicon).spans):
        parts = _breaths(sentence)
        for index, part in enumerate(parts):
            spoken = joined(part)
            if not any(map(str.isalpha, spoken)):
                continue
            segment = Segment(
                written="".join(span.written for span in part).strip(),
                spoken=spoken,
                pause=GAPS.sentence if index == len(parts) - 1 else _pause(part),
                syllables=syllables(spoken),
                role=role,
            )
            found.append((segment, tuple(part)))
    if found:
        last, spans = found[-1]
        found[-1] = last.but(pause=GAPS.paragraph), spans
    return tuple(found)


def _breaths(spans: list[Span]) -> list[list[Span]]:
    """A sentence in parts of at most a breath, cut where it costs least."""
    counted = [0, *accumulate(syllables(span.spoken) for span in spans)]
    if counted[-1] <= BREATH:
        return [spans]
    places = _places(costs(spans), counted)
    best: list[tuple[float, int]] = [
        (0.0, 0)
    ]  # to each place: what the way there costs, from where
    for index in range(1, len(places)):
        at, cost = places[index]
        best.append(min(_ways(places, best, counted, index)))
        best[-1] = (best[-1][0] + cost, best[-1][1])
    cuts, index = [], len(places) - 1
    while index > 0:
        at = places[index][0]
        index = best[index][1]
        cuts.append((places[index][0], at))
    return [spans[start:end] for start, end in reversed(cuts)]


def _places(cost: dict[int, float], counted: list[int]) -> list[tuple[int, float]]:
    """Where the sentence may be cut, its two ends with them; not twice without a word between."""
    places, last = [(0, 0.0)], 0
    for at, each in cost.items():
        if counted[at] > last:
            places.append((at, each + _EACH))
            last = counted[at]
    if counted[-1] == last:
        places.pop()
    return [*places, (len(counted) - 1, 0.0)]


def _ways(
    places: list[tuple[int, float]], best: list[tuple[float, int]], counted: list[int], index: int
) -> list[tuple[float, int]]:
    ways: list[tuple[float, int]] = []
    for former in range(index - 1, -1, -1):
        length = counted[places[index][0]] - counted[places[former][0]]
        if ways and length > _REACH:
            break
        ways.append((best[former][0] + _strain(length), former))
    return ways


def _strain(length: int) -> float:
    """How hard a part of so many syllables is on the ear."""
    over, under = max(0, length - BREATH), max(0, _SHORT - length)
    return over * 6.0 + under * 3.0 + abs(length - _EASE) * 0.4


def _pause(part: list[Span]) -> int:
    marks = "".join(span.spoken for span in part[-2:])
    return GAPS.clause if ";" in marks or ":" in marks else GAPS.phrase
