"""The one door for sound that people bring: any common format in, our own format out."""

import io
import warnings

import imageio_ffmpeg
import numpy as np
import soundfile
from numpy.typing import NDArray

from ..errors import SoundError
from .pcm import Pcm

LONGEST = 3600  # s
SILENT = 10 ** (-60 / 20)
Channels = NDArray[np.float32]  # shape (n, channels)


def decode(content: bytes) -> Pcm:
    """Decode a whole sound file, mixed to mono. Raises SoundError for anything else."""
    channels, rate = read(content)
    mixed = mono(channels, rate)
    if float(np.abs(mixed.samples).max()) < SILENT:
        raise SoundError("Tệp chỉ có khoảng lặng.")
    return mixed


def read(content: bytes) -> tuple[Channels, int]:
    """Every channel of a sound file, silent or not, and its rate in Hz. Raises SoundError."""
    if not content:
        raise SoundError("Tệp âm thanh rỗng (0 byte).")
    channels, rate = _by_libsndfile(content) or _by_ffmpeg(content)
    if len(channels) == 0:
        raise SoundError("Tệp không chứa âm thanh nào.")
    if len(channels) > LONGEST * rate:
        raise SoundError("Tệp âm thanh dài hơn một giờ.")
    return channels, rate


def mono(channels: Channels, rate: int) -> Pcm:
    """All channels mixed to one, each with the same weight."""
    return Pcm(channels.mean(axis=1, dtype=np.float32), rate)


def _by_libsndfile(content: bytes) -> tuple[Channels, int] | None:
    """WAV, FLAC, OGG and MP3, exact to the sample; None for what it does not know."""
    try:
        channels, rate = soundfile.read(io.BytesIO(content), dtype="float32", always_2d=True)
    except soundfile.LibsndfileError:
        return None
    return channels, int(rate)


def _by_ffmpeg(content: bytes) -> tuple[Channels, int]:
    """What phones and offices record: M4A, AMR, WMA, AAC, WebM and the rest."""
    with warnings.catch_warnings():  # pydub looks for a system ffmpeg as it is imported
        warnings.simplefilter("ignore")
        from pydub import AudioSegment
        from pydub.exceptions import PydubException
    AudioSegment.converter = imageio_ffmpeg.get_ffmpeg_exe()
    try:  # this way in asks no ffprobe, which the wheel does not ship
        segment = AudioSegment.from_file_using_temporary_files(io.BytesIO(content))
    except (PydubException, OSError, EOFError, ValueError, IndexError) as error:
        raise SoundError("Không phải tệp âm thanh đọc được.") from error
    full = float(1 << (8 * segment.sample_width - 1))
    samples = np.array(segment.get_array_of_samples(), dtype=np.float32) / full
    return samples.reshape(-1, segment.channels), segment.frame_rate
