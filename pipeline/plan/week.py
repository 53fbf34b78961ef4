"""ISO weeks (ISO 8601), the rhythm of everything: Monday to Sunday."""

import re
from datetime import date, datetime, timedelta

from ..model import Record

_WEEK = re.compile(r"(\d{4})-?[Ww](\d{1,2})")


class Week(Record, order=True):
    """One ISO week. `str(week)` is "2026-W48"."""

    year: int  # ISO year
    number: int  # 1 … 53

    def __str__(self) -> str:
        return f"{self.year}-W{self.number:02d}"

    @property
    def monday(self) -> date:
        """First day."""
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def days(self) -> tuple[date, ...]:
        """Monday to Sunday."""
        return tuple(self.monday + timedelta(day) for day in range(7))

    @classmethod
    def of(cls, day: date) -> "Week":
        """The week `day` lies in."""
        year, number, _ = day.isocalendar()
        return cls(year=year, number=number)

    @classmethod
    def parse(cls, text: str, today: date) -> "Week":
        """Read "this", "next" or "2026-W48". Raises ValueError with a Vietnamese message."""
        if text == "this":
            return cls.of(today)
        if text == "next":
            return cls.of(today + timedelta(7))
        match = _WEEK.fullmatch(text)
        if match:
            week = cls(year=int(match[1]), number=int(match[2]))
            try:
                _ = week.monday
            except ValueError:
                raise ValueError(f"Năm {week.year} không có tuần {week.number}.") from None
            return week
        raise ValueError(f"“{text}” không phải tuần. Viết this, next hoặc dạng 2026-W48.")


def due(now: datetime) -> Week:
    """The week whose bundles should exist at `now`, when the timer rings on Sundays at 20:00.

    Before Sunday 20:00 it is the week we are in; from then on the week that begins at midnight.
    """
    evening = now.isoweekday() == 7 and now.hour >= 20
    return Week.of(now.date() + timedelta(1 if evening else 0))
