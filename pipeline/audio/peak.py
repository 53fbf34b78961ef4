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
    highest = 0.0
    for start in range(0, len(pcm.samples), step):
        before = min(lap, start)
        piece = pcm.samples[start - before : start + step + lap]
        highest = max(highest, _highest(piece, pcm.rate, before, step))
    return 20 * math.log10(highest) if highest > 0 else -math.inf


def _highest(samples: Samples, rate: int, skip: int, count: int) -> float:
    """Of `count` samples after the first `skip`: what lies around them is only for the filter."""
    up = soxr.resample(samples, rate, rate * OVERSAMPLING, quality="HQ")
    inside = up[skip * OVERSAMPLING : (skip + count) * OVERSAMPLING]
    own = samples[skip : skip + count]
    return max(float(np.abs(inside).max(initial=0)), float(np.abs(own).max(initial=0)))
