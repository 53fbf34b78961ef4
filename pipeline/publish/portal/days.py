"""A station's week as its pages show it: day by day, a bulletin or why there is none."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from ...model import Record
from ...plan.names import DAYS
from .. import sitemap
from ..catalogue import Issue
from ..manifest import BulletinEntry, ElementEntry, Manifest
from ..outline import heights
from ..overview import BulletinLine

REACH = 22  # half the height of the drawing, in its own units
QUIET, LOUD = 16, 32  # dB above the floor that are nothing and all of it; speech is 26 to 31


class Day(Record):
    """One day of a station's week."""

    day: date
    times: tuple[str, ...] = ()
    title: str = ""
    others: tuple[str, ...] = ()  # titles of the further items
    seconds: float = 0.0
    bytes: int = 0
    sha256: str = ""
    sound: str = ""  # address of the MP3
    subtitles: str = ""  # address
    wave: str = ""  # path of the drawing, 400 wide and 48 high
    told: BulletinEntry | None = None
    why_not: str = ""

    @property
    def anchor(self) -> str:
        """T2 … CN."""
        return DAYS[self.day.weekday()]

    @property
    def parts(self) -> tuple[ElementEntry, ...]:
        """The elements in which something is said."""
        elements = self.told.elements if self.told else ()
        return tuple(each for each in elements if each.lines)


def days(issue: Issue, manifest: Manifest | None) -> tuple[Day, ...]:
    """The days of the week on which something is, or should have been, broadcast."""
    told = {entry.file: entry for entry in manifest.bulletins} if manifest else {}
    heard = [_heard(issue, line, told.get(line.file)) for line in issue.line.bulletins]
    return tuple(sorted([*heard, *_missing(issue)], key=lambda each: each.day))


@lru_cache(64)  # a week is drawn twice: on its own page and on the station's
def wave(outline: str) -> str:
    """The outline as strokes from below to above a middle line: an SVG path."""
    strokes = []
    for at, height in enumerate(heights(outline)):
        share = min(max(height - QUIET, 0) / (LOUD - QUIET), 1.0)
        reach = max(1, round(REACH * share**2))
        strokes.append(f"M{4 * at + 2} {24 - reach}v{2 * reach}")
    return "".join(strokes)


def _heard(issue: Issue, line: BulletinLine, entry: BulletinEntry | None) -> Day:
    code, week = issue.code, str(issue.week)
    items = [each.title for each in entry.elements if each.kind == "item"] if entry else []
    title, *others = items or [line.title]
    return Day(
        day=_day(issue, line),
        times=tuple(slot.time for slot in line.slots),
        title=title,
        others=tuple(others),
        seconds=line.seconds,
        bytes=line.bytes,
        sha256=line.sha256,
        sound=sitemap.bundled(code, week, line.file),
        subtitles=sitemap.subtitles(code, week, line.file) if entry else "",
        wave=wave(entry.outline) if entry else "",
        told=entry,
    )


def _day(issue: Issue, line: BulletinLine) -> date:
    return date.fromisoformat(line.slots[0].date) if line.slots else issue.week.monday


def _missing(issue: Issue) -> Iterator[Day]:
    for name, why in issue.line.failed.items():
        yield Day(day=date.fromisoformat(name.rpartition("/")[2]), why_not=why)
