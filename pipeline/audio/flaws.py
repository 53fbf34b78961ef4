"""What a recording or an encoder may have done to a sound: flattened tops, a shifted zero."""

import math
from typing import NamedTuple

import numpy as np

from .pcm import Pcm
from .silence import runs

FULL = 32766 / 32768  # from here on a 16-bit sample stands at its end
CLIPPED = 3  # samples in a row at full scale: fewer may be a peak that just fits


class Clipping(NamedTuple):
    """Samples in runs of three or more at full scale."""

    samples: int  # in all such runs
    longest: int  # of them


def clipping(pcm: Pcm) -> Clipping:
    """Flat tops; both figures 0 where there are none."""
    lengths = [end - start for start, end in runs(np.abs(pcm.samples) >= FULL)]
    clipped = [length for length in lengths if length >= CLIPPED]
    return Clipping(sum(clipped), max(clipped, default=0))


def offset(pcm: Pcm) -> float:
    """The mean of all samples (direct current), full scale ±1."""
    return float(pcm.samples.mean(dtype=np.float64))


def decibels(amplitude: float) -> float:
    """Of a linear amplitude, full scale 1; -inf for nothing."""
    return 20 * math.log10(abs(amplitude)) if amplitude else -math.inf
