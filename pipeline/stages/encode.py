"""A mastered piece to MP3 frames."""

from ..audio.mp3 import encode_at
from ..audio.pcm import Pcm
from ..audio.resample import to_rate
from ..plan.jobs import Encode


def encode(job: Encode, piece: bytes) -> bytes:
    """WAV in, whole MP3 frames at the job's rate out, at the right level once decoded."""
    sound = to_rate(Pcm.from_wav(piece), job.rate)
    return encode_at(sound, job.bitrate, job.loudness, job.true_peak)
