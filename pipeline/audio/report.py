"""Everything one may want to know about a sound file, in figures."""

import math

import numpy as np
from numpy.typing import NDArray

from ..errors import SoundError
from ..model import Record
from . import frames, id3, intake, loudness
from .pcm import Pcm
from .peak import true_peak

QUIET = 10 ** (-60 / 20)  # full scale ±1; below it is silence
FULL = 32767 / 32768
BAND = (300.0, 4000.0)  # Hz a horn loudspeaker carries well
STEP = 0.01  # s


class Stream(Record):
    """How an MP3 is built."""

    frames: int
    bitrate: int  # kbit/s of the first frame
    constant: bool  # every frame has the same bit rate
    tags: dict[str, str]  # ID3v2 frames


class Measurement(Record):
    """Figures of one file. None where there is nothing to measure."""

    seconds: float
    rate: int  # Hz
    loudness: float | None  # LUFS integrated, ITU-R BS.1770
    short_term: float | None  # LUFS, the loudest 3 s
    range: float | None  # LU, EBU Tech 3342
    true_peak: float | None  # dBTP
    crest: float | None  # dB, peak over RMS
    longest_silence: float  # s
    silent: float  # share of the time
    band: float  # share of the energy between 300 and 4,000 Hz
    clipped: int  # samples at full scale
    stream: Stream | None = None  # for MP3


def measure(content: bytes) -> Measurement:
    """Measure a sound file of any common format. Raises SoundError."""
    sound = intake.decode(content)
    samples = sound.samples.astype(np.float64)
    quiet = _quiet(sound)
    rms = math.sqrt(float(np.square(samples).mean()))
    return Measurement(
        seconds=sound.seconds,
        rate=sound.rate,
        loudness=_finite(loudness.integrated(sound)),
        short_term=_finite(max(loudness.short_term(sound), default=-math.inf)),
        range=loudness.spread(sound),
        true_peak=_finite(true_peak(sound)),
        crest=20 * math.log10(float(np.abs(samples).max()) / rms) if rms else None,
        longest_silence=_longest(quiet) * STEP,
        silent=float(quiet.mean()) if len(quiet) else 0.0,
        band=_band(samples, sound.rate),
        clipped=int((np.abs(samples) >= FULL).sum()),
        stream=_stream(content),
    )


def _quiet(sound: Pcm) -> NDArray[np.bool_]:
    """For each whole 10 ms, whether nothing is to be heard."""
    step = max(1, round(STEP * sound.rate))
    whole = len(sound.samples) // step
    blocks = np.abs(sound.samples[: whole * step]).reshape(whole, step)
    quiet: NDArray[np.bool_] = blocks.max(axis=1, initial=0) < QUIET
    return quiet


def _longest(quiet: NDArray[np.bool_]) -> int:
    edges = np.flatnonzero(np.diff(np.concatenate([[False], quiet, [False]]).astype(np.int8)))
    return int((edges[1::2] - edges[::2]).max(initial=0))


def _band(samples: NDArray[np.float64], rate: int) -> float:
    power = np.square(np.abs(np.fft.rfft(samples)))
    hertz = np.fft.rfftfreq(len(samples), 1 / rate)
    inside = power[(hertz >= BAND[0]) & (hertz <= BAND[1])].sum()
    return float(inside / power.sum()) if power.sum() else 0.0


def _stream(content: bytes) -> Stream | None:
    """The MP3's structure; None for other formats, or for an MP3 with gaps between frames."""
    start, end = id3.sound(content)
    try:
        parsed = list(frames.parse(content, start, end))
    except SoundError:
        return None
    if not parsed:
        return None
    rates = {frame.bitrate for frame in parsed}
    return Stream(
        frames=len(parsed),
        bitrate=parsed[0].bitrate,
        constant=len(rates) == 1,
        tags=id3.read(content),
    )


def _finite(level: float) -> float | None:
    return None if math.isinf(level) else float(level)
