"""The outline of a sound, small enough to keep beside its figures."""

import numpy as np

from .pcm import Pcm
from .silence import runs

POINTS = 20  # a second
TOP = 255  # full scale


def waveform(pcm: Pcm) -> bytes:
    """Highest absolute sample of each 50 ms, one byte each: 0 … 255 at full scale."""
    edges = np.arange(0, len(pcm.samples), pcm.rate / POINTS).astype(np.int64)
    peaks = np.maximum.reduceat(np.abs(pcm.samples), edges)
    return np.clip(np.round(peaks * TOP), 0, TOP).astype(np.uint8).tobytes()


def gaps(outline: bytes, least: float) -> list[tuple[float, float]]:
    """Where silences of at least `least` seconds begin and end, each to 25 ms; see `silence.gaps`.

    Silent is what is drawn as nothing (below -54 dB). It begins and ends within the points beside
    it: in their middle, unless the sound itself begins or ends there.
    """
    points = np.frombuffer(outline, np.uint8)
    spans = runs(points == 0)
    found = [
        (first - 0.5 if first else 0.0, last + (0.5 if last < len(points) else 0.0))
        for first, last in spans
    ]
    return [(a / POINTS, b / POINTS) for a, b in found if (b - a) / POINTS >= least]


def coarser(outline: bytes, factor: int) -> list[int]:
    """The same with the highest of each `factor` points."""
    points = np.frombuffer(outline, np.uint8)
    highest: list[int] = np.maximum.reduceat(points, np.arange(0, len(points), factor)).tolist()
    return highest
