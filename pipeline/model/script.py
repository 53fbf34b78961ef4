"""A message's segments in order: the words, who says them, how long it then stays quiet."""

from .record import Record


class Segment(Record):
    """What is synthesised at once."""

    written: str
    spoken: str  # guarded words: Vietnamese letters, spaces and . , ; : ? !
    pause: int  # ms of silence after it
    syllables: int
    role: str = "A"
