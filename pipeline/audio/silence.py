"""Where a sound is silent: at its ends, inside, and in all."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .pcm import Pcm, Samples

BELOW = 10 ** (-50 / 20)  # full scale ±1: peaks of 10 ms below this are silence
STEP = 0.01  # s


class Silence(NamedTuple):
    """Seconds of silence. A sound that is nothing else is all `lead`."""

    lead: float  # before the first sound
    inner: float  # the longest between two sounds
    tail: float  # after the last sound
    total: float

    @property
    def longest(self) -> float:
        """The longest of all."""
        return max(self.lead, self.inner, self.tail)


def silence(pcm: Pcm) -> Silence:
    """The silences of a sound, to 10 ms."""
    step = max(1, round(STEP * pcm.rate))
    second = step / pcm.rate
    quiet = _peaks(pcm.samples, step) < BELOW
    if quiet.all():
        return Silence(pcm.seconds, 0.0, 0.0, pcm.seconds)
    spans = runs(quiet)
    lead = sum(end - start for start, end in spans if start == 0)
    tail = sum(end - start for start, end in spans if end == len(quiet))
    inside = (end - start for start, end in spans if start > 0 and end < len(quiet))
    inner = max(inside, default=0)
    return Silence(*(count * second for count in (lead, inner, tail, int(quiet.sum()))))


def gaps(pcm: Pcm, least: float) -> list[tuple[float, float]]:
    """Where silences of at least `least` seconds begin and end, to 10 ms; those at the ends too."""
    step = max(1, round(STEP * pcm.rate))
    second = step / pcm.rate
    spans = runs(_peaks(pcm.samples, step) < BELOW)
    return [(a * second, b * second) for a, b in spans if (b - a) * second >= least]


def runs(true: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Where each run of True begins and ends."""
    edges = np.flatnonzero(np.diff(true.astype(np.int8), prepend=0, append=0))
    return [(int(start), int(end)) for start, end in edges.reshape(-1, 2)]


def _peaks(samples: Samples, step: int) -> Samples:
    """Highest absolute value of each `step` samples; the last may be fewer."""
    peaks: Samples = np.maximum.reduceat(np.abs(samples), np.arange(0, len(samples), step))
    return peaks
