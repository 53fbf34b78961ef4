"""Reports taken in: read, checked against what was published, kept, told of."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from ..model import Record
from . import sheet, typed
from .book import Book
from .early import Early
from .entry import Entry, Refusal
from .planned import Broadcast
from .record import Play, PlayLog
from .schedule import Schedule


class Change(Record):
    """A broadcast of which two reports say different things; the later one holds."""

    station: str
    week: str
    code: str
    before: bool
    now: bool

    def __str__(self) -> str:
        words = {True: "đã phát", False: "không phát"}
        return (
            f"đài {self.station} tuần {self.week}, {self.code}: báo trước ghi {words[self.before]},"
            f" nay ghi {words[self.now]}; lấy báo sau"
        )


class Taken(Record):
    """What came of it."""

    kept: tuple[PlayLog, ...] = ()
    known: tuple[PlayLog, ...] = ()  # had been taken in before
    early: tuple[Early, ...] = ()
    changes: tuple[Change, ...] = ()
    refusals: tuple[Refusal, ...] = ()


Whose = tuple[str, str]  # station and week


def take_in(
    book: Book,
    sources: Iterable[tuple[str, bytes]],
    broadcasts: Iterable[Broadcast],
    now: datetime,
) -> Taken:
    """Take in reports (name, content) in their order. Raises StoreError, ProjectError.

    What they claim of broadcasts still to come is not kept, but told of.
    """
    every = tuple(broadcasts)
    schedule = Schedule(every)
    to_come = {
        (each.station.code, str(each.week), each.code): each
        for each in every
        if each.is_to_come(now)
    }
    kept: list[PlayLog] = []
    known: list[PlayLog] = []
    early: list[Early] = []
    changes: list[Change] = []
    refusals: list[Refusal] = []
    for source, content in sources:
        said: dict[Whose, dict[str, Play]] = {}
        ahead: dict[Whose, dict[str, Broadcast]] = {}
        for each in _read(source, content, schedule):
            if isinstance(each, Refusal):
                refusals.append(each)
            elif broadcast := to_come.get((each.station, each.week, each.code)):
                ahead.setdefault((each.station, each.week), {})[each.code] = broadcast
            else:
                _note(each, said.setdefault((each.station, each.week), {}), changes)
        early += _early(source, ahead, now)
        for log in _logs(source, said, now):
            before = book.plays(log.week, log.station)
            if book.add(log) is None:
                known.append(log)
                continue
            kept.append(log)
            changes += _differing(log, before)
    return Taken(
        kept=tuple(kept),
        known=tuple(known),
        early=tuple(early),
        changes=tuple(changes),
        refusals=tuple(refusals),
    )


def _logs(source: str, said: dict[Whose, dict[str, Play]], now: datetime) -> Iterator[PlayLog]:
    for (station, week), plays in said.items():
        yield PlayLog(
            station=station,
            week=week,
            plays=tuple(sorted(plays.values())),
            source=source,
            received=now.date().isoformat(),
        )


def _early(source: str, ahead: dict[Whose, dict[str, Broadcast]], now: datetime) -> Iterator[Early]:
    for (station, week), found in ahead.items():
        by_time = tuple(sorted(found.values(), key=lambda each: each.slot))
        yield Early(source=source, station=station, week=week, broadcasts=by_time, at=now)


def _read(source: str, content: bytes, schedule: Schedule) -> Iterable[Entry | Refusal]:
    utf16 = content.startswith((b"\xff\xfe", b"\xfe\xff"))  # Excel's "Unicode text"
    try:
        text = content.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError:
        why = "tệp không lưu theo bảng mã UTF-8; hãy lưu lại, chọn CSV UTF-8"
        return [Refusal(source=source, line=1, text="…", why=why)]
    read = sheet.read if sheet.is_sheet(text) else typed.read
    return read(text, source, schedule)


def _note(entry: Entry, plays: dict[str, Play], changes: list[Change]) -> None:
    """The last word of one report on a broadcast holds; that there were two is told."""
    play = Play(code=entry.code, played=entry.played, note=entry.note)
    former = plays.get(entry.code)
    if former is not None and former.played != play.played:
        changes.append(_change(entry.station, entry.week, former, play))
    plays[entry.code] = play


def _differing(log: PlayLog, before: dict[str, Play]) -> list[Change]:
    return [
        _change(log.station, log.week, before[play.code], play)
        for play in log.plays
        if play.code in before and before[play.code].played != play.played
    ]


def _change(station: str, week: str, before: Play, now: Play) -> Change:
    return Change(station=station, week=week, code=now.code, before=before.played, now=now.played)
