"""CSV that spreadsheets open as it is meant: Vietnamese letters, no formulas.

RFC 4180 with a byte order mark, without which Excel takes UTF-8 for another encoding. A cell that
a spreadsheet would run as a formula gets an apostrophe in front, which it shows as plain text.
"""

import csv
import io
from collections.abc import Iterable, Sequence

from .edition import Edition
from .told import day_codes, marked
from .wording import weekday

RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")
SHEET = ("Mã đài", "Đài", "Tuần", "Thứ", "Ngày", "Giờ", "Mã", "Tệp", "Nội dung", "Số giây")
LOG = ("Mã đài", "Tuần", "Thứ", "Ngày", "Giờ", "Mã", "Đã phát (x)", "Không phát (x)", "Lý do")
NOT_MADE = "không có bản tin"


def write(head: Sequence[str], rows: Iterable[Sequence[str | int]]) -> bytes:
    """A table as a file."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(head)
    table.writerows([_plain(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8")


def sheet(edition: Edition) -> bytes:
    """LICH-PHAT.CSV: a line for each broadcast."""
    station, week = edition.station, edition.plan.week
    return write(
        SHEET,
        (
            (
                *(station.code, station.name, str(week)),
                *(weekday(day.day), f"{day.day:%d/%m/%Y}", f"{at:%H:%M}", code),
                *(
                    (NOT_MADE, day.why_not, "")
                    if day.why_not
                    else (day.file, f"{marked(edition)}{day.title}")
                ),
                *(() if day.why_not else (round(day.seconds),)),
            )
            for day in edition.days
            for at, code in day_codes(day)
        ),
    )


def log(edition: Edition) -> bytes:
    """NHAT-KY.CSV: the log to fill in on a computer, and to be imported."""
    return write(
        LOG,
        (
            (
                *(edition.station.code, str(edition.plan.week)),
                *(weekday(day.day), f"{day.day:%d/%m/%Y}", f"{at:%H:%M}", code, "", "", ""),
            )
            for day in edition.days
            if not day.why_not
            for at, code in day_codes(day)
        ),
    )


def _plain(cell: str | int) -> str | int:
    if isinstance(cell, str) and cell.startswith(RISKY):
        return f"'{cell}"
    return cell
