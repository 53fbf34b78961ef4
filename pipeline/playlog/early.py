"""What a report claims of broadcasts whose time had not come when it was taken in."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from ..model import Record
from ..publish.papers.wording import weekday
from ..zone import VIETNAM
from .planned import Broadcast


class Early(Record):
    """Left open: nobody can know of them yet, so the station has to tell again."""

    source: str
    station: str
    week: str
    broadcasts: tuple[Broadcast, ...]  # by time
    at: datetime  # when it was taken in

    def __str__(self) -> str:
        return (
            f"{self.source}: đài {self.station} tuần {self.week}, chưa nhận {self._when} "
            f"({len(self.broadcasts)} lượt), vì đến {self._at:%H:%M ngày %d/%m/%Y} chưa đến giờ "
            "phát; phát xong đài báo lại"
        )

    @property
    def _at(self) -> datetime:
        return self.at.astimezone(VIETNAM)

    @property
    def _when(self) -> str:
        days = sorted({each.slot.day for each in self.broadcasts})
        parts = list(_runs(days))
        first = self.broadcasts[0].slot
        if first.day == self._at.date():  # the only day that may have begun
            begun = f"{_named(first.day)} từ {first.at:%H:%M}"
            parts = [begun, *_runs(days[1:])]
        return ", ".join(parts)


def _runs(days: Iterable[date]) -> Iterator[str]:
    """Days in order, those that follow each other as one span."""
    run: list[date] = []
    for day in days:
        if run and (day - run[-1]).days > 1:
            yield _span(run)
            run = []
        run.append(day)
    if run:
        yield _span(run)


def _span(run: list[date]) -> str:
    first, last = _named(run[0]), _named(run[-1])
    return first if first == last else f"từ {first} đến {last}"


def _named(day: date) -> str:
    return f"{weekday(day).lower()} {day:%d/%m}"
