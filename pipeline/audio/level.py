"""Finding the one gain at which a limited sound has the loudness that is wanted."""

import math

from .limiter import Limiter
from .loudness import level_of
from .pcm import Pcm

CLOSE = 0.02  # LU
ROUNDS = 12
FLATTEST = 0.15  # LU per dB: how little a sound still gains that is limited nearly everywhere


def at_level(limiter: Limiter, loudness: float, ceiling: float, gain: float) -> tuple[Pcm, float]:
    """The limited sound at `loudness` LUFS, or as near as it comes, and its gain in dB.

    `gain` is the first guess. The limiter takes some of what a gain gives, so each step is as long
    as the one before it has shown to be needed (secant method). Silence keeps the first guess.
    """
    slope, tried = 1.0, None
    for _ in range(ROUNDS):
        sound = limiter.at(gain, ceiling)
        level = level_of(sound)
        if math.isinf(level) or abs(loudness - level) <= CLOSE:
            return sound, gain
        if tried is not None:
            slope = min(1.0, max(FLATTEST, (level - tried[1]) / (gain - tried[0])))
        tried = (gain, level)
        gain += (loudness - level) / slope
    return sound, tried[0] if tried else gain
