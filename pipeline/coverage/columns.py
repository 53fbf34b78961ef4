"""Columns of the table: what became of the messages that serve a task.

A further column is a class with a title and a `cell`; whoever calls `cover` hands it over.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple, Protocol

from ..figures import count, duration
from ..plan import BundlePlan, Week
from ..playlog import Book, Broadcast

UNTOLD = "chưa báo cáo"


class Column(Protocol):
    """A column. Cells are Vietnamese, and empty where there is nothing to tell."""

    @property
    def title(self) -> str:
        """What stands above it."""

    def cell(self, campaign: str, messages: Collection[str]) -> str:
        """What to say of these messages together."""


class Airings(NamedTuple):
    """How often a message goes on air, all stations together, and for how long."""

    times: int = 0
    seconds: float = 0.0

    def plus(self, other: "Airings") -> "Airings":
        """Both together."""
        return Airings(self.times + other.times, self.seconds + other.seconds)


Aired = Mapping[tuple[str, str], Airings]  # campaign and message -> how often


def airings_of(bundles: Iterable[BundlePlan]) -> Aired:
    """What these stations' plans hold."""
    found: dict[tuple[str, str], Airings] = {}
    for bundle in bundles:
        for bulletin in bundle.bulletins:
            times = len(bulletin.slots)
            for element in bulletin.rundown:
                if element.message:
                    one = Airings(times, times * element.seconds)
                    key = element.campaign, element.message
                    found[key] = found.get(key, Airings()).plus(one)
    return found


def broadcast_airings(broadcasts: Iterable[Broadcast]) -> Aired:
    """What these broadcasts hold."""
    found: dict[tuple[str, str], Airings] = {}
    for broadcast in broadcasts:
        for key, seconds in broadcast.messages.items():
            found[key] = found.get(key, Airings()).plus(Airings(1, seconds))
    return found


def both(one: Aired, other: Aired) -> Aired:
    """Two counts together."""
    keys = one.keys() | other.keys()
    return {key: one.get(key, Airings()).plus(other.get(key, Airings())) for key in keys}


class Planned:
    """How often a week's bulletins say them."""

    def __init__(self, week: Week, aired: Aired) -> None:
        self.title = f"Dự kiến tuần {week.number}/{week.year}"
        self._aired = aired

    def cell(self, campaign: str, messages: Collection[str]) -> str:
        """Times and minutes."""
        return _told(_total(self._aired, campaign, messages))


class Confirmed:
    """How often stations say they played them, of all that was published."""

    title = "Đài xác nhận đã phát"

    def __init__(self, broadcasts: Iterable[Broadcast], book: Book) -> None:
        published = list(broadcasts)
        plays = {
            key: book.plays(*key)
            for key in {(str(each.week), each.station.code) for each in published}
        }
        told = [
            (each, play)
            for each in published
            if (play := plays[str(each.week), each.station.code].get(each.code))
        ]
        self._told = broadcast_airings(each for each, _ in told)
        self._played = broadcast_airings(each for each, play in told if play.played)
        self._published = broadcast_airings(published)

    def cell(self, campaign: str, messages: Collection[str]) -> str:
        """Times and minutes; nothing told is not the same as nothing played."""
        if not _total(self._published, campaign, messages).times:
            return ""
        if not _total(self._told, campaign, messages).times:
            return UNTOLD
        return _told(_total(self._played, campaign, messages)) or "0 lượt"


def _total(aired: Aired, campaign: str, messages: Collection[str]) -> Airings:
    whole = Airings()
    for message in messages:
        whole = whole.plus(aired.get((campaign, message), Airings()))
    return whole


def _told(airings: Airings) -> str:
    if not airings.times:
        return ""
    return f"{count(airings.times)} lượt, {duration(airings.seconds)}"
