"""What is done to a sound's shape before its level is set, by name of the chain."""

from collections.abc import Callable, Iterator

import numpy as np
import scipy
from numpy.typing import NDArray

from .pcm import Pcm, Samples

# The horn chain's figures; docs/horn-bench.md says what they were tuned on and what they gain.
# What a horn or the air swallows is left out, so that the power goes to what arrives; what carries
# consonants through echo and engines is raised.
EQ = {250: -6.0, 500: -5.0, 1000: 1.0, 1500: 3.0, 2000: 6.0, 3000: 8.0, 4000: 9.0, 5000: 5.0}
BAND = (220.0, 4200.0)  # Hz
SKIRTS = (12.0, 24.0)  # dB per octave below and above the band
TAPS = 1023
RUMBLE, ORDER = 80, 4  # Hz; 24 dB per octave
THRESHOLD, RATIO = -40.0, 2.5  # dBFS at a working level of -23 LUFS: soft syllables count too
ATTACK, RELEASE = 0.004, 0.050  # s
BLOCK = 0.001  # s
LOOK_AHEAD = 5  # blocks: the gain has come down when a loud sound begins, not after it
CHUNK = 10  # s at a time; memory stays flat


def clean(pcm: Pcm) -> Pcm:
    """For indoor and FM use: only rumble is removed, below 80 Hz."""
    sections = scipy.signal.butter(ORDER, RUMBLE, "highpass", fs=pcm.rate, output="sos")
    state, out = np.zeros((len(sections), 2)), np.empty_like(pcm.samples)
    for part in _chunks(len(pcm.samples), CHUNK * pcm.rate):
        out[part], state = scipy.signal.sosfilt(
            sections, pcm.samples[part].astype(np.float64), zi=state
        )
    return Pcm(out, pcm.rate)


def pa_horn(pcm: Pcm) -> Pcm:
    """For horn loudspeakers: band, equaliser, compressor."""
    return _compress(_equalise(pcm))


Chain = Callable[[Pcm], Pcm]
CHAINS: dict[str, Chain] = {"clean": clean, "pa_horn": pa_horn}


def _equalise(pcm: Pcm) -> Pcm:
    """Linear phase: nothing is smeared against anything else."""
    taps, half, out = _equaliser(pcm.rate), TAPS // 2, np.empty_like(pcm.samples)
    for part in _chunks(len(pcm.samples), CHUNK * pcm.rate):
        before = min(half, part.start)
        around = pcm.samples[part.start - before : part.stop + half]
        heard = scipy.signal.oaconvolve(around, taps, mode="full")[half + before :]
        out[part] = heard[: part.stop - part.start]
    return Pcm(out, pcm.rate)


def _equaliser(rate: int) -> NDArray[np.float64]:
    nyquist = rate / 2
    grid = np.geomspace(20, nyquist, 256)
    level = np.interp(np.log(grid), np.log(list(EQ)), list(EQ.values()))
    below = SKIRTS[0] * np.maximum(0, np.log2(BAND[0] / grid))
    above = SKIRTS[1] * np.maximum(0, np.log2(grid / BAND[1]))
    gains = 10 ** ((level - below - above) / 20)
    taps: NDArray[np.float64] = scipy.signal.firwin2(
        TAPS, [0, *grid[:-1] / nyquist, 1], [0, *gains[:-1], gains[-1]]
    )
    return taps


def _compress(pcm: Pcm) -> Pcm:
    """Feed-forward with look-ahead, RMS of 1 ms blocks, one gain for all frequencies."""
    step = max(1, round(BLOCK * pcm.rate))
    level = 10 * np.log10(np.maximum(_powers(pcm.samples, step), 1e-10))
    taken = _followed(np.maximum(0, level - THRESHOLD) * (1 - 1 / RATIO))
    ahead = np.concatenate([taken[LOOK_AHEAD:], np.zeros(min(LOOK_AHEAD, len(taken)))])
    gains = 10 ** (-ahead / 20)
    middle, out = (np.arange(len(gains)) + 0.5) * step, np.empty_like(pcm.samples)
    for part in _chunks(len(pcm.samples), CHUNK * pcm.rate):
        out[part] = pcm.samples[part] * np.interp(np.arange(part.start, part.stop), middle, gains)
    return Pcm(out, pcm.rate)


def _powers(samples: Samples, step: int) -> NDArray[np.float64]:
    """Mean square of each `step` samples; what the last lacks counts as silence."""
    starts = np.arange(0, len(samples), step)
    squares = np.square(samples)
    powers: NDArray[np.float64] = np.add.reduceat(squares, starts, dtype=np.float64) / step
    return powers


def _chunks(length: int, size: int) -> Iterator[slice]:
    """Slices of at most `size` that cover `length`."""
    for start in range(0, length, size):
        yield slice(start, min(start + size, length))


def _followed(reduction: NDArray[np.float64]) -> NDArray[np.float64]:
    """Attack and release as one-pole followers on the gain reduction in dB."""
    rise, fall = (float(np.exp(-BLOCK / each)) for each in (ATTACK, RELEASE))
    out, now = np.empty_like(reduction), 0.0
    for index, wanted in enumerate(reduction.tolist()):
        keep = rise if wanted > now else fall
        now = wanted + (now - wanted) * keep
        out[index] = now
    return out
