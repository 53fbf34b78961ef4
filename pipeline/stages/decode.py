"""A person's sound file to the working format."""

import hashlib

from ..audio import intake
from ..audio.resample import to_rate
from ..errors import SoundError, refusal
from ..plan.jobs import Decode
from .sources import Sources


def decode(job: Decode, sources: Sources) -> bytes:
    """WAV, mono, at the job's rate. Raises SoundError when the file is not what was planned."""
    path = sources[job.source]
    try:
        content = path.read_bytes()
    except OSError as error:
        raise SoundError(f"Không đọc được {path}: {refusal(error, 'đọc')}") from error
    if hashlib.sha256(content).hexdigest() != job.source:
        raise SoundError(f"{path} đã bị đổi trong lúc đang làm. Hãy chạy lại lệnh này.")
    try:
        sound = intake.decode(content)
    except SoundError as error:
        raise SoundError(f"{path.name}: {error}") from error
    return to_rate(sound, job.rate).to_wav()
