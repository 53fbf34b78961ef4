"""The last look at every synthesis: is it the speech asked for, or only a file that plays.

Engines fail by answering: with nothing, with silence, with the first second of a minute. What does
not look like speech of so many syllables is refused before anybody keeps it.
"""

import numpy as np

from ..audio.pcm import Pcm, Samples
from ..errors import EngineFault
from ..figures import number

QUIET = 10 ** (-50 / 20)  # full scale ±1; nothing above it is silence
FULL = 0.999
FLAT = 0.01  # share of samples in runs of three or more at full scale: broken, not merely loud
CUT = 0.6  # of the loudness on the whole, at the very end
FASTEST, SLOWEST = 0.08, 1.6  # s for a syllable, pauses inside a sentence included


def check_speech(speech: Pcm, syllables: int, engine: str) -> None:
    """Raise EngineFault unless this may be speech of so many syllables.

    Silence at both ends does not count. Without syllables (0: a language nobody here can count)
    the duration is not judged.
    """
    span = _spoken(speech.samples, engine)
    if _flat(span) > FLAT:
        raise EngineFault(engine, "Tiếng bị vỡ (biên độ chạm trần quá nhiều).")
    seconds = len(span) / speech.rate
    if syllables and not FASTEST <= seconds / syllables <= SLOWEST:
        read = f"Đoạn {syllables} tiếng mà đọc {number(seconds, 1)} giây"
        reason = f"{read}: thiếu hoặc thừa so với lời."
        raise EngineFault(engine, reason)


def check_end(speech: Pcm, engine: str) -> None:
    """Raise EngineFault when the sound stops in the middle of a vowel, as half an answer does.

    Speech fades into something; sound that is as loud in its last 5 ms as on the whole was cut.
    For voices that are synthesised: people cut their recordings as they like.
    """
    span = _spoken(speech.samples, engine)
    last = speech.samples[-max(1, speech.rate // 200) :]
    if _rms(last) > CUT * _rms(span):
        raise EngineFault(engine, "Tiếng bị cắt ngang ở cuối.")


def _rms(samples: Samples) -> float:
    return float(np.sqrt(np.mean(samples.astype(np.float64) ** 2)))


def _spoken(samples: Samples, engine: str) -> Samples:
    """Cut to what lies between the first and the last sound."""
    if len(samples) == 0:
        raise EngineFault(engine, "Bộ đọc trả về âm thanh rỗng.")
    if not np.isfinite(samples).all():
        raise EngineFault(engine, "Bộ đọc trả về âm thanh hỏng.")
    loud = np.flatnonzero(np.abs(samples) > QUIET)
    if len(loud) == 0:
        raise EngineFault(engine, "Bộ đọc trả về toàn khoảng lặng.")
    return samples[loud[0] : loud[-1] + 1]


def _flat(samples: Samples) -> float:
    full = np.abs(samples) >= FULL
    runs = full[:-2] & full[1:-1] & full[2:]
    return float(runs.sum() / len(samples))
