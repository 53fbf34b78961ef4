"""Loudness after ITU-R BS.1770-5 annex 1, of one or two channels; range after EBU Tech 3342.

Functions that take several `Pcm` measure them together, as the channels of one sound: left and
right have the same weight.
"""

import math
from collections.abc import Sequence

import numpy as np
import scipy
from numpy.typing import NDArray

from .pcm import Pcm

BLOCK = 0.1  # s; a gating block is 400 ms with 75 % overlap: four of these
GATING = 4
ABSOLUTE = -70.0  # LUFS, eq. (4)
RELATIVE = -10.0  # LU, eq. (6)
OFFSET = -0.691  # LU, eq. (2)
FINE = 0.01  # s between the points of the curves, so that no short event falls between two
MOMENTARY, SHORT = 0.4, 3.0  # s of a window, EBU Tech 3341 clause 2.2
RANGE_GATE = -20.0  # LU, Tech 3342 clause 2.2
CHUNK = 10  # s at a time; memory stays flat
Energies = NDArray[np.float64]


def block_energies(*channels: Pcm) -> Energies:
    """Mean square of the K-weighted sound for each whole 100 ms, shape (n,)."""
    return _energies(channels, BLOCK)


def integrated(*channels: Pcm) -> float:
    """Gated loudness of the whole sound, LUFS; -inf for silence or less than 400 ms."""
    return integrated_from(block_energies(*channels))


def level_of(pcm: Pcm) -> float:
    """Like `integrated`, but what is shorter than 400 ms counts with silence after it, LUFS."""
    short = max(0, GATING * round(BLOCK * pcm.rate) - len(pcm.samples))
    return integrated(Pcm(np.pad(pcm.samples, (0, short)), pcm.rate) if short else pcm)


def integrated_from(energies: Sequence[float] | Energies) -> float:
    """Gated loudness, LUFS, from 100 ms energies: those of pieces may simply be put in a row."""
    blocks = _sliding(np.asarray(energies, dtype=np.float64), GATING)
    loud = blocks[_level(blocks) > ABSOLUTE]  # eq. (5)
    if len(loud) == 0:
        return -math.inf
    gate = float(_level(loud.mean())) + RELATIVE  # eq. (6)
    return float(_level(loud[_level(loud) > gate].mean()))  # eq. (7)


def momentary(*channels: Pcm) -> Energies:
    """Loudness of each 400 ms window, every 10 ms, LUFS."""
    return _level(_sliding(_energies(channels, FINE), round(MOMENTARY / FINE)))


def short_term(*channels: Pcm) -> Energies:
    """Loudness of each 3 s window, every 10 ms, LUFS; empty for a shorter sound."""
    return _level(_sliding(_energies(channels, FINE), round(SHORT / FINE)))


def curve(energies: Energies, seconds: float) -> Energies:
    """Loudness of each window of `seconds`, every 100 ms, LUFS, from 100 ms energies."""
    return _level(_sliding(energies, round(seconds / BLOCK)))


def spread(energies: Energies) -> float:
    """Loudness range, LU, from 100 ms energies: Tech 3342, 10th to 95th percentile."""
    windows = _sliding(energies, round(SHORT / BLOCK))
    loud = windows[_level(windows) >= ABSOLUTE]
    if len(loud) == 0:
        return 0.0
    levels = _level(loud)
    levels = levels[levels >= float(_level(loud.mean())) + RANGE_GATE]
    low, high = np.quantile(levels, (0.10, 0.95))
    return float(high - low)


def _energies(channels: Sequence[Pcm], block: float) -> Energies:
    """Sum over the channels of the mean square of each whole block, eq. (1) and (3)."""
    step = round(block * channels[0].rate)
    each = [_mean_squares(channel, step) for channel in channels]
    total: Energies = np.sum(each, axis=0)
    return total


def _mean_squares(pcm: Pcm, step: int) -> Energies:
    weighting = _weighting(pcm.rate)
    state = np.zeros((len(weighting), 2))
    whole, chunk = len(pcm.samples) // step * step, CHUNK * pcm.rate // step * step
    found = [np.empty(0)]
    for start in range(0, whole, chunk):
        piece = pcm.samples[start : min(start + chunk, whole)].astype(np.float64)
        weighted, state = scipy.signal.sosfilt(weighting, piece, zi=state)
        found.append(np.square(weighted).reshape(-1, step).mean(axis=1))
    return np.concatenate(found)


def _sliding(energies: Energies, width: int) -> Energies:
    if len(energies) < width:
        return np.empty(0)
    total = np.concatenate([[0.0], np.cumsum(energies)])
    sliding: Energies = (total[width:] - total[:-width]) / width
    return sliding


def _level(energy: Energies | float) -> Energies:
    """Eq. (2)."""
    with np.errstate(divide="ignore"):
        level: Energies = OFFSET + 10 * np.log10(np.maximum(energy, 0.0))
    return level


def _weighting(rate: int) -> NDArray[np.float64]:
    """The two K-weighting stages for any rate, second-order sections.

    The standard gives coefficients for 48 kHz only; these are its analogue prototypes, bilinear
    transformed, which give the tables of annex 1 back at 48 kHz.
    """
    k = math.tan(math.pi * 1681.974450955533 / rate)  # stage 1: head, high shelf
    vh, q = 10 ** (3.999843853973347 / 20), 0.7071752369554196
    vb = vh**0.4996667741545416
    a0 = 1 + k / q + k * k
    shelf = [
        (vh + vb * k / q + k * k) / a0,
        2 * (k * k - vh) / a0,
        (vh - vb * k / q + k * k) / a0,
        1.0,
        2 * (k * k - 1) / a0,
        (1 - k / q + k * k) / a0,
    ]
    k, q = math.tan(math.pi * 38.13547087602444 / rate), 0.5003270373238773  # stage 2: RLB
    a0 = 1 + k / q + k * k
    high_pass = [1.0, -2.0, 1.0, 1.0, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0]
    return np.array([shelf, high_pass])
