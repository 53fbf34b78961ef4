"""True peak after ITU-R BS.1770-5 annex 2: the highest value between the samples too."""

import math

import numpy as np
import soxr

from .pcm import Pcm, Samples

OVERSAMPLING = 4
CHUNK = 10  # s at a time; memory stays flat
OVERLAP = 0.05


def true_peak(pcm: Pcm) -> float:
    """Highest absolute value of the four times oversampled sound, dBTP; -inf for silence."""
    step, lap = CHUNK * pcm.rate, round(OVERLAP * pcm.rate)
    highest = max(
        (
            _highest(pcm.samples[max(0, at - lap) : at + step + lap], pcm.rate)
            for at in range(0, len(pcm.samples), step)
        ),
        default=0.0,
    )
    return 20 * math.log10(highest) if highest > 0 else -math.inf


def _highest(samples: Samples, rate: int) -> float:
    """Of a stretch of sound, full scale 1."""
    up = soxr.resample(samples, rate, rate * OVERSAMPLING, quality="HQ")
    return max(float(np.abs(up).max(initial=0)), float(np.abs(samples).max(initial=0)))
