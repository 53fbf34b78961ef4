"""Seeded noises of a village at 16 kHz: traffic, many talking at once, rain on a roof."""

import numpy as np
from scipy.signal import butter, sosfilt

from .metrics import RATE, Sound


def traffic(seconds: float, seed: int = 1) -> Sound:
    """Tyres and engines that come and go; mostly below 1 kHz."""
    random = np.random.default_rng(seed)
    time = np.arange(round(seconds * RATE)) / RATE
    tyres = sosfilt(butter(1, (250, 1200), "bandpass", fs=RATE, output="sos"), _white(random, time))
    out = 0.3 * tyres / np.std(tyres)
    for passing in np.arange(0, seconds, 2.5):
        near = np.exp(
            -np.square((time - passing - random.uniform(0, 2.5)) / random.uniform(0.6, 1.5))
        )
        turning = random.uniform(45, 110)  # Hz
        drift = turning * (1 + 0.05 * np.sin(time * random.uniform(0.5, 2)))
        phase = 2 * np.pi * np.cumsum(drift) / RATE
        engine = sum(np.sin(n * phase + random.uniform(0, 6)) / n**0.8 for n in range(1, 25))
        out += near * (0.35 * engine + 0.8 * tyres / np.std(tyres))
    return out


def babble(seconds: float, voices: list[Sound], seed: int = 2) -> Sound:
    """Several people at once, each beginning somewhere else."""
    random = np.random.default_rng(seed)
    out = np.zeros(round(seconds * RATE))
    for voice in voices:
        out += np.roll(np.resize(voice, len(out)), random.integers(len(out))) / np.std(voice)
    return out


def rain(seconds: float, seed: int = 3) -> Sound:
    """A steady hiss and single drops."""
    random = np.random.default_rng(seed)
    time = np.arange(round(seconds * RATE)) / RATE
    hiss = sosfilt(butter(1, 600, "highpass", fs=RATE, output="sos"), _white(random, time))
    drops = np.where(random.random(len(time)) < 40 / RATE, random.exponential(6.0, len(time)), 0.0)
    body = sosfilt(butter(2, (900, 4000), "bandpass", fs=RATE, output="sos"), drops)
    return hiss / np.std(hiss) + 0.7 * body / np.std(body)


def _white(random: np.random.Generator, time: Sound) -> Sound:
    return random.standard_normal(len(time))
