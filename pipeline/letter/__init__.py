"""From an official letter to a sketched campaign: opened, joined, taken apart, recorded, sketched."""

from .opening import open_letter
from .plain import read_pasted
from .record import read_letter, record
from .sheet import Sheet
from .sketching import name as suggested
from .sketching import sketch

__all__ = [
    "Sheet",
    "open_letter",
    "read_letter",
    "read_pasted",
    "record",
    "sketch",
    "suggested",
]
