"""Music around the words."""

from typing import Literal

from .record import Record

JingleKind = Literal["signature", "sting", "bed"]


class Jingle(Record):
    """A piece of music with its licence. Levels are relative to speech."""

    id: str
    kind: JingleKind
    file: str  # path relative to the project folder
    sha256: str  # of the file's bytes
    licence: str  # SPDX identifier or a sentence; never empty
    author: str = ""
    gain: float = 0.0  # LU relative to the speech
    fade_in: int = 10  # ms
    fade_out: int = 300  # ms
    seconds: float = 0.0  # duration of the file, for estimates
