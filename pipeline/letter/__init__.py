"""From an official letter to a sketched campaign: opened, joined, taken apart, recorded, sketched."""

from .opening import open_letter
from .plain import read_pasted
from .ready import Ready, ready, written_out
from .record import read_letter, record
from .sheet import Sheet
from .sketching import LETTER, message, sketch
from .sketching import name as suggested

__all__ = [
    "LETTER",
    "Ready",
    "Sheet",
    "message",
    "open_letter",
    "read_letter",
    "read_pasted",
    "ready",
    "record",
    "sketch",
    "suggested",
    "written_out",
]
