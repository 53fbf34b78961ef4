"""What there is to do, as records. A task is a job and the keys of what goes into it.

A key is the SHA-256 of the whole job record and of the input keys, so a field cannot be forgotten.
`version` belongs to the stage that does the job: raise it when the same job gives other bytes.
"""

import hashlib
from functools import cached_property
from typing import Literal

import msgspec

from ..model import Record, Setting, VoiceChoice

Key = str  # 64 hexadecimal digits


class Speak(Record, tag="speak"):
    """Words -> speech, WAV, mono, 16 bit, the engine's own rate, silence at both ends trimmed."""

    version: int = 1
    engine: str
    revision: str  # of the engine: another one may say the same words differently
    voice: str
    settings: dict[str, Setting]
    words: str

    @property
    def choice(self) -> VoiceChoice:
        """The voice asked for."""
        return VoiceChoice(engine=self.engine, voice=self.voice, settings=self.settings)


class Decode(Record, tag="decode"):
    """A person's sound file -> WAV, mono, 16 bit, `rate` Hz."""

    version: int = 3
    source: str  # SHA-256 of the file
    rate: int


class Part(Record):
    """One sound on the timeline of a piece, and the silence after it."""

    input: int  # index into the task's inputs
    kind: Literal["speech", "music"]
    pause: int  # ms after it; below 0, the next sound begins before this one ends
    voice: str = ""  # whose speech it is: all of one voice has one gain
    gain: float = 0.0  # LU relative to the speech
    fade_in: int = 10  # ms
    fade_out: int = 10  # ms


class Bed(Record):
    """Music around words: open before and after them, ducked or silent under them."""

    input: int
    gain: float  # LU relative to the speech, where nobody speaks
    ducked: float | None  # LU relative to the speech, under words; None: silent
    lead: int  # ms of open bed before the first word
    swell: int  # ms in which it comes in
    tail: int  # ms of open bed after the last word, fading


class Arrange(Record, tag="arrange"):
    """Speech and music -> one piece, WAV, mono, 16 bit, `rate` Hz, quiet at both ends.

    Each voice and each piece of music is shaped, limited and set to its level on its own: what
    that makes of one moves nothing against the others.
    """

    version: int = 5
    rate: int
    chain: str  # of `pipeline.audio.chains`
    headroom: float  # dB by which true peaks may stand above the words
    parts: tuple[Part, ...]
    bed: Bed | None = None


class Master(Record, tag="master"):
    """A piece -> the same piece at its final level: measure, gain, limit, measure."""

    version: int = 5
    loudness: float  # LUFS
    true_peak: float  # dBTP


class Encode(Record, tag="encode"):
    """A mastered piece -> whole MP3 frames, constant bit rate, no header frame, no tag.

    The level is checked on the decoded MP3 and corrected for what the encoder takes away.
    """

    version: int = 5
    rate: int  # Hz; the piece is brought to it first
    bitrate: int  # kbit/s
    loudness: float  # LUFS of the decoded MP3
    true_peak: float  # dBTP of the decoded MP3


class Meter(Record, tag="meter"):
    """An encoded piece -> JSON: what its decoded sound measures."""

    version: int = 2


Job = Speak | Decode | Arrange | Master | Encode | Meter


class Task(Record, dict=True, gc=True):
    """A job, what goes into it, and for people what it is."""

    job: Job
    inputs: tuple[Key, ...] = ()
    label: str = ""  # outside the key: renaming a thing does not remake it

    @cached_property
    def key(self) -> Key:
        """SHA-256 over the job record and the input keys, in order."""
        record = msgspec.json.encode((self.job, self.inputs), order="deterministic")
        return hashlib.sha256(record).hexdigest()
