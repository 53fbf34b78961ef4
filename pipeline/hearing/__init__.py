"""Heard back: a machine writes down what it hears, and that is laid beside what should be said.

It hears badly where people hear well, so what it finds is a list of places to listen to, never a
reason to refuse anything.
"""

from .align import Comparison, Difference, compare, words
from .ear import Ear
from .whisper import Whisper

__all__ = ["Comparison", "Difference", "Ear", "Whisper", "compare", "words"]
