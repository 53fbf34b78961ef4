"""A piece at its final level."""

from ..audio.mastering import master as mastered
from ..audio.pcm import Pcm
from ..plan.jobs import Master


def master(job: Master, piece: bytes) -> bytes:
    """WAV in, WAV out: measured, one static gain, limited, measured again."""
    sound = mastered(Pcm.from_wav(piece), job.loudness, job.true_peak)
    return sound.to_wav()
