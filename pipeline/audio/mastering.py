"""Level is set once per piece: measure, one static gain, limit, measure again."""

import math

from .level import at_level
from .limiter import MARGIN, Limiter, limit
from .loudness import level_of
from .pcm import Pcm
from .peak import true_peak as peak_of

ROUNDS = 4


def master(pcm: Pcm, loudness: float, true_peak: float) -> Pcm:
    """The piece at `loudness` LUFS with no true peak above `true_peak` dBTP.

    Silence stays silence.
    """
    level = level_of(pcm)
    if math.isinf(level):
        return limit(pcm, true_peak)
    limiter, gain, ceiling = Limiter(pcm), loudness - level, true_peak
    for _ in range(ROUNDS):
        finished, gain, _ = at_level(limiter, loudness, ceiling, gain)
        over = peak_of(finished) - true_peak
        if over <= 0:
            return finished
        ceiling -= over + MARGIN
    return limit(finished, true_peak)
