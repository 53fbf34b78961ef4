"""What listeners would understand, foretold from clean and received sound at 16 kHz.

STOI and ESTOI are pystoi's. SIIB is its form with a Gaussian channel, after Van Kuyk, Kleijn and
Hendriks, "An evaluation of intrusive instrumental intelligibility metrics" (2018), eq. (1); no
package index carries it.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray
from pystoi import stoi as stoi_of

RATE = 16_000
Sound = NDArray[np.float64]

WINDOW, HOP = 400, 200
LOWEST, HIGHEST = 100.0, 6500.0  # Hz, centres of the first and last auditory filter
ACTIVE = 40.0  # dB below the loudest frames: still speech
MASKING = 0.2  # s a sound covers what follows it
STACK = 15  # frames taken together: 190 ms
PRODUCTION = 0.75  # correlation of two people saying the same


def stoi(clean: Sound, heard: Sound) -> float:
    return float(stoi_of(clean, heard, RATE, extended=False))


def estoi(clean: Sound, heard: Sound) -> float:
    return float(stoi_of(clean, heard, RATE, extended=True))


def siib(clean: Sound, heard: Sound) -> float:
    """Bits a second; wants 20 s of speech or more."""
    scale = max(float(np.std(clean)), 1e-12)
    levels = [_levels(each / scale, clean) for each in (clean, heard)]
    floor = levels[0].min(axis=1, keepdims=True)
    sent, received = (_stacked(_masked(level, floor)) for level in levels)
    _, axes = np.linalg.eigh(np.cov(sent))
    sent, received = axes.T @ sent, axes.T @ received
    both = np.square((sent * received).mean(axis=1))
    alone = np.square(sent).mean(axis=1) * np.square(received).mean(axis=1)
    shared = PRODUCTION**2 * both / np.maximum(alone, 1e-300)
    return float(-0.5 * RATE / HOP / STACK * np.log2(1 - shared).sum())


def _levels(sound: Sound, clean: Sound) -> Sound:
    """Log power of each auditory filter in each frame in which there is speech."""
    spectra = np.square(np.abs(np.fft.rfft(_frames(sound), axis=1))).T
    frames = 10 * np.log10(np.square(_frames(clean)).mean(axis=1) + 1e-16)
    loudest = np.sort(frames)[round(len(frames) * 0.999) - 1]
    active = frames > loudest - ACTIVE
    return np.log(_filters() @ (spectra[:, active] + 1e-16))


def _masked(level: Sound, floor: Sound) -> Sound:
    """Forward masking after Rhebergen: falls to the floor along the log of time."""
    length = round(MASKING * RATE / HOP)
    out = level.copy()
    for late in range(1, length):
        fallen = level - np.log(late + 1) / np.log(length) * (level - floor)
        out[:, late:] = np.maximum(out[:, late:], fallen[:, :-late])
    return out


def _stacked(level: Sound) -> Sound:
    centred = level - level.mean(axis=1, keepdims=True)
    count = centred.shape[1] - STACK
    return np.concatenate([centred[:, late : late + count] for late in range(STACK)])


def _frames(sound: Sound) -> Sound:
    starts = np.arange(0, len(sound) - WINDOW, HOP)
    turn = 2 * np.pi * np.arange(WINDOW) / WINDOW
    window = 0.5 - 0.5 * np.cos(turn)
    return sound[starts[:, np.newaxis] + np.arange(WINDOW)] * window


@cache
def _filters() -> Sound:
    """Power responses of gammatone filters of fourth order, an ERB apart."""
    low, high = (21.4 * np.log10(1 + 0.00437 * each) for each in (LOWEST, HIGHEST))
    centres = (10 ** (np.linspace(low, high, round(high - low)) / 21.4) - 1) / 0.00437
    widths = 1.0186 * 24.7 * (0.00437 * centres + 1)
    hertz = np.fft.rfftfreq(WINDOW, 1 / RATE)
    away = (hertz[np.newaxis, :] - centres[:, np.newaxis]) / widths[:, np.newaxis]
    response = 1 / np.square(1 + np.square(away))
    response /= response.max(axis=1, keepdims=True)
    return np.where(response < 0.001, 0.0, response) ** 2
