"""LICH-PHAT.TXT: the week sheet for a phone."""

from collections.abc import Iterator

from . import plain, wording
from .edition import Day, Edition


def write(edition: Edition) -> str:
    """The whole sheet."""
    return plain.page(_lines(edition))


def _lines(edition: Edition) -> Iterator[str]:
    station, week = edition.station, edition.plan.week
    yield f"ĐÀI TRUYỀN THANH {station.name.upper()}"
    yield f"LỊCH PHÁT TUẦN {week.number}"
    yield wording.span(week)
    if edition.plan.draft:
        yield wording.DRAFT
    if station.sample:
        yield "(DỮ LIỆU MẪU, dùng để thử chương trình)"
    for day in edition.days:
        yield ""
        yield from _day(day)
    yield ""
    yield from _footer(edition)


def _day(day: Day) -> Iterator[str]:
    yield f"{wording.weekday(day.day).upper()} {day.day:%d/%m}, lúc {wording.hours(day.times)}"
    if day.why_not:
        yield from plain.fold(f"KHÔNG CÓ BẢN TIN: {day.why_not}", "    ")
        return
    yield f"    {day.file}"
    yield from plain.fold(f"{day.title} ({wording.duration(day.seconds)})", "    ")


def _footer(edition: Edition) -> Iterator[str]:
    if edition.note:
        yield from plain.fold(f"Lưu ý: {edition.note}")
        yield ""
    for call in edition.calls:
        yield from plain.fold(f"Lời kêu gọi trong bản tin: {call}")
        yield ""
    yield "Khung giờ được phát:"
    for rule in wording.rules(edition.station.windows):
        yield from plain.fold(rule, "    ", "  - ")
    yield "Làm theo:"
    for campaign in edition.campaigns:
        yield from plain.fold(wording.letter(campaign), "    ", "  - ")
    if edition.approvals:
        yield "Người duyệt:"
        for line in wording.approved(edition.approvals):
            yield from plain.fold(line, "    ", "  - ")
