"""Days, months, years, and spans of them."""

import re
from calendar import monthrange

from . import roman
from .numbers import cardinal
from .rule import before, make

SOURCE = "thói quen phát thanh viên"
_DASH = r"\s*[-–—]\s*"
_FULL = r"(?P<d>\d{1,2})\s?(?P<sep>[/.\-])\s?(?P<m>\d{1,2})\s?(?P=sep)\s?(?P<y>\d{4})(?![\d/])"
_CUES = "ngày|sáng|trưa|chiều|tối|đêm|dịp|hôm|mùng|mồng|đến|từ|lễ|kỷ niệm|tết|hết|trước|sau|vào|qua|hưởng ứng"


_NAMED = r"ngày(?: [^\W\d]+){1,7}"  # Ngày Pháp luật Việt Nam 9/11
_LISTED = r"ngày (?:\d{1,2}(?:, ?| và ))+"  # ngày 5, 6, 7/12
_DATED = r"\d{1,2}/\d{1,2}(?:/\d{4})?\s*(?:và|hoặc|,|-|–)"  # one date after another


def day(number: int) -> str:
    """A day of the month: "năm", with "mùng" left to the text."""
    return cardinal(number)


def month(number: int) -> str:
    """A month: 4 is "tư"."""
    return "tư" if number == 4 else cardinal(number)


def exists(day_: int, month_: int, year: int = 2024) -> bool:
    """Whether there is such a day; without a year, in a leap year."""
    return 1 <= month_ <= 12 and 1 <= day_ <= monthrange(max(year, 1), month_)[1]


def _date(day_: int, month_: int, year: int | None = None) -> str:
    said = f"{day(day_)} tháng {month(month_)}"
    return said if year is None else f"{said} năm {cardinal(year)}"


def _said_day(match: re.Match[str]) -> str:
    """Give "ngày " unless the text has just said it."""
    return "" if before(match, rf"ngày|mùng|mồng|{_LISTED}") else "ngày "


def _full(match: re.Match[str]) -> str | None:
    d, m, y = (int(match[each]) for each in "dmy")
    return _said_day(match) + _date(d, m, y) if exists(d, m, y) else None


def _range_full(match: re.Match[str]) -> str | None:
    d1, m1, y1, d2, m2, y2 = (int(each) if each else None for each in match.groups())
    if d1 is None or d2 is None or m2 is None or not exists(d2, m2, y2 or 2024):
        return None
    if not exists(d1, m1 or m2, y1 or y2 or 2024):
        return None
    first = day(d1) if m1 is None else _date(d1, m1, y1)
    return f"{_said_day(match)}{first} đến ngày {_date(d2, m2, y2)}"


def _short(match: re.Match[str]) -> str | None:
    d, m = int(match[1]), int(match[2])
    if not exists(d, m) or not before(match, rf"(?:{_CUES}|{_DATED}|{_NAMED}|{_LISTED})"):
        return None
    return _said_day(match) + _date(d, m)


def _padded(match: re.Match[str]) -> str | None:
    """A leading zero gives a date away (21/02), and so does more over less (20/11): no fraction."""
    d, m = int(match[1]), int(match[2])
    padded = match[1][0] == "0" or match[2][0] == "0"
    likely = d > m and not before(match, "đạt|có|được|số|nhà|ngõ|ngách|hẻm|tỷ lệ")
    return _said_day(match) + _date(d, m) if (padded or likely) and exists(d, m) else None


def _quarter(match: re.Match[str]) -> str | None:
    number = int(match[2]) if match[2].isdigit() else roman.value(match[2])
    if number is None or not 1 <= number <= 4:
        return None
    return f"{match[1]} {cardinal(number)} năm {cardinal(int(match[3]))}"


def _month_span(match: re.Match[str]) -> str | None:
    first, last, year = (int(each) for each in match.groups())
    if not (1 <= first < last <= 12):
        return None
    return f"{'' if before(match, 'tháng') else 'tháng '}{month(first)} đến tháng {month(last)} năm {cardinal(year)}"


def _missing(match: re.Match[str]) -> str | None:
    """No such day: said as written, for somebody to look at."""
    d, m, y = (match[each] for each in "dmy")
    return f"{cardinal(int(d))} tháng {cardinal(int(m))} năm {cardinal(int(y))}"


def _month_year(match: re.Match[str]) -> str | None:
    m, y = int(match[1]), int(match[2])
    if not 1 <= m <= 12:
        return None
    said = f"{month(m)} năm {cardinal(y)}"
    return said if before(match, "tháng") else f"tháng {said}"


def _month(match: re.Match[str]) -> str | None:
    number = int(match[2])
    return f"{match[1]} {month(number)}" if 1 <= number <= 12 else None


def _months(match: re.Match[str]) -> str | None:
    first, last = int(match[2]), int(match[3])
    if not (1 <= first <= 12 and 1 <= last <= 12):
        return None
    year = f" năm {cardinal(int(match[4]))}" if match[4] else ""
    return f"{match[1]} {month(first)} đến tháng {month(last)}{year}"


def _years(match: re.Match[str]) -> str | None:
    first, last = int(match[1]), int(match[2])
    if not 1000 <= first < last <= 2999:
        return None
    return f"{cardinal(first)} đến {cardinal(last)}"


def _weekday(match: re.Match[str]) -> str:
    number = int(match[2])
    return f"{match[1]} {'tư' if number == 4 else 'nhất' if number == 1 else cardinal(number)}"


_D = r"(\d{1,2})(?:\s?[/.]\s?(\d{1,2})(?:\s?[/.]\s?(\d{4}))?)?"
RULES = (
    make(
        "date.blank",
        r"[Nn]gày[\s.…]+tháng[\s.…]+(?:\d{1,2}[\s.…]+)?năm(?:\s+\d{4})?(?=[\s.…]*(?:\n|$|[,;)]))",
        lambda match: "",
        "quy tắc của dự án",
        {"ngày     tháng     năm 2024": ""},
        sure=False,
        begins="Nn",
    ),
    make(
        "date.quarter",
        r"([Qq]uý|[Đđ]ợt|[Hh]ọc kỳ|[Kk]ỳ)\s+(\d{1,2}|[IV]{1,3})\s?[/.\-–]\s?((?:19|20)\d\d)(?!\d)",
        _quarter,
        SOURCE,
        {"Quý II/2026": "Quý hai năm hai nghìn không trăm hai mươi sáu"},
        begins="QqĐđHhKk",
    ),
    make(
        "date.month-span",
        r"(?<![\d/])(\d{1,2})\s?[-–]\s?(\d{1,2})\s?[/.]\s?((?:19|20)\d\d)(?![\d/])",
        lambda match: None if before(match, "ngày|sáng|trưa|chiều|tối|đêm|từ|hôm") else _month_span(match),
        SOURCE,
        {"02-03/2000": "tháng hai đến tháng ba năm hai nghìn"},
    ),
    make(
        "date.range",
        rf"(?<![\d/]){_D}{_DASH}(\d{{1,2}})\s?[/.]\s?(\d{{1,2}})(?:\s?[/.]\s?(\d{{4}}))?(?![\d/])",
        lambda match: _range_full(match)
        if match[6] or match[2] or before(match, _CUES)
        else None,
        SOURCE,
        {"từ 12-18/11/2024": "từ ngày mười hai đến ngày mười tám tháng mười một năm hai nghìn không trăm hai mươi tư"},
    ),
    make(
        "date.full",
        rf"(?<![\d/]){_FULL}",
        _full,
        SOURCE,
        {"ngày 05/9/2024": "ngày năm tháng chín năm hai nghìn không trăm hai mươi tư"},
    ),
    make(
        "date.missing",
        rf"(?<![\d/]){_FULL}",
        _missing,
        "quy tắc của dự án",
        {"31/02/2024": "ba mươi mốt tháng hai năm hai nghìn không trăm hai mươi tư"},
        sure=False,
    ),
    make(
        "date.dotted",
        r"(?<![\d/.,])(\d{1,2})[.\-](\d{1,2})(?![\d/.,\-]|\s*%)",
        lambda match: _short(match) if before(match, "ngày|hôm|đêm|sáng|chiều|tối|dịp") else None,
        SOURCE,
        {"ngày 27.02": "ngày hai mươi bảy tháng hai"},
    ),
    make(
        "date.day-month",
        r"(?<![\d/.])(\d{1,2})\s?/\s?(\d{1,2})(?![\d/]|\s*%)",
        _short,
        SOURCE,
        {"dịp 19/5": "dịp ngày mười chín tháng năm", "ngày 30/7": "ngày ba mươi tháng bảy"},
    ),
    make(
        "date.padded",
        r"(?<![\d/.,])(\d{1,2})/(\d{1,2})(?![\d/]|\s*%)",
        _padded,
        SOURCE,
        {"21/02": "ngày hai mươi mốt tháng hai"},
        sure=False,
    ),
    make(
        "date.month-year",
        r"(?<![\d/.,])(\d{1,2})\s?[/.\-]\s?((?:19|20)\d\d)(?![\d/])",
        _month_year,
        SOURCE,
        {"tháng 9/2024": "tháng chín năm hai nghìn không trăm hai mươi tư"},
    ),
    make(
        "date.months",
        rf"([Tt]háng)\s+(\d{{1,2}}){_DASH}(\d{{1,2}})(?:/(\d{{4}}))?(?![\d/])",
        _months,
        SOURCE,
        {"tháng 9-11": "tháng chín đến tháng mười một"},
        begins="Tt",
    ),
    make(
        "date.month",
        r"([Tt]háng)\s+(\d{1,2})(?![\d/.,])",
        _month,
        SOURCE,
        {"tháng 4": "tháng tư", "tháng 1": "tháng một"},
        begins="Tt",
    ),
    make(
        "date.years",
        rf"(?<![\d/])(\d{{4}}){_DASH}(\d{{4}})(?![\d/])",
        _years,
        SOURCE,
        {"2021-2025": "hai nghìn không trăm hai mươi mốt đến hai nghìn không trăm hai mươi lăm"},
    ),
    make(
        "date.weekday",
        r"([Tt]hứ)\s+(\d{1,2})(?![\d/.,])",
        _weekday,
        SOURCE,
        {"thứ 4": "thứ tư", "lần thứ 2": "lần thứ hai"},
        begins="Tt",
    ),
)  # fmt: skip
