"""Totals: what was planned, what stations confirm, what nobody has told of, what is to come."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from ..model import Record
from .outcome import UNTOLD, Outcome, Outcomes
from .planned import Broadcast, titles_of


class Count(Record):
    """Broadcasts and their seconds."""

    planned: int = 0
    planned_seconds: float = 0.0
    played: int = 0
    played_seconds: float = 0.0
    missed: int = 0  # the station says it did not play
    to_come: int = 0  # their time has not come, so nobody can tell of them

    @property
    def unreported(self) -> int:
        """Broadcasts whose time has come and of which nobody has told."""
        return self.planned - self.to_come - self.told

    @property
    def told(self) -> int:
        """Broadcasts of which stations have told."""
        return self.played + self.missed

    @property
    def is_silent(self) -> bool:
        """Nothing was told though it could have been: not the same as nothing played."""
        return self.unreported > 0 == self.told

    @property
    def is_to_come(self) -> bool:
        """Nobody can have told anything yet."""
        return self.to_come == self.planned > 0

    def plus(self, seconds: float, outcome: Outcome = UNTOLD) -> "Count":
        """With one more broadcast."""
        play = outcome.play
        played = play is not None and play.played
        return Count(
            planned=self.planned + 1,
            planned_seconds=self.planned_seconds + seconds,
            played=self.played + played,
            played_seconds=self.played_seconds + (seconds if played else 0.0),
            missed=self.missed + (play is not None and not play.played),
            to_come=self.to_come + outcome.to_come,
        )

    def joined(self, other: "Count") -> "Count":
        """Both together."""
        return Count(
            planned=self.planned + other.planned,
            planned_seconds=self.planned_seconds + other.planned_seconds,
            played=self.played + other.played,
            played_seconds=self.played_seconds + other.played_seconds,
            missed=self.missed + other.missed,
            to_come=self.to_come + other.to_come,
        )


class Row(Record):
    """One line of a table."""

    id: str
    name: str
    count: Count


class Missed(Record):
    """A broadcast that a station says it did not play."""

    broadcast: Broadcast
    note: str


class Results(Record):
    """Everything a report tells."""

    first: date
    last: date
    campaign: str  # title, if the report is about one only
    total: Count
    campaigns: tuple[Row, ...]
    stations: tuple[Row, ...]
    days: tuple[Row, ...]
    missed: tuple[Missed, ...]

    @property
    def silent(self) -> tuple[Row, ...]:
        """Stations that have told nothing of what they were to play so far."""
        return tuple(row for row in self.stations if row.count.is_silent)

    @property
    def answered(self) -> tuple[Row, ...]:
        """Stations that have told anything."""
        return tuple(row for row in self.stations if row.count.told)


Told = tuple[Broadcast, float, Outcome]  # a broadcast, its seconds that count, what became of it


def results(
    broadcasts: Iterable[Broadcast],
    outcome: Outcomes,
    first: date,
    last: date,
    campaign: str = "",
) -> Results:
    """Count the broadcasts from `first` to `last`; of one campaign, only what is its own.

    Raises ProjectError when a kept log cannot be read.
    """
    wanted = [each for each in broadcasts if first <= each.slot.day <= last]
    if campaign:
        wanted = [each for each in wanted if campaign in each.campaigns]
    told = list(_told(wanted, outcome, campaign))
    titles = titles_of(wanted)
    return Results(
        first=first,
        last=last,
        campaign=titles.get(campaign, campaign),
        total=_count(told),
        campaigns=tuple(
            Row(id=name, name=title, count=_count(_own(told, name)))
            for name, title in sorted(titles.items(), key=lambda each: each[1])
            if not campaign or name == campaign
        ),
        stations=_rows(told, lambda each: (each.station.code, each.station.name)),
        days=_rows(told, lambda each: (each.slot.day.isoformat(), f"{each.slot.day:%d/%m/%Y}")),
        missed=tuple(
            Missed(broadcast=each, note=play.note)
            for each, _, found in told
            if (play := found.play) is not None and not play.played
        ),
    )


def _told(broadcasts: Iterable[Broadcast], outcome: Outcomes, campaign: str) -> Iterator[Told]:
    for each in broadcasts:
        yield each, each.campaigns[campaign].seconds if campaign else each.seconds, outcome(each)


def _own(told: Iterable[Told], campaign: str) -> Iterator[Told]:
    """The broadcasts a campaign is in, with its own seconds of them."""
    for each, _, found in told:
        if campaign in each.campaigns:
            yield each, each.campaigns[campaign].seconds, found


def _rows(told: Iterable[Told], key: Callable[[Broadcast], tuple[str, str]]) -> tuple[Row, ...]:
    groups: dict[tuple[str, str], list[Told]] = {}
    for each in told:
        groups.setdefault(key(each[0]), []).append(each)
    return tuple(
        Row(id=name, name=title, count=_count(groups[name, title]))
        for name, title in sorted(groups)
    )


def _count(told: Iterable[Told]) -> Count:
    whole = Count()
    for _, seconds, outcome in told:
        whole = whole.plus(seconds, outcome)
    return whole
