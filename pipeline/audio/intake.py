"""The one door for sound that people bring: any common format in, our own format out."""

import io
import warnings

import numpy as np
import soundfile
from numpy.typing import NDArray

from ..errors import SoundError
from ..figures import number, percent
from ..model import LIMITS
from . import extent
from .flaws import clipping, decibels
from .loudness import level_of
from .pcm import Pcm

LONGEST = 3600  # s
RATES = range(4_000, 384_001)  # Hz; outside, what a header says cannot be true of speech
SILENT = 10 ** (-60 / 20)
OPPOSED = 10 ** (-20 / 20)  # a mix so much lower than a channel comes of channels that cancel
OVERSHOOT = 10 ** (3 / 20)  # the most that decoding adds above flat tops
TOO_LONG = "Tệp âm thanh dài hơn một giờ."
Channels = NDArray[np.float32]  # shape (n, channels)


def decode(content: bytes) -> Pcm:
    """Decode a whole sound file, mixed to mono, within full scale. Raises SoundError."""
    if lacking := extent.lacking(content):
        raise SoundError(f"Tệp bị cắt cụt, thiếu {lacking} byte. Hãy chép lại tệp này.")
    channels, rate = read(content)
    centred = _centred(channels)
    mixed = mono(centred, rate).samples
    loudest = centred[:, np.abs(centred).max(axis=0).argmax()]
    if float(np.abs(mixed).max()) < OPPOSED * float(np.abs(loudest).max()):
        mixed = np.ascontiguousarray(loudest)  # one side recorded upside down
    highest = float(np.abs(mixed).max())
    if highest < SILENT:
        raise SoundError("Tệp chỉ có khoảng lặng.")
    _check(channels, Pcm(mixed, rate))
    return Pcm(mixed / np.float32(highest) if highest > 1 else mixed, rate)


def _centred(channels: Channels) -> Channels:
    """Without the direct current of a bad sound card, which would thump at every cut."""
    shift = channels.mean(axis=0, dtype=np.float64)
    if decibels(float(np.abs(shift).max())) <= LIMITS.offset:
        return channels
    centred: Channels = channels - shift.astype(np.float32)
    return centred


def _check(channels: Channels, mixed: Pcm) -> None:
    """Refuse what no mastering can mend: flat tops, and a voice as faint as the noise about it."""
    worst = max(clipping(Pcm(channel, mixed.rate)).samples for channel in channels.T)
    whole = float(np.abs(channels).max()) > OVERSHOOT  # samples with room above full scale
    if not whole and worst > LIMITS.flat * len(channels):
        share = percent(worst / len(channels), 0)
        raise SoundError(
            f"Tiếng bị vỡ vì thu quá to ({share} thời gian chạm trần). "
            "Hãy giảm mức thu rồi thu lại."
        )
    level = level_of(mixed)
    if level < LIMITS.faint:
        told = "" if np.isinf(level) else f" ({number(level, 0)} LUFS)"
        raise SoundError(
            f"Tiếng quá nhỏ{told}, nâng lên chỉ còn tiếng ồn. Hãy thu lại gần micrô hơn."
        )


def read(content: bytes) -> tuple[Channels, int]:
    """Every channel of a sound file, silent or not, and its rate in Hz. Raises SoundError."""
    if not content:
        raise SoundError("Tệp âm thanh rỗng (0 byte).")
    channels, rate = _by_libsndfile(content) or _by_ffmpeg(content)
    if len(channels) == 0:
        raise SoundError("Tệp không chứa âm thanh nào.")
    if len(channels) > LONGEST * rate:
        raise SoundError(TOO_LONG)
    if rate not in RATES:
        raise SoundError(f"Tần số lấy mẫu {rate} Hz không dùng được.")
    if not np.isfinite(channels).all():
        raise SoundError("Tệp có mẫu âm thanh không phải là số. Hãy xuất lại tệp này.")
    return channels, rate


def mono(channels: Channels, rate: int) -> Pcm:
    """All channels mixed to one, each with the same weight."""
    return Pcm(channels.mean(axis=1, dtype=np.float32), rate)


def _by_libsndfile(content: bytes) -> tuple[Channels, int] | None:
    """WAV, FLAC, OGG and MP3, exact to the sample; None for what it does not know."""
    try:
        file = soundfile.SoundFile(io.BytesIO(content))
    except soundfile.LibsndfileError:
        return None
    with file:
        if file.frames > LONGEST * file.samplerate:
            raise SoundError(TOO_LONG)  # known before it fills the memory
        try:
            return file.read(dtype="float32", always_2d=True), int(file.samplerate)
        except soundfile.LibsndfileError as error:
            raise SoundError("Tệp âm thanh bị hỏng hoặc bị cắt cụt. Hãy chép lại tệp.") from error


def _by_ffmpeg(content: bytes) -> tuple[Channels, int]:
    """What phones and offices record: M4A, AMR, WMA, AAC, WebM and the rest."""
    import imageio_ffmpeg

    with warnings.catch_warnings():  # pydub looks for a system ffmpeg as it is imported
        warnings.simplefilter("ignore")
        from pydub import AudioSegment
        from pydub.exceptions import PydubException
    try:
        AudioSegment.converter = imageio_ffmpeg.get_ffmpeg_exe()
    except RuntimeError as error:
        raise SoundError(
            "Chưa đọc được loại tệp này ở máy này. Hãy đổi sang WAV hoặc MP3."
        ) from error
    try:  # this way in asks no ffprobe, which the wheel does not ship
        segment = AudioSegment.from_file_using_temporary_files(
            io.BytesIO(content), duration=LONGEST + 1
        )
    except (PydubException, OSError, EOFError, ValueError, IndexError) as error:
        raise SoundError("Không phải tệp âm thanh đọc được.") from error
    full = float(1 << (8 * segment.sample_width - 1))
    samples = np.array(segment.get_array_of_samples(), dtype=np.float32) / full
    return samples.reshape(-1, segment.channels), segment.frame_rate
