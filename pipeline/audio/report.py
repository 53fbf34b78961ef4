"""Every figure of a sound file that says how it will sound on a loudspeaker."""

import io
import math

import mutagen
import numpy as np
from mutagen.id3 import ID3
from mutagen.mp3 import BitrateMode
from numpy.typing import NDArray
from scipy.signal import welch

from ..errors import SoundError
from ..model import Record
from . import frames, id3, intake
from .loudness import block_energies, integrated_from, short_term, spread
from .pcm import Pcm
from .peak import true_peak

SILENCE = 10 ** (-50 / 20)  # full scale ±1: peaks of 10 ms below this are silence
STEP = 0.01  # s
FULL = 32766 / 32768  # from here on a 16-bit sample stands at its end
CLIPPED = 3  # samples in a row at full scale: one alone may be a peak that just fits
HORN = (300.0, 4000.0)  # Hz
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
    short_term: float | None  # LUFS, highest of 3 s; None when shorter
    true_peak: float | None  # dBTP
    crest: float | None  # dB between the highest sample and the RMS
    longest_silence: float  # s
    silent: float  # 0…1, share of the time
    horn_band: float  # 0…1, share of the energy in 300-4000 Hz
    clipped: int  # samples in runs of three or more at full scale
    tag: str  # "ID3v2.3", empty without a tag
    texts: dict[str, str]  # ID3 frame name: text


def measure(content: bytes) -> Measurement:
    """Figures of a sound file in any format that `intake` reads. Raises SoundError."""
    samples, rate = intake.read(content)
    channels = [Pcm(np.ascontiguousarray(channel), rate) for channel in samples.T]
    pcm = intake.mono(samples, rate)
    longest, silent = _silence(pcm)
    energies = block_energies(*channels)
    bitrate, constant = _bitrate(content, pcm.seconds)
    return Measurement(
        seconds=round(pcm.seconds, 3),
        rate=rate,
        channels=len(channels),
        bitrate=bitrate,
        constant=constant,
        loudness=_known(integrated_from(energies)),
        loudness_range=round(spread(energies), DIGITS),
        short_term=_known(float(short_term(*channels).max(initial=-np.inf))),
        true_peak=_known(max(map(true_peak, channels))),
        crest=_known(_crest(pcm)),
        longest_silence=longest,
        silent=silent,
        horn_band=_horn_band(pcm),
        clipped=sum(_clipped(channel.samples) for channel in channels),
        tag=_version(content),
        texts=dict(sorted(id3.read(content).items())),
    )


def _known(level: float) -> float | None:
    return round(level, DIGITS) if np.isfinite(level) else None


def _crest(pcm: Pcm) -> float:
    rms = float(np.sqrt(np.square(pcm.samples, dtype=np.float64).mean()))
    return 20 * math.log10(float(np.abs(pcm.samples).max()) / rms) if rms > 0 else math.nan


def _silence(pcm: Pcm) -> tuple[float, float]:
    """The longest silence in s, and the share of all silence."""
    step = max(1, round(STEP * pcm.rate))
    blocks = -(-len(pcm.samples) // step)
    padded = np.pad(np.abs(pcm.samples), (0, blocks * step - len(pcm.samples)))
    quiet = padded.reshape(blocks, step).max(axis=1) < SILENCE
    longest = max((end - start for start, end in _runs(quiet)), default=0)
    return round(longest * step / pcm.rate, DIGITS), round(float(quiet.mean()), 4)


def _clipped(channel: NDArray[np.float32]) -> int:
    return sum(
        end - start for start, end in _runs(np.abs(channel) >= FULL) if end - start >= CLIPPED
    )


def _runs(true: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Where each run of True begins and ends."""
    edges = np.flatnonzero(np.diff(true.astype(np.int8), prepend=0, append=0))
    return [(int(start), int(end)) for start, end in edges.reshape(-1, 2)]


def _horn_band(pcm: Pcm) -> float:
    hertz, power = welch(pcm.samples, pcm.rate, nperseg=min(4096, len(pcm.samples)))
    inside = power[(hertz >= HORN[0]) & (hertz <= HORN[1])].sum()
    return round(float(inside / power.sum()), 4) if power.sum() > 0 else 0.0


def _bitrate(content: bytes, seconds: float) -> tuple[int, bool | None]:
    """In kbit/s, and whether it never changes."""
    start, end = id3.sound(content)
    average = round((end - start) * 8 / seconds / 1000)
    try:
        rates = {frame.bitrate for frame in frames.parse(content, start, end)}
    except SoundError:
        return average, _said(content)
    return (rates.pop(), True) if len(rates) == 1 else (average, False)


def _said(content: bytes) -> bool | None:
    """What an MP3 of others says of itself; nothing for other formats."""
    try:
        kind = mutagen.File(io.BytesIO(content))
    except mutagen.MutagenError:
        return None
    mode = getattr(getattr(kind, "info", None), "bitrate_mode", None)
    return None if mode is None else bool(mode == BitrateMode.CBR)


def _version(content: bytes) -> str:
    try:
        return "ID3v{}.{}".format(*ID3(io.BytesIO(content), translate=False).version)
    except mutagen.MutagenError:
        return ""
