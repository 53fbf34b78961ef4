"""Sound as numbers: mono, float32, full scale ±1."""

import io
from dataclasses import dataclass

import numpy as np
import soundfile
from numpy.typing import NDArray

from ..errors import SoundError

Samples = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Pcm:
    """Mono sound. `samples` has shape (n,), float32, full scale ±1; `rate` is in Hz."""

    samples: Samples
    rate: int

    @property
    def seconds(self) -> float:
        """Duration."""
        return len(self.samples) / self.rate

    def gained(self, decibels: float) -> "Pcm":
        """The same sound, louder or softer."""
        return Pcm(self.samples * np.float32(10 ** (decibels / 20)), self.rate)

    def to_wav(self) -> bytes:
        """As a 16-bit WAV file. Samples beyond full scale are clipped."""
        target = io.BytesIO()
        soundfile.write(target, self.samples, self.rate, format="WAV", subtype="PCM_16")
        return target.getvalue()

    @classmethod
    def from_wav(cls, content: bytes) -> "Pcm":
        """Read a mono WAV file as written by `to_wav`. Raises SoundError."""
        try:
            samples, rate = soundfile.read(io.BytesIO(content), dtype="float32")
        except soundfile.LibsndfileError as error:
            raise SoundError(f"Không phải tệp WAV đọc được ({error}).") from error
        if samples.ndim != 1:
            raise SoundError(f"Cần âm thanh một kênh, tệp có {samples.shape[1]} kênh.")
        return cls(samples, int(rate))
