"""Sounds the tests of this folder are made of: sines, speech, music."""

from functools import cache
from pathlib import Path

import numpy as np
import soundfile

from pipeline.audio.pcm import Pcm
from pipeline.engines.base import Surroundings
from pipeline.engines.espeak import Espeak
from pipeline.model import VoiceChoice

JINGLES = sorted((Path(__file__).parents[3] / "jingles").glob("*.wav"))


def sine(hertz: float, decibels: float, seconds: float, rate: int = 48_000) -> Pcm:
    """A sine whose peak is at `decibels` dBFS."""
    time = np.arange(round(seconds * rate)) / rate
    tone = 10 ** (decibels / 20) * np.sin(2 * np.pi * hertz * time)
    return Pcm(tone.astype(np.float32), rate)


def steps(*parts: tuple[float, float], hertz: float = 1000.0, rate: int = 48_000) -> Pcm:
    """One sine that changes its level: (dBFS, seconds) after (dBFS, seconds)."""
    envelope = np.concatenate(
        [np.full(round(seconds * rate), 10 ** (level / 20)) for level, seconds in parts]
    )
    carrier = np.sin(2 * np.pi * hertz * np.arange(len(envelope)) / rate)
    return Pcm((envelope * carrier).astype(np.float32), rate)


def noise(seed: int, seconds: float, decibels: float, rate: int = 44_100) -> Pcm:
    """White noise at `decibels` dBFS RMS."""
    samples = np.random.default_rng(seed).standard_normal(round(seconds * rate))
    return Pcm((samples * 10 ** (decibels / 20)).astype(np.float32), rate)


@cache
def speech(words: str, rate: int = 120, pitch: int = 50) -> Pcm:
    """The embedded voice, at its own 22,050 Hz."""
    choice = VoiceChoice(engine="espeak", settings={"rate": rate, "pitch": pitch})
    return Espeak(Surroundings(offline=True)).speak(words, choice)


def jingle(path: Path) -> Pcm:
    """A jingle of the project, mixed to mono."""
    samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
    return Pcm(np.ascontiguousarray(samples.mean(axis=1)), int(rate))
