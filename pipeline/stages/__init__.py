"""One pure function per job: bytes in, bytes out."""

from .meter import PieceMeasure
from .perform import perform
from .sources import Sources

__all__ = ["PieceMeasure", "Sources", "perform"]
