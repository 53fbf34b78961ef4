"""NHAT-KY.CSV as it comes back: filled in with a spreadsheet, saved in that program's own way."""

import csv
from collections.abc import Iterator

from .entry import Entry, Refusal, Refused
from .schedule import Schedule
from .words import bare, is_played

COLUMNS = {  # how a column's name begins, without marks -> what it holds
    "ma dai": "station",
    "tuan": "week",
    "da phat": "played",
    "khong phat": "missed",
    "ly do": "note",
    "ghi chu": "note",
}


def is_sheet(text: str) -> bool:
    """Whether this is a table rather than a message."""
    return {"station", "week", "code"} <= set(_columns(text))


def read(text: str, source: str, schedule: Schedule) -> Iterator[Entry | Refusal]:
    """Every broadcast that is marked, every line that cannot be used. Blank ones say nothing."""
    columns = _columns(text)
    rows = csv.reader(text.splitlines(), delimiter=_delimiter(text))
    for number, cells in enumerate(rows, start=1):
        if number == 1 or not any(cell.strip() for cell in cells):
            continue
        row = {name: cells[at].strip() for name, at in columns.items() if at < len(cells)}
        try:
            if entry := _entry(row, schedule):
                yield entry
        except Refused as why:
            yield Refusal(source=source, line=number, text=", ".join(cells), why=str(why))


def _entry(row: dict[str, str], schedule: Schedule) -> Entry | None:
    played, missed = row.get("played", ""), row.get("missed", "")
    if not played and not missed:
        return None
    if played and missed:
        raise Refused("đánh dấu cả hai ô “Đã phát” và “Không phát”")
    station = schedule.station(row.get("station", ""))
    year, _, number = row.get("week", "").upper().rpartition("W")
    if not number.isdecimal():
        raise Refused("cột Tuần phải như 2026-W49")
    week = schedule.week(station, int(number), int(year.strip("-")) if year.strip("-") else None)
    code = row.get("code", "").upper()
    if code not in schedule.codes(station, week):
        raise Refused(f"không có buổi nào mang mã “{code}”")
    return Entry(
        station=station,
        week=week,
        code=code,
        played=not missed and is_played(played) is not False,
        note=row.get("note", "").removeprefix("'"),
    )


def _columns(text: str) -> dict[str, int]:
    """What each column holds -> its number."""
    head = next(csv.reader(text.splitlines()[:1], delimiter=_delimiter(text)), [])
    found: dict[str, int] = {}
    for at, cell in enumerate(head):
        name = bare(cell).strip()
        meant = (
            "code"
            if name == "ma"
            else next(
                (word for beginning, word in COLUMNS.items() if name.startswith(beginning)), ""
            )
        )
        if meant:
            found.setdefault(meant, at)
    return found


def _delimiter(text: str) -> str:
    """Excel writes the one of its country: a comma, a semicolon or a tab."""
    head = next(iter(text.splitlines()), "")
    return max(",;\t", key=head.count)
