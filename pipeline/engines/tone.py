"""A demonstration voice of sine pips: exact, instant, and silent about nothing.

Each syllable is a pip of `pip` ms followed by `gap` ms of silence, the last one by none, so n
syllables last n * pip + (n - 1) * gap ms to the sample. A syllable is a word with a letter or digit
in it, which for guarded Vietnamese words is exactly a syllable. Its pitch follows from its letters,
so the same word always whistles the same note and a changed word can be heard.
"""

import unicodedata
import zlib

import numpy as np

from ..audio.pcm import Pcm, Samples
from ..errors import EngineFault, EngineUnavailable
from ..model import VoiceChoice
from .base import Surroundings
from .settings import Whole, settle

RATE = 16_000  # Hz; 16 samples to the millisecond
AMPLITUDE = 0.25
EDGE = 5  # ms of raised cosine at both ends of a pip
OCTAVES = 2  # the notes lie above the voice's lowest
VOICES = {"": 330.0, "low": 220.0, "high": 440.0}  # lowest note, Hz
SCHEMA = {"pip": Whole(200, 20, 1000), "gap": Whole(50, 0, 1000)}  # ms


class Tone:
    """Engine "tone". Voices: "", "low", "high"."""

    name = "tone"
    revision = "1"
    network = False
    concurrency = 64
    terms = "Tiếng bíp tự tạo để thử chương trình; không phải giọng đọc, không ràng buộc gì."

    def __init__(self, surroundings: Surroundings) -> None:
        del surroundings  # it needs nothing of the world

    def ready(self, voice: VoiceChoice) -> None:
        """Return: it always is."""

    def speak(self, words: str, voice: VoiceChoice) -> Pcm:
        """Pips at 16,000 Hz. Raises EngineFault when there is no syllable."""
        settings = settle(self.name, SCHEMA, voice.settings)
        if voice.voice not in VOICES:
            known = ", ".join(f"“{name}”" for name in VOICES)
            raise EngineUnavailable(self.name, f"Không có giọng “{voice.voice}”; có: {known}.")
        syllables = [word for word in words.split() if any(map(str.isalnum, word))]
        if not syllables:
            raise EngineFault(self.name, "Không có từ nào để đọc.")
        pip, gap = (int(settings[name]) * RATE // 1000 for name in ("pip", "gap"))
        sound = np.zeros((len(syllables), pip + gap), dtype=np.float32)
        for row, syllable in zip(sound, syllables, strict=True):
            row[:pip] = _pip(VOICES[voice.voice] * _interval(syllable), pip)
        flat = sound.reshape(-1)
        return Pcm(flat[: len(flat) - gap], RATE)

    def close(self) -> None:
        """Nothing to let go of."""


def _interval(syllable: str) -> float:
    """How far above the lowest note, as a frequency ratio."""
    letters = "".join(filter(str.isalnum, unicodedata.normalize("NFC", syllable).lower()))
    height = zlib.crc32(letters.encode()) / 2**32
    return float(2 ** (OCTAVES * height))


def _pip(frequency: float, length: int) -> Samples:
    time = np.arange(length) / RATE
    sine = AMPLITUDE * np.sin(2 * np.pi * frequency * time)
    edge = EDGE * RATE // 1000
    rise = 0.5 - 0.5 * np.cos(np.pi * np.arange(edge) / edge)
    sine[:edge] *= rise
    sine[length - edge :] *= rise[::-1]
    return sine.astype(np.float32)
