"""What a player shows of a bulletin."""

from .record import Record


class Tag(Record):
    """Plain text; `pipeline.audio.id3` fits it into ID3v2.3 and ID3v1."""

    title: str
    artist: str
    album: str
    track: int
    of: int
    year: int
    date: str  # "DDMM"
    comment: str
    language: str = "vie"  # ISO 639-2
