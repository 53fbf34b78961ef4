"""The outline of a sound, small enough to keep beside its figures."""

import numpy as np

from .pcm import Pcm

POINTS = 20  # a second
TOP = 255  # full scale


def waveform(pcm: Pcm) -> bytes:
    """Highest absolute sample of each 50 ms, one byte each: 0 … 255 at full scale."""
    edges = np.arange(0, len(pcm.samples), pcm.rate / POINTS).astype(np.int64)
    peaks = np.maximum.reduceat(np.abs(pcm.samples), edges)
    return np.clip(np.round(peaks * TOP), 0, TOP).astype(np.uint8).tobytes()


def coarser(outline: bytes, factor: int) -> list[int]:
    """The same with the highest of each `factor` points."""
    points = np.frombuffer(outline, np.uint8)
    highest: list[int] = np.maximum.reduceat(points, np.arange(0, len(points), factor)).tolist()
    return highest
