"""Every figure of a sound file that says how it will sound on a loudspeaker."""

import math
from typing import Any

import numpy as np

from ..model import Record
from . import id3, intake, loudness
from .bands import bands, shares
from .flaws import clipping, decibels, offset
from .pcm import Pcm
from .peak import true_peak
from .silence import silence
from .structure import Structure, constant, structure, tag_version
from .waveform import POINTS, waveform

DIGITS = 2


class Measurement(Record):
    """What one sound file measures. None where silence has no such figure.

    Levels are those of all channels together, as the standards have it; what has to do with horn
    loudspeakers is measured on the mix to one channel that they play.
    """

    seconds: float
    rate: int  # Hz
    channels: int
    bitrate: int  # kbit/s on average, of the sound without tags
    constant: bool | None  # constant bit rate; None where a format has no such thing
    loudness: float | None  # LUFS integrated, ITU-R BS.1770-5
    loudness_range: float  # LU, EBU Tech 3342
    momentary: float | None  # LUFS, highest of 400 ms
    short_term: float | None  # LUFS, highest of 3 s; None when shorter
    true_peak: float | None  # dBTP
    crest: float | None  # dB between the highest sample and the RMS
    longest_silence: float  # s
    inner_silence: float  # s, the longest between two sounds
    leading_silence: float  # s
    trailing_silence: float  # s
    silent: float  # 0…1, share of the time
    low_band: float  # 0…1, share of the energy below 300 Hz
    horn_band: float  # 0…1, in 300-4000 Hz
    high_band: float  # 0…1, above 4000 Hz
    clipped: int  # samples in runs of three or more at full scale
    clipped_run: int  # the longest such run
    offset: float | None  # dB, of the mean of all samples (direct current)
    structure: Structure | None  # of an MP3
    tag: str  # "ID3v2.3", empty without a tag
    texts: dict[str, str]  # ID3 frame name: text


class Curves(Record):
    """What there is to draw of a sound."""

    seconds: float
    waveform: bytes  # `audio.waveform`
    momentary: tuple[float, ...]  # LUFS, a window of 400 ms beginning at each 100 ms
    short_term: tuple[float, ...]  # LUFS, the same of 3 s

    @property
    def points(self) -> int:
        """Points of the waveform in a second."""
        return POINTS


def measure(content: bytes) -> Measurement:
    """Figures of a sound file in any format that `intake` reads. Raises SoundError."""
    return both(content)[0]


def both(content: bytes) -> tuple[Measurement, Curves]:
    """The figures of a sound file and its curves, decoded once. Raises SoundError."""
    samples, rate = intake.read(content)
    channels = [Pcm(np.ascontiguousarray(channel), rate) for channel in samples.T]
    mix = intake.mono(samples, rate)
    energies = loudness.block_energies(*channels)
    figures: dict[str, Any] = {
        **_levels(channels, mix, energies),
        **_silences(mix),
        **_bands(mix),
        **_flaws(channels),
    }
    found = structure(content)
    start, end = id3.sound(content)
    average = round((end - start) * 8 / mix.seconds / 1000)
    measurement = Measurement(
        seconds=round(mix.seconds, 3),
        rate=rate,
        channels=len(channels),
        bitrate=found.bitrate if found and found.constant else average,
        constant=found.constant if found else constant(content),
        structure=found,
        tag=tag_version(content),
        texts=dict(sorted(id3.read(content).items())),
        **figures,
    )
    return measurement, curves(energies, waveform(mix), mix.seconds)


def curves(energies: loudness.Energies, outline: bytes, seconds: float) -> Curves:
    """From 100 ms energies and a waveform."""
    return Curves(
        seconds=seconds,
        waveform=outline,
        momentary=tuple(loudness.curve(energies, loudness.MOMENTARY).tolist()),
        short_term=tuple(loudness.curve(energies, loudness.SHORT).tolist()),
    )


def _levels(channels: list[Pcm], mix: Pcm, energies: loudness.Energies) -> dict[str, float | None]:
    return {
        "loudness": _known(loudness.integrated_from(energies)),
        "loudness_range": round(loudness.spread(energies), DIGITS),
        "momentary": _known(float(loudness.momentary(*channels).max(initial=-np.inf))),
        "short_term": _known(float(loudness.short_term(*channels).max(initial=-np.inf))),
        "true_peak": _known(max(map(true_peak, channels))),
        "crest": _known(_crest(mix)),
    }


def _silences(mix: Pcm) -> dict[str, float]:
    found = silence(mix)
    return {
        "longest_silence": round(found.longest, DIGITS),
        "inner_silence": round(found.inner, DIGITS),
        "leading_silence": round(found.lead, DIGITS),
        "trailing_silence": round(found.tail, DIGITS),
        "silent": round(found.total / mix.seconds, 4),
    }


def _bands(mix: Pcm) -> dict[str, float]:
    low, horn, high = (round(share, 4) for share in shares(bands(mix)))
    return {"low_band": low, "horn_band": horn, "high_band": high}


def _flaws(channels: list[Pcm]) -> dict[str, float | None]:
    found = [clipping(channel) for channel in channels]
    shifted = max((offset(channel) for channel in channels), key=abs)
    return {
        "clipped": sum(each.samples for each in found),
        "clipped_run": max(each.longest for each in found),
        "offset": _known(decibels(shifted)),
    }


def _known(level: float) -> float | None:
    return round(level, DIGITS) if np.isfinite(level) else None


def _crest(pcm: Pcm) -> float:
    rms = float(np.sqrt(np.square(pcm.samples, dtype=np.float64).mean()))
    return decibels(float(np.abs(pcm.samples).max()) / rms) if rms > 0 else math.nan
