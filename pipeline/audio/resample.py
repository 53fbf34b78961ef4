"""One sample rate to another."""

import numpy as np
import soxr

from .pcm import Pcm


def to_rate(pcm: Pcm, rate: int) -> Pcm:
    """The same sound at `rate` Hz."""
    if rate == pcm.rate:
        return pcm
    samples = soxr.resample(pcm.samples, pcm.rate, rate, quality="HQ")
    return Pcm(np.asarray(samples, dtype=np.float32), rate)
