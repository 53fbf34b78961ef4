"""Measure an encoded piece once; every bulletin that holds it adds up from these figures."""

import msgspec

from ..audio import loudness, mp3, peak
from ..model import Record


class PieceMeasure(Record):
    """What the decoded MP3 frames of one piece measure."""

    rate: int  # Hz
    samples: int  # decoded length inside a splice
    loudness: float | None  # LUFS integrated; None for silence
    true_peak: float | None  # dBTP; None for silence
    energies: tuple[float, ...]  # K-weighted mean square of each 100 ms


def meter(frames: bytes) -> bytes:
    """MP3 frames -> `PieceMeasure` as JSON."""
    sound = mp3.decode(frames)
    measure = PieceMeasure(
        rate=sound.rate,
        samples=len(sound.samples),
        loudness=_finite(loudness.integrated(sound)),
        true_peak=_finite(peak.true_peak(sound)),
        energies=tuple(float(energy) for energy in loudness.block_energies(sound)),
    )
    return msgspec.json.encode(measure)


def _finite(level: float) -> float | None:
    return None if level == float("-inf") else level
