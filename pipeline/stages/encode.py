"""A mastered piece to MP3 frames."""

from ..audio.mp3 import encode_at
from ..audio.pcm import Pcm
from ..plan.jobs import Encode


def encode(job: Encode, piece: bytes) -> bytes:
    """WAV in, whole MP3 frames out, at the right level once decoded."""
    return encode_at(Pcm.from_wav(piece), job.bitrate, job.loudness, job.true_peak)
