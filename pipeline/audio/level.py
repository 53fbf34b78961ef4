"""Finding the one gain at which a limited sound has the loudness that is wanted."""

import math
from typing import NamedTuple

from .limiter import Limiter
from .loudness import level_of
from .pcm import Pcm

CLOSE = 0.02  # LU
ROUNDS = 12
MOST = 80.0  # dB of gain: what needs more cannot have that loudness
FLATTEST = 0.15  # LU per dB: how little a sound still gains that is limited nearly everywhere


class Levelled(NamedTuple):
    """A limited sound and how it came about."""

    sound: Pcm
    gain: float  # dB
    loudness: float  # LUFS; -inf for silence


def at_level(limiter: Limiter, loudness: float, ceiling: float, gain: float) -> Levelled:
    """The limited sound at `loudness` LUFS, or as near as it comes.

    `gain` is the first guess. The limiter takes some of what a gain gives, so each step is as long
    as the one before it has shown to be needed (secant method). Silence keeps the first guess. A
    very short sound may jump over the loudness asked for, where a block of it passes the gate.
    """
    slope, tried = 1.0, None
    for _ in range(ROUNDS):
        now = _heard(limiter, gain, ceiling)
        if math.isinf(now.loudness) or abs(loudness - now.loudness) <= CLOSE:
            return now
        if tried is not None:
            slope = (now.loudness - tried.loudness) / (now.gain - tried.gain)
            slope = min(1.0, max(FLATTEST, slope))
        tried = now
        gain += (loudness - now.loudness) / slope
        if gain > MOST:
            break
    return now


def _heard(limiter: Limiter, gain: float, ceiling: float) -> Levelled:
    sound = limiter.at(gain, ceiling)
    return Levelled(sound, gain, level_of(sound))
