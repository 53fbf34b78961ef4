"""Weekdays, weeks, months, quarters, years, and spans of them."""

import re

from . import roman
from .days import DASH, SOURCE, month
from .numbers import cardinal, ordinal
from .rule import after, before, left, make

_YEAR = r"((?:19|20)\d\d)"
_WEEKDAYS = {2: "hai", 3: "ba", 4: "tư", 5: "năm", 6: "sáu", 7: "bảy"}
_NEAR = "từ|đến|sáng|trưa|chiều|tối|đêm|các|thứ|lịch|và|trừ|hằng tuần|hàng tuần|ngày|vào|T[2-7]|T[2-7] ?[-,/–]"
_WEEK = re.compile(
    r"(?<!\w)(?:T[2-7]|[Tt]hứ (?:hai|ba|tư|năm|sáu|bảy|[2-7]))(?!\w)|\d[hg]\d{0,2}\s*$|giờ\s*$|phút\s*$"
)
_NEXT = r"(?:[-–,/]|và|đến) ?(?:T[2-7]|CN)|hằng tuần|hàng tuần|hằng|hàng|tuần"


def _quarter(match: re.Match[str]) -> str | None:
    number = int(match[2]) if match[2].isdigit() else roman.value(match[2])
    if number is None or not 1 <= number <= 4:
        return None
    return f"{match[1]} {cardinal(number)} năm {cardinal(int(match[3]))}"


def _month_span(match: re.Match[str]) -> str | None:
    first, last, year = (int(each) for each in match.groups())
    if not (1 <= first < last <= 12) or before(match, "ngày|sáng|trưa|chiều|tối|đêm|từ|hôm"):
        return None
    lead = "" if before(match, "tháng") else "tháng "
    return f"{lead}{month(first)} đến tháng {month(last)} năm {cardinal(year)}"


def _month_year(match: re.Match[str]) -> str | None:
    m, y = int(match[1]), int(match[2])
    if not 1 <= m <= 12 or before(match, "tỷ lệ|tỉ lệ|bản đồ|tuần"):
        return None
    said = f"{month(m)} năm {cardinal(y)}"
    return said if before(match, r"tháng|tháng \d{1,2} và") else f"tháng {said}"


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
    first, last = int(match[1]), int(match[3])
    if not 1000 <= first < last <= 2999 or (match[2].strip() == "/" and last != first + 1):
        return None
    return f"{cardinal(first)} đến {cardinal(last)}"


def _weekday(match: re.Match[str]) -> str:
    number = ordinal(int(match[2]))
    if match[3] and int(match[3]) in _WEEKDAYS:
        return f"{match[1]} {number} đến {match[1].lower()} {_WEEKDAYS[int(match[3])]}"
    return f"{match[1]} {number}"


def _short_weekday(match: re.Match[str]) -> str | None:
    near = before(match, _NEAR) or after(match, _NEXT)
    if not near or left(match, 1) == ".":
        return None
    first = f"thứ {_WEEKDAYS[int(match[1])]}"
    if not match[2]:
        return first
    return f"{first} đến {'chủ nhật' if match[2] == 'CN' else 'thứ ' + _WEEKDAYS[int(match[2][1])]}"


def _sunday(match: re.Match[str]) -> str | None:
    near = rf"thứ (?:bảy|7)|T[2-7]|sáng|trưa|chiều|tối|đêm|thứ bảy và|T7 ?[,&/-]|T7 và|{_NEAR}"
    earlier = left(match, 80)
    return "chủ nhật" if before(match, near) or _WEEK.search(earlier) else None


RULES = (
    make(
        "date.quarter",
        rf"([Qq]uý|[Đđ]ợt|[Hh]ọc kỳ|[Kk]ỳ)\s+(\d{{1,2}}|[IV]{{1,3}})\s?[/.\-–]\s?{_YEAR}(?!\d)",
        _quarter,
        SOURCE,
        {"Quý II/2026": "Quý hai năm hai nghìn không trăm hai mươi sáu"},
        begins="QqĐđHhKk",
    ),
    make(
        "date.week",
        rf"([Tt]uần(?: thứ)?)\s+(\d{{1,2}})\s?[/\-–]\s?{_YEAR}(?![\d/])",
        lambda match: f"{match[1]} {cardinal(int(match[2]))} năm {cardinal(int(match[3]))}",
        SOURCE,
        {"tuần 48/2025": "tuần bốn mươi tám năm hai nghìn không trăm hai mươi lăm"},
        begins="Tt",
    ),
    make(
        "date.month-span",
        rf"(?<![\d/])(\d{{1,2}})\s?[-–]\s?(\d{{1,2}})\s?[/.]\s?{_YEAR}(?![\d/])",
        _month_span,
        SOURCE,
        {"02-03/2000": "tháng hai đến tháng ba năm hai nghìn"},
    ),
    make(
        "date.month-year",
        rf"(?<![\d/.,])(\d{{1,2}})\s?[/.\-]\s?{_YEAR}(?![\d/])",
        _month_year,
        SOURCE,
        {"tháng 9/2024": "tháng chín năm hai nghìn không trăm hai mươi tư"},
    ),
    make(
        "date.short-month",
        rf"(?<!\w)T\.?\s?(\d{{1,2}})\s?/\s?{_YEAR}(?![\d/])",
        lambda match: f"tháng {month(int(match[1]))} năm {cardinal(int(match[2]))}"
        if 1 <= int(match[1]) <= 12
        else None,
        SOURCE,
        {"T11/2025": "tháng mười một năm hai nghìn không trăm hai mươi lăm"},
        begins="T",
    ),
    make(
        "date.months",
        rf"([Tt]háng)\s+(\d{{1,2}}){DASH}(?:tháng\s+)?(\d{{1,2}})(?:\s?/\s?(\d{{4}}))?(?![\d/])",
        _months,
        SOURCE,
        {"tháng 9-11": "tháng chín đến tháng mười một"},
        begins="Tt",
    ),
    make(
        "date.month",
        r"([Tt]háng)\s+(\d{1,2})(?![\d/.]\d|,\d|\d|\s?[-–/]\s?\d)",
        _month,
        SOURCE,
        {"tháng 4": "tháng tư", "tháng 1": "tháng một"},
        begins="Tt",
    ),
    make(
        "date.years",
        r"(?<![\d/])(\d{4})(\s*[-–—/]\s*)(\d{4})(?![\d/])",
        _years,
        SOURCE,
        {"2021-2025": "hai nghìn không trăm hai mươi mốt đến hai nghìn không trăm hai mươi lăm"},
    ),
    make(
        "date.weekday",
        r"([Tt]hứ)\s+(\d{1,2})(?:\s?[-–]\s?(\d)(?!\d))?(?![\d/]|[.,]\d)",
        _weekday,
        SOURCE,
        {"thứ 4": "thứ tư", "lần thứ 2": "lần thứ hai", "từ thứ 2-6": "từ thứ hai đến thứ sáu"},
        begins="Tt",
    ),
    make(
        "date.short-weekday",
        r"(?<!\w)T([2-7])(?:\s?[-–]\s?(T[2-7]|CN))?(?![\w/])",
        _short_weekday,
        SOURCE,
        {"từ T2 đến T6": "từ thứ hai đến thứ sáu", "T2-T6 hằng tuần": "thứ hai đến thứ sáu hằng tuần"},
        begins="T",
    ),
    make(
        "date.sunday",
        r"(?<!\w)CN(?!\w)",
        _sunday,
        SOURCE,
        {"chiều CN": "chiều chủ nhật"},
        begins="C",
    ),
)  # fmt: skip
