"""Written Vietnamese to spoken Vietnamese: spans with their rules, and segments for the ear."""

from ..model import Segment
from . import breath, scanner
from .breath import phrases
from .builtin import built_in
from .lexicon import Lexicon
from .span import Reading, Span
from .syllable import length, syllables

BUILT_IN = Lexicon()


def read(text: str, lexicon: Lexicon = BUILT_IN) -> Reading:
    """Every stretch of the text and how it is said. Total: reads or reports, never raises."""
    return scanner.read(text, lexicon)


def say(text: str, lexicon: Lexicon = BUILT_IN) -> str:
    """The spoken form; what cannot be read is missing from it (`read` tells)."""
    return read(text, lexicon).spoken


def segments(text: str, lexicon: Lexicon = BUILT_IN, role: str = "A") -> tuple[Segment, ...]:
    """A paragraph's segments, each with the pause after it."""
    return breath.segments(text, lexicon, role)


__all__ = [
    "Lexicon",
    "Reading",
    "Span",
    "built_in",
    "length",
    "phrases",
    "read",
    "say",
    "segments",
    "syllables",
]
