r"""LICH-PHAT.ICS: the week's broadcasts for a phone's calendar (RFC 5545).

No alarms: a phone that rings at 5:30 by surprise is worse than none. The identity of an event is
its station, day and hour, so a corrected week replaces the former one instead of doubling it.
"""

from collections.abc import Iterator
from datetime import date, time

from ...zone import VIETNAM
from .edition import Day, Edition
from .told import day_codes, marked

WIDTH = 75  # bytes of a line
_ZONE = (
    "BEGIN:VTIMEZONE",
    f"TZID:{VIETNAM}",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0700",
    "TZOFFSETTO:+0700",
    "TZNAME:+07",
    "END:STANDARD",
    "END:VTIMEZONE",
)


def write(edition: Edition) -> bytes:
    """The whole calendar. Lines end as the standard wants and are folded at 75 bytes."""
    return b"".join(_folded(line) for line in _lines(edition))


def _lines(edition: Edition) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//truyenthanh//lich phat//VI")
    yield from ("CALSCALE:GREGORIAN", "METHOD:PUBLISH")
    calendar = f"{marked(edition)}Lịch phát, Đài truyền thanh {edition.station.name}"
    yield f"X-WR-CALNAME:{_text(calendar)}"
    yield from _ZONE
    for day in edition.days:
        if not day.why_not:
            for at, code in day_codes(day):
                yield from _event(edition, day, at, code)
    yield "END:VCALENDAR"


def _event(edition: Edition, day: Day, at: time, code: str) -> Iterator[str]:
    station = edition.station
    yield "BEGIN:VEVENT"
    yield f"UID:{_moment(day.day, at)}-{station.code}@truyenthanh"
    # not the clock: the same week has the same bytes
    yield f"DTSTAMP:{edition.plan.week.monday:%Y%m%d}T000000Z"
    yield f"DTSTART;TZID={VIETNAM}:{_moment(day.day, at)}"
    yield f"DURATION:PT{max(1, round(day.seconds))}S"
    yield f"SUMMARY:{_text(f'{marked(edition)}Phát: {day.title}')}"
    yield f"DESCRIPTION:{_text(f'Tệp {day.file}. Mã báo cáo: {code}.')}"
    yield f"LOCATION:{_text(f'Đài truyền thanh {station.name}')}"
    yield from ("TRANSP:TRANSPARENT", "END:VEVENT")


def _moment(day: date, at: time) -> str:
    return f"{day:%Y%m%d}T{at:%H%M%S}"


def _text(words: str) -> str:
    r"""A TEXT value: nothing in it can end the line or the value."""
    plain = "".join(each if each.isprintable() else " " for each in words)
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> bytes:
    """A line cut where it gets too long, but never inside a letter."""
    parts = [b""]
    for letter in line:
        coded = letter.encode("utf-8")
        if len(parts[-1]) + len(coded) > WIDTH:
            parts.append(b" ")
        parts[-1] += coded
    return b"\r\n".join(parts) + b"\r\n"
