"""A look-ahead peak limiter: it has turned down before the peak comes, and comes back slowly."""

import numpy as np
import soxr
from numpy.typing import NDArray
from scipy.ndimage import minimum_filter1d

from .pcm import Pcm
from .peak import OVERSAMPLING, true_peak

BLOCK = 0.001  # s; one gain per block, straight lines between
LOOK_AHEAD = 5  # blocks
RELEASE = 0.06  # s
ROUNDS = 4


def limit(pcm: Pcm, ceiling: float) -> Pcm:
    """The sound with no true peak above `ceiling` dBTP; untouched where none is."""
    threshold = ceiling
    limited = pcm
    for _ in range(ROUNDS):
        over = true_peak(limited) - ceiling
        if over <= 0:
            return limited
        if limited is not pcm:
            threshold -= over + 0.02
        limited = _limited(pcm, 10 ** (threshold / 20))
    return limited


def _limited(pcm: Pcm, ceiling: float) -> Pcm:
    step = max(1, round(BLOCK * pcm.rate))
    peaks = _block_peaks(pcm, step)
    wanted = np.minimum(1.0, ceiling / np.maximum(peaks, 1e-9))
    ahead = minimum_filter1d(wanted, 2 * LOOK_AHEAD + 1, mode="nearest")
    gains = _released(ahead, RELEASE / BLOCK)
    corners = np.minimum(gains, np.concatenate([gains[:1], gains[:-1]]))
    corners = np.concatenate([corners, gains[-1:]])  # both ends of a block at most its own gain
    curve = np.interp(np.arange(len(pcm.samples)), np.arange(len(corners)) * step, corners)
    return Pcm((pcm.samples * curve).astype(np.float32), pcm.rate)


def _block_peaks(pcm: Pcm, step: int) -> NDArray[np.float64]:
    """Highest absolute value of each block, between the samples too."""
    up = np.abs(soxr.resample(pcm.samples, pcm.rate, pcm.rate * OVERSAMPLING, quality="HQ"))
    blocks = -(-len(pcm.samples) // step)
    padded = np.zeros(blocks * step * OVERSAMPLING, dtype=np.float32)
    length = min(len(up), len(padded))
    padded[:length] = up[:length]
    peaks: NDArray[np.float64] = padded.reshape(blocks, -1).max(axis=1).astype(np.float64)
    return peaks


def _released(gains: NDArray[np.float64], blocks: float) -> NDArray[np.float64]:
    """Down at once, up by an exponential with this time constant."""
    keep = float(np.exp(-1 / blocks))
    out, now = np.empty_like(gains), 1.0
    for index, wanted in enumerate(gains.tolist()):
        now = min(wanted, 1 - (1 - now) * keep)
        out[index] = now
    return out
