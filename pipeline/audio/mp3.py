"""Sound to MP3 frames and back, by LAME and libsndfile."""

import io
import math

import lameenc
import numpy as np
import soundfile

from ..errors import SoundError
from ..figures import number
from . import frames
from .info import DROPPED
from .level import at_level
from .limiter import Limiter
from .loudness import level_of
from .pcm import Pcm
from .peak import true_peak

QUALITY = 3  # LAME's 0 (best) … 9 (fastest)
LAME_LOSS = 0.446  # dB every LAME takes away at 64-160 kbit/s mono, measured
ROOM = 0.5  # dB left below the ceiling for the peaks LAME adds at 64-96 kbit/s mono
NEAR = 0.3  # dB: peaks that come so close may be above in the next try
NUDGE = 0.05  # dB: another try is another sound
CLOSE = 0.1  # LU
SHORT, JUMP = 1.0, 1.5  # s and LU: how far off a sound so short may remain
TRIES = 20
CHUNK = 10  # s at a time; memory stays flat


def encode(pcm: Pcm, bitrate: int) -> bytes:
    """Whole Layer III frames, CBR mono at the sound's own rate; no header frame, no tag."""
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_bit_rate(bitrate)
    encoder.set_in_sample_rate(pcm.rate)
    encoder.set_out_sample_rate(pcm.rate)  # LAME would choose a lower one at low bit rates
    encoder.set_channels(1)
    encoder.set_quality(QUALITY)
    found = bytearray()
    for start in range(0, max(1, len(pcm.samples)), CHUNK * pcm.rate):
        chunk = np.clip(pcm.samples[start : start + CHUNK * pcm.rate], -1.0, 32767 / 32768)
        found += encoder.encode(np.round(chunk * 32768).astype("<i2").tobytes())
    return bytes(found + encoder.flush())


def decode(content: bytes) -> Pcm:
    """The sound of MP3 frames. Raises SoundError."""
    try:
        samples, rate = soundfile.read(io.BytesIO(content), dtype="float32", always_2d=True)
    except soundfile.LibsndfileError as error:
        raise SoundError(f"Không giải mã được MP3 ({error}).") from error
    return Pcm(np.ascontiguousarray(samples.mean(axis=1)), int(rate))


def encode_at(pcm: Pcm, bitrate: int, loudness: float, true_peak_limit: float) -> bytes:
    """Frames whose decoded sound has `loudness` LUFS and at most `true_peak_limit` dBTP.

    The encoder takes some level away and adds some peak: both are measured on what a listener's
    decoder will give, and corrected. A sound of a second or less may have no gain that gives that
    loudness, because its few blocks pass the gate all at once: it comes as near as it can. Raises
    SoundError when that does not succeed.
    """
    limiter, gain, loss = Limiter(pcm), LAME_LOSS, -LAME_LOSS
    ceiling = true_peak_limit + LAME_LOSS - ROOM
    near: tuple[float, bytes] = (math.inf, b"")
    for _ in range(TRIES):
        sound, gain, given = at_level(limiter, loudness - loss, ceiling, gain)
        content = encode(sound, bitrate)
        heard = decode(content)
        level, peak = level_of(heard), true_peak(heard)
        away = 0.0 if math.isinf(level) else abs(level - loudness)
        if peak <= true_peak_limit:
            near = min(near, (away, content))
            if away <= CLOSE:
                break
        loss = loss if math.isinf(level) else level - given
        limiter.heed(heard, true_peak_limit - NEAR, DROPPED)
        ceiling -= max(NUDGE, (peak - true_peak_limit) / 2)
    if near[0] <= (CLOSE if pcm.seconds > SHORT else JUMP):
        return _checked(near[1])
    raise SoundError(
        f"Không đưa được đoạn này về {number(loudness, 1)} LUFS "
        f"và đỉnh {number(true_peak_limit, 1)} dBTP: "
        f"đo được {number(level)} LUFS, {number(peak)} dBTP."
    )


def _checked(content: bytes) -> bytes:
    first = next(frames.parse(content))
    if first.main_data_begin:
        raise SoundError("Đoạn MP3 không bắt đầu độc lập.")
    return content
