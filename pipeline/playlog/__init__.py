"""What stations really played: logs taken in, kept as files, counted against what was planned."""

from .book import Book
from .early import Early
from .intake import Taken, take_in
from .outcome import UNTOLD, Outcome, Outcomes, outcomes
from .planned import Broadcast, planned, titles_of
from .record import Play, PlayLog
from .tally import Count, Results, Row, results

__all__ = [
    "UNTOLD",
    "Book",
    "Broadcast",
    "Count",
    "Early",
    "Outcome",
    "Outcomes",
    "Play",
    "PlayLog",
    "Results",
    "Row",
    "Taken",
    "outcomes",
    "planned",
    "results",
    "take_in",
    "titles_of",
]
