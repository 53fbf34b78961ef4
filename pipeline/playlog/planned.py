"""What was to be played, as the published bundles say."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time
from pathlib import Path

from ..model import Record, Slot
from ..plan import Week
from ..plan.slotcodes import slot_codes
from ..publish.catalogue import Issue, catalogue, manifest_of
from ..publish.manifest import BulletinEntry, ElementEntry, SlotEntry, StationEntry
from ..zone import VIETNAM


class Part(Record):
    """What one campaign has of a bulletin."""

    title: str
    seconds: float


class Broadcast(Record):
    """One bulletin at one clock time of one station."""

    station: StationEntry
    week: Week
    slot: Slot
    code: str  # as printed on the log: "T2S"
    title: str
    seconds: float
    campaigns: dict[str, Part]  # id -> its part
    messages: dict[tuple[str, str], float] = {}  # campaign and message -> seconds

    def is_to_come(self, now: datetime) -> bool:
        """Whether its time has not come; once it has begun, a station can tell of it."""
        return datetime.combine(self.slot.day, self.slot.at, VIETNAM) > now


def planned(output: Path, wanted: Callable[[Week], bool]) -> tuple[Broadcast, ...]:
    """Every broadcast of the published weeks that are wanted, by station and time."""
    if not output.is_dir():
        return ()
    issues = [
        issue
        for issues in catalogue(output).stations.values()
        for issue in reversed(issues)
        if issue.line.folder and wanted(issue.week)
    ]
    return tuple(broadcast for issue in issues for broadcast in _broadcasts(output, issue))


def titles_of(broadcasts: Iterable[Broadcast]) -> dict[str, str]:
    """Campaign -> its title, of all that are on air in these; the last word counts."""
    return {name: part.title for each in broadcasts for name, part in each.campaigns.items()}


def _broadcasts(output: Path, issue: Issue) -> Iterator[Broadcast]:
    told = manifest_of(output, issue)
    bulletins = told.bulletins if told else ()
    titles = {campaign.id: campaign.title for campaign in told.campaigns} if told else {}
    by_slot = {_slot(entry): bulletin for bulletin in bulletins for entry in bulletin.slots}
    for slot, code in sorted(slot_codes(by_slot).items()):
        bulletin = by_slot[slot]
        yield Broadcast(
            station=issue.line.station,
            week=issue.week,
            slot=slot,
            code=code,
            title=bulletin.title,
            seconds=bulletin.seconds,
            campaigns=_parts(bulletin, titles),
            messages=_messages(bulletin),
        )


def _parts(bulletin: BulletinEntry, titles: dict[str, str]) -> dict[str, Part]:
    heard: dict[str, float] = {}
    for element in bulletin.elements:
        if element.campaign:
            heard[element.campaign] = heard.get(element.campaign, 0.0) + _seconds(element)
    return {
        name: Part(title=titles.get(name, name), seconds=seconds) for name, seconds in heard.items()
    }


def _messages(bulletin: BulletinEntry) -> dict[tuple[str, str], float]:
    return {
        (element.campaign, element.message): _seconds(element)
        for element in bulletin.elements
        if element.campaign and element.message
    }


def _seconds(element: ElementEntry) -> float:
    return element.end - element.start


def _slot(entry: SlotEntry) -> Slot:
    return Slot(day=date.fromisoformat(entry.date), at=time.fromisoformat(entry.time))
