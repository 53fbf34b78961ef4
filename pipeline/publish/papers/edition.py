"""One station's week, as all of its papers tell it."""

from collections.abc import Iterator
from datetime import date, time

from ...model import Record, Station
from ...plan import BulletinPlan, Plan
from ..manifest import ApprovalEntry, BulletinEntry, CampaignEntry
from ..playlist import headline


class Printed(Record):
    """A bulletin that is published: as planned and as measured."""

    plan: BulletinPlan
    entry: BulletinEntry


class Day(Record):
    """What the sheet says about one day: a bulletin, or why there is none."""

    day: date
    times: tuple[time, ...]
    title: str
    file: str = ""
    seconds: float = 0.0
    why_not: str = ""


class Edition(Record):
    """What the papers are made from."""

    plan: Plan
    station: Station
    bulletins: tuple[Printed, ...]
    campaigns: tuple[CampaignEntry, ...]
    failed: dict[str, str]  # bulletin id -> why not, in Vietnamese
    approvals: tuple[ApprovalEntry, ...] = ()
    note: str = ""

    @property
    def days(self) -> tuple[Day, ...]:
        """The days of the week on which something is, or should have been, broadcast."""
        return tuple(sorted((*self._published(), *self._missing()), key=lambda each: each.day))

    @property
    def calls(self) -> tuple[str, ...]:
        """The calls to action of this week, as written; they carry the hotline."""
        written = (
            " ".join(segment.written for segment in element.script)
            for printed in self.bulletins
            for element in printed.plan.rundown
            if element.kind == "call_to_action"
        )
        return tuple(dict.fromkeys(written))

    def _published(self) -> Iterator[Day]:
        for printed in self.bulletins:
            by_day: dict[date, list[time]] = {}
            for slot in printed.plan.slots:
                by_day.setdefault(slot.day, []).append(slot.at)
            for day, times in by_day.items():
                yield Day(
                    day=day,
                    times=tuple(sorted(times)),
                    title=headline(printed.plan),
                    file=printed.plan.file,
                    seconds=printed.entry.seconds,
                )

    def _missing(self) -> Iterator[Day]:
        for name, why in self.failed.items():
            day = date.fromisoformat(name.rpartition("/")[2])
            yield Day(day=day, times=tuple(sorted(self.station.times)), title="", why_not=why)
