"""When each sentence is heard in a sound: the pauses between them are silences to be found."""

from collections.abc import Sequence
from itertools import pairwise

from ..model import Segment
from ..plan.scripts import KEPT

SHORTER = 0.6  # of the shortest pause: what is shorter lies inside a sentence
LENGTH = 2.0  # how a second's difference in a pause weighs beside a sentence twice as long as due

Span = tuple[float, float]


def shortest(script: Sequence[Segment]) -> float:
    """Seconds from which a silence may be one of the pauses."""
    return SHORTER * min((each.pause / 1000 for each in script), default=0.0)


def heard(
    script: Sequence[Segment], silences: Sequence[Span], seconds: float, pace: float
) -> list[Span] | None:
    """From when to when each segment sounds, seconds. None: it cannot be told.

    `silences` are those of a sound of `seconds` that are not shorter than `shortest`. They are
    chosen, one for each pause and in order, so that sentences last as long as their syllables let
    expect and pauses as long as they were made.
    """
    pauses = [each.pause / 1000 for each in script]
    if not script:
        return []
    silent = list(silences)
    first = silent.pop(0)[1] if silent and silent[0][0] == 0 else 0.0
    last = silent.pop()[0] if silent and silent[-1][1] >= seconds - 0.05 else seconds
    weights = [KEPT * pace + max(each.syllables, 1) for each in script]
    due = [(last - first - sum(pauses[:-1])) * each / sum(weights) for each in weights]
    if len(silent) < len(script) - 1 or min(due) <= 0:
        return None
    chosen = _chosen(silent, (first, last), due, pauses)
    ends = [(first, first), *chosen, (last, last)]
    return [(before[1], after[0]) for before, after in pairwise(ends)]


def _chosen(
    silent: Sequence[Span], ends: Span, due: Sequence[float], pauses: Sequence[float]
) -> list[Span]:
    """One silence for each pause but the last: the cheapest way through all of them."""
    first, last = ends
    ways: list[tuple[float, list[int]]] = [(0.0, [])]
    starts = [first]
    for at, (length, pause) in enumerate(zip(due, pauses[:-1], strict=False)):
        found, begins = list[tuple[float, list[int]]](), list[float]()
        for number in range(at, len(silent) - (len(pauses) - 2 - at)):
            start, end = silent[number]
            cost, way = min(
                (cost + _off(start - begin, length), way)
                for (cost, way), begin in zip(ways, starts, strict=True)
                if not way or way[-1] < number
            )
            found.append((cost + LENGTH * abs(end - start - pause), [*way, number]))
            begins.append(end)
        ways, starts = found, begins
    _, way = min(
        (cost + _off(last - begin, due[-1]), way)
        for (cost, way), begin in zip(ways, starts, strict=True)
    )
    return [silent[number] for number in way]


def _off(seconds: float, due: float) -> float:
    return abs(seconds / due - 1)
