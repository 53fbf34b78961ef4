"""What stations really played: logs taken in, kept as files, counted against what was planned."""

from .book import Book
from .intake import Taken, take_in
from .planned import Broadcast, planned
from .record import Play, PlayLog
from .tally import Count, Results, Row, results

__all__ = [
    "Book",
    "Broadcast",
    "Count",
    "Play",
    "PlayLog",
    "Results",
    "Row",
    "Taken",
    "planned",
    "results",
    "take_in",
]
