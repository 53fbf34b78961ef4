"""What stations really played: logs taken in, kept as files, counted against what was planned."""

from .book import Book
from .intake import Taken, take_in
from .planned import Broadcast, planned
from .record import Play, PlayLog
from .tally import Results, results

__all__ = [
    "Book",
    "Broadcast",
    "Play",
    "PlayLog",
    "Results",
    "Taken",
    "planned",
    "results",
    "take_in",
]
