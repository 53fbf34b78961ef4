"""A look-ahead peak limiter: it has turned down before the peak comes, and comes back slowly."""

import math

import numpy as np
import scipy
from numpy.typing import NDArray

from .pcm import Pcm
from .peak import block_peaks, true_peak

BLOCK = 0.001  # s; one gain per block, straight lines between
LOOK_AHEAD = 5  # blocks
RELEASE = 0.06  # s
MARGIN = 0.02  # dB: a gain that moves shifts the peaks between samples a little
OVERDONE = 0.15  # dB: another encoding has other peaks
SMEARED = 6  # blocks: half an MP3 granule, within which an encoder moves sound
ROUNDS = 6
AT_ONCE = 1024  # blocks; over many more, what has faded would vanish beside what has not


class Limiter:
    """One sound, whose peaks are found once and which is then limited as often as one likes."""

    def __init__(self, pcm: Pcm) -> None:
        self._pcm = pcm
        self._step = max(1, round(BLOCK * pcm.rate))
        self._peaks = block_peaks(pcm, self._step).astype(np.float64)
        self._spared = np.ones_like(self._peaks)  # what is taken away besides

    def at(self, gain: float, ceiling: float) -> Pcm:
        """The sound `gain` dB louder, its peaks turned down to about `ceiling` dBTP.

        The last few hundredths of a dB are for the caller to measure.
        """
        factor, highest = 10 ** (gain / 20), 10 ** ((ceiling - MARGIN) / 20)
        peaks = self._peaks * factor
        if peaks.max(initial=0) <= 10 ** (ceiling / 20) and self._spared.min(initial=1) == 1:
            return self._pcm.gained(gain)
        wanted = np.minimum(1.0, highest / np.maximum(peaks, 1e-9)) * self._spared
        around = 2 * LOOK_AHEAD + 1
        ahead = scipy.ndimage.minimum_filter1d(wanted, around, mode="nearest")
        # the mean of gains that are each low enough for this block: a slope instead of a step
        smooth = scipy.ndimage.uniform_filter1d(
            _released(ahead, RELEASE / BLOCK), around, mode="nearest"
        )
        limited = self._curve(smooth * factor)
        limited *= self._pcm.samples
        return Pcm(limited, self._pcm.rate)

    def heed(self, heard: Pcm, ceiling: float, late: int) -> None:
        """Take more away wherever `heard`, made of this sound, still has peaks above `ceiling`.

        `late` is by how many samples it lags behind. Only the blocks around those peaks change.
        """
        aligned = Pcm(heard.samples[late : late + len(self._pcm.samples)], heard.rate)
        peaks = block_peaks(aligned, self._step)
        highest = 10 ** (ceiling / 20)
        less = np.where(peaks > highest, 10 ** (-OVERDONE / 20), 1.0)
        less /= np.maximum(peaks / highest, 1.0)
        self._spared[: len(less)] *= scipy.ndimage.minimum_filter1d(less, 2 * SMEARED + 1)

    def _curve(self, gains: NDArray[np.float64]) -> NDArray[np.float32]:
        """A factor for each sample; at both ends of a block at most the block's own gain."""
        corners = np.minimum(gains, np.concatenate([gains[:1], gains[:-1]]))
        ends = np.concatenate([corners[1:], gains[-1:]])
        along = (np.arange(self._step) / self._step).astype(np.float32)
        lines = np.outer((ends - corners).astype(np.float32), along)
        lines += corners.astype(np.float32)[:, np.newaxis]
        curve: NDArray[np.float32] = lines.reshape(-1)[: len(self._pcm.samples)]
        return curve


def limit(pcm: Pcm, ceiling: float) -> Pcm:
    """The sound with no true peak above `ceiling` dBTP; untouched where none is."""
    over = true_peak(pcm) - ceiling
    if over <= 0 or math.isnan(over):  # silence below a ceiling of silence
        return pcm
    limiter, threshold = Limiter(pcm), ceiling
    for _ in range(ROUNDS):
        limited = limiter.at(0.0, threshold)
        over = true_peak(limited) - ceiling
        if over <= 0:
            return limited
        threshold -= over + MARGIN
    return limited.gained(-over - MARGIN)  # nothing that sounds comes here; the ceiling holds


def _released(gains: NDArray[np.float64], blocks: float) -> NDArray[np.float64]:
    """Down at once, up by an exponential with this time constant.

    What is taken away at a block is the most that any block up to it took, faded since then.
    """
    keep = math.exp(-1 / blocks)
    fading = keep ** np.arange(AT_ONCE)
    taken, last = 1.0 - gains, 0.0
    for start in range(0, len(taken), AT_ONCE):
        part = taken[start : start + AT_ONCE]
        faded = fading[: len(part)]
        part[:] = np.maximum(np.maximum.accumulate(part / faded), keep * last) * faded
        last = float(part[-1])
    return 1.0 - taken
