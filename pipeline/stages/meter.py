"""Measure an encoded piece once; every bulletin that holds it adds up from these figures."""

import msgspec

from ..audio import loudness, mp3, peak
from ..audio.bands import Bands, bands
from ..audio.flaws import clipping, offset
from ..audio.silence import silence
from ..audio.waveform import waveform
from ..model import Record

ENERGY = "<f4"  # how an energy is kept


class Silences(Record):
    """Seconds of silence in a piece; one that is nothing else is all `lead`."""

    lead: float
    inner: float  # the longest between two sounds
    tail: float
    total: float


class PieceMeasure(Record):
    """What the decoded MP3 frames of one piece measure."""

    rate: int  # Hz
    samples: int  # decoded length inside a splice
    loudness: float | None  # LUFS integrated; None for silence
    true_peak: float | None  # dBTP; None for silence
    silences: Silences
    bands: Bands  # mean square below 300 Hz, 300-4000 Hz, above
    clipped: int  # the longest run of samples at full scale; 0 below three
    offset: float  # mean of all samples, full scale ±1
    energies: bytes  # K-weighted mean square of each 100 ms, `ENERGY`
    waveform: bytes  # highest sample of each 50 ms, 255 at full scale

    @property
    def seconds(self) -> float:
        """Duration inside a splice."""
        return self.samples / self.rate


def meter(frames: bytes) -> bytes:
    """MP3 frames -> `PieceMeasure` as JSON."""
    sound = mp3.decode(frames)
    quiet, energies = silence(sound), loudness.block_energies(sound)
    measure = PieceMeasure(
        rate=sound.rate,
        samples=len(sound.samples),
        loudness=_finite(loudness.integrated_from(energies)),
        true_peak=_finite(peak.true_peak(sound)),
        silences=Silences(**{name: round(each, 3) for name, each in quiet._asdict().items()}),
        bands=bands(sound),
        clipped=clipping(sound).longest,
        offset=offset(sound),
        energies=energies.astype(ENERGY).tobytes(),
        waveform=waveform(sound),
    )
    return msgspec.json.encode(measure)


def _finite(level: float) -> float | None:
    return None if level == float("-inf") else level
