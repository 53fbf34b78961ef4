"""What became of a broadcast, as far as anybody can know at a given hour."""

from collections.abc import Callable
from datetime import datetime
from functools import cache

from ..model import Record
from .book import Book
from .planned import Broadcast
from .record import Play


class Outcome(Record):
    """Still to come; or told of by its station; or neither: nobody has told."""

    to_come: bool = False
    play: Play | None = None  # what the latest report says of it, never of what is to come


Outcomes = Callable[[Broadcast], Outcome]
UNTOLD = Outcome()


def outcomes(book: Book, now: datetime) -> Outcomes:
    """Tells it of any broadcast; each log is read once. `now` with its zone.

    What it gives raises ProjectError when a kept log cannot be read.
    """
    plays = cache(book.plays)

    def outcome(each: Broadcast) -> Outcome:
        if each.is_to_come(now):
            return Outcome(to_come=True)
        return Outcome(play=plays(str(each.week), each.station.code).get(each.code))

    return outcome
