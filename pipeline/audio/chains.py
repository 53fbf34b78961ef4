"""What is done to a sound's shape before its level is set, by name of the chain."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy.signal import butter, firwin2, oaconvolve, sosfiltfilt

from .pcm import Pcm

# A horn loudspeaker passes little below 350 Hz and above 5.5 kHz; what it cannot give is left out,
# and what carries consonants through echo and engines is raised.
EQ = {250: -7.0, 500: -3.0, 1000: 0.0, 2000: 3.0, 3000: 6.0, 4000: 7.0, 6000: 1.0}  # Hz: dB
BAND = (350.0, 5500.0)  # Hz
SKIRT = 12.0  # dB per octave outside the band
TAPS = 1023
THRESHOLD, RATIO = -28.0, 3.0  # dBFS at a working level of -23 LUFS
ATTACK, RELEASE = 0.005, 0.080  # s
BLOCK = 0.001  # s


def shape(pcm: Pcm, chain: str) -> Pcm:
    """The sound after the named chain. Raises KeyError for an unknown one."""
    return CHAINS[chain](pcm)


def clean(pcm: Pcm) -> Pcm:
    """For indoor and FM use: only rumble is removed, below 80 Hz."""
    sections = butter(2, 80, "highpass", fs=pcm.rate, output="sos")
    return Pcm(sosfiltfilt(sections, pcm.samples).astype(np.float32), pcm.rate)


def pa_horn(pcm: Pcm) -> Pcm:
    """For horn loudspeakers: band, equaliser, compressor."""
    return _compress(_equalise(pcm))


CHAINS: dict[str, Callable[[Pcm], Pcm]] = {"clean": clean, "pa_horn": pa_horn}


def _equalise(pcm: Pcm) -> Pcm:
    nyquist = pcm.rate / 2
    grid = np.geomspace(20, nyquist, 256)
    level = np.interp(np.log(grid), np.log(list(EQ)), list(EQ.values()))
    below = np.maximum(0, np.log2(BAND[0] / grid))
    above = np.maximum(0, np.log2(grid / BAND[1]))
    gains = 10 ** ((level - SKIRT * (below + above)) / 20)
    taps = firwin2(TAPS, [0, *grid[:-1] / nyquist, 1], [0, *gains[:-1], gains[-1]])
    return Pcm(oaconvolve(pcm.samples, taps, mode="same").astype(np.float32), pcm.rate)


def _compress(pcm: Pcm) -> Pcm:
    """Feed-forward, RMS of 1 ms blocks, one gain for all frequencies."""
    step = max(1, round(BLOCK * pcm.rate))
    blocks = -(-len(pcm.samples) // step)
    padded = np.zeros(blocks * step, dtype=np.float64)
    padded[: len(pcm.samples)] = pcm.samples
    power = np.square(padded).reshape(blocks, step).mean(axis=1)
    level = 10 * np.log10(np.maximum(power, 1e-10))
    reduction = np.maximum(0, level - THRESHOLD) * (1 - 1 / RATIO)
    smooth = _followed(reduction)
    gains = 10 ** (-smooth / 20)
    middle = (np.arange(blocks) + 0.5) * step
    curve = np.interp(np.arange(len(pcm.samples)), middle, gains)
    return Pcm((pcm.samples * curve).astype(np.float32), pcm.rate)


def _followed(reduction: NDArray[np.float64]) -> NDArray[np.float64]:
    """Attack and release as one-pole followers on the gain reduction in dB."""
    rise, fall = (float(np.exp(-BLOCK / each)) for each in (ATTACK, RELEASE))
    out, now = np.empty_like(reduction), 0.0
    for index, wanted in enumerate(reduction.tolist()):
        keep = rise if wanted > now else fall
        now = wanted + (now - wanted) * keep
        out[index] = now
    return out
