"""All cells of the bench, and what they come to: means, and what a gain is worth in level."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np

from pipeline.audio.pcm import Pcm

from .cells import NOISES, Talk
from .channel import PLACES
from .methods import METHODS

LEVELS = (-9.0, -6.0, -3.0, 0.0, 3.0)  # dB, of the untreated voice over the noise, A-weighted
LOUDER = (6.0, 9.0, 12.0, 15.0)  # dB at which raw is heard besides, to see what a gain is worth
Scores = dict[str, float]


class Cell(NamedTuple):
    """What one method scores for one voice in one place, noise and level."""

    voice: str
    place: str
    noise: str
    level: float  # dB
    method: str
    scores: Scores
    worth: float  # dB by which raw would have to be louder for the same ESTOI


def cells(
    talks: dict[str, Talk],
    methods: dict[str, Callable[[Pcm], Pcm]] = METHODS,
    places: tuple[str, ...] = tuple(PLACES),
    noises: tuple[str, ...] = NOISES,
    levels: tuple[float, ...] = LEVELS,
    louder: tuple[float, ...] = LOUDER,
) -> Iterator[Cell]:
    """Every combination."""
    for voice, talk in talks.items():
        sent = {name: talk.sent(method(talk.raw)) for name, method in methods.items()}
        for place in places:
            for kind in noises:
                noise = talk.noise(kind, place)
                same = list(talk.scores(talk.clean, place, noise, levels))
                more = talk.scores(talk.clean, place, noise, louder, ("ESTOI",))
                grid = [each["ESTOI"] for each in (*same, *more)]
                for name, sound in sent.items():
                    own = same if name == "raw" else talk.scores(sound, place, noise, levels)
                    for level, scores in zip(levels, own, strict=True):
                        worth = _worth(scores["ESTOI"], grid, (*levels, *louder)) - level
                        yield Cell(voice, place, kind, level, name, scores, worth)


def _worth(score: float, grid: list[float], levels: tuple[float, ...]) -> float:
    """The level at which raw reaches the score, at most the highest tried, dB."""
    return float(np.interp(score, np.maximum.accumulate(grid), levels))


def mean(found: list[Cell], scale: str, method: str, voice: str = "") -> float:
    return float(np.mean([each.scores[scale] for each in _of(found, method, voice)]))


def worth(found: list[Cell], method: str, voice: str = "") -> tuple[float, ...]:
    """Mean, median and quartiles, dB."""
    each = [cell.worth for cell in _of(found, method, voice)]
    return (float(np.mean(each)), *map(float, np.quantile(each, (0.5, 0.25, 0.75))))


def better(found: list[Cell], scale: str, method: str, other: str) -> tuple[int, int]:
    """In how many cells one method scores higher than another, of how many."""
    pairs = list(zip(_of(found, method, ""), _of(found, other, ""), strict=True))
    return sum(a.scores[scale] > b.scores[scale] for a, b in pairs), len(pairs)


def _of(found: list[Cell], method: str, voice: str) -> list[Cell]:
    return [each for each in found if each.method == method and voice in ("", each.voice)]
