"""Level is set once per piece: shape, measure, one static gain, limit, measure again."""

import math

from .chains import shape
from .limiter import limit
from .loudness import integrated
from .pcm import Pcm

CLOSE = 0.02  # LU
ROUNDS = 6


def master(pcm: Pcm, chain: str, loudness: float, true_peak: float) -> Pcm:
    """The piece at `loudness` LUFS with no true peak above `true_peak` dBTP.

    Silence stays silence. The limiter takes some loudness away, so the gain is found in a few
    rounds; it is one number for the whole piece.
    """
    shaped = shape(pcm, chain)
    level = integrated(shaped)
    if math.isinf(level):
        return shaped
    gain = loudness - level
    for _ in range(ROUNDS):
        finished = limit(shaped.gained(gain), true_peak)
        missing = loudness - integrated(finished)
        if abs(missing) <= CLOSE:
            break
        gain += missing
    return finished
