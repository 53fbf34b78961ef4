"""True peak after ITU-R BS.1770-5 annex 2: the highest value between the samples too."""

import math
from collections.abc import Iterator

import numpy as np
import soxr

from .pcm import Pcm, Samples

OVERSAMPLING = 4
CHUNK = 2  # s at a time; memory stays flat
OVERLAP = 0.05  # s around a chunk, for the filter


def true_peak(pcm: Pcm) -> float:
    """Highest absolute value of the four times oversampled sound, dBTP; -inf for silence."""
    peaks = block_peaks(pcm, CHUNK * pcm.rate)
    highest = max(float(peaks.max(initial=0)), float(np.abs(pcm.samples).max(initial=0)))
    return 20 * math.log10(highest) if highest > 0 else -math.inf


def block_peaks(pcm: Pcm, step: int) -> Samples:
    """Highest absolute value of each `step` samples, between the samples too, full scale 1."""
    chunk = max(1, CHUNK * pcm.rate // step) * step
    found = [_highest(up, step * OVERSAMPLING) for up in _oversampled(pcm.samples, pcm.rate, chunk)]
    return np.concatenate(found) if found else np.zeros(0, dtype=np.float32)


def _oversampled(samples: Samples, rate: int, chunk: int) -> Iterator[Samples]:
    """Each chunk, oversampled with its surroundings and then cut to itself."""
    lap = round(OVERLAP * rate)
    for start in range(0, len(samples), chunk):
        before, end = min(lap, start), min(start + chunk, len(samples))
        piece = samples[start - before : end + lap]
        up = soxr.resample(piece, rate, rate * OVERSAMPLING, quality="HQ")
        yield up[before * OVERSAMPLING : (before + end - start) * OVERSAMPLING]


def _highest(samples: Samples, step: int) -> Samples:
    """Highest absolute value of each `step` values; the last may be fewer."""
    starts = np.arange(0, len(samples), step)
    highest: Samples = np.maximum(
        np.maximum.reduceat(samples, starts), -np.minimum.reduceat(samples, starts)
    )
    return highest
