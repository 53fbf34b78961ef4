"""Dates with their year, lists and spans of days, and days that do not exist."""

import re

from .days import CUES, DASH, NAMED, SOURCE, date, exists, lead
from .numbers import cardinal
from .ratios import ADDRESS, COUNTED
from .rule import after, before, make

_FULL = r"(?P<d>\d{1,2})\s?(?P<sep>[/.\-])\s?(?P<m>\d{1,2})\s?(?P=sep)\s?(?P<y>\d{4})(?![\d/])"
_CENTURY = 2000


def _full(match: re.Match[str]) -> str | None:
    d, m, y = (int(match[each]) for each in "dmy")
    return lead(match) + date(d, m, y) if exists(d, m, y) else None


def _short_year(match: re.Match[str]) -> str | None:
    """5/9/25: the century is a guess."""
    d, m, y = (int(match[each]) for each in "dmy")
    if before(match, rf"{ADDRESS}|số|NPK|mục|điểm|phiên bản") or not exists(d, m):
        return None
    return lead(match) + date(d, m, _CENTURY + y if y < 50 else _CENTURY - 100 + y)


def _range_full(match: re.Match[str]) -> str | None:
    d1, m1, y1, d2, m2, y2 = (int(each) if each else None for each in match.groups())
    if d1 is None or d2 is None or m2 is None or not exists(d2, m2, y2 or 2024):
        return None
    if not exists(d1, m1 or m2, y1 or y2 or 2024):
        return None
    first = cardinal(d1) if m1 is None else date(d1, m1, y1)
    return f"{lead(match)}{first} đến ngày {date(d2, m2, y2)}"


def _range(match: re.Match[str]) -> str | None:
    first, last = int(match[1]), int(match[4])
    likely = first < last and not after(match, COUNTED)  # gieo 10-15/6
    dated = match[6] or match[2] or likely or before(match, rf"{CUES}|{NAMED}|đợt \d+")
    return _range_full(match) if dated else None


def _list(match: re.Match[str]) -> str | None:
    """Several days of one month: 5,6,7/12."""
    days = [int(each) for each in re.findall(r"\d+", match["days"])]
    m, y = int(match["m"]), int(match["y"]) if match["y"] else None
    if not before(match, CUES) or not all(exists(day, m) for day in days):
        return None
    joint = " và " if "và" in match["days"] else ", "
    said = f"{', '.join(map(cardinal, days[:-1]))}{joint}{date(days[-1], m, y)}"
    return f"{lead(match)}{said}"


def _missing(match: re.Match[str]) -> str | None:
    """No such day: said as written, for somebody to look at."""
    d, m, y = match["d"], match["m"], match["y"]
    return f"{cardinal(int(d))} tháng {cardinal(int(m))} năm {cardinal(int(y))}"


def _missing_short(match: re.Match[str]) -> str | None:
    d, m = int(match[1]), int(match[2])
    if exists(d, m) or max(d, m) > 31 or not before(match, "ngày|mùng|mồng|dịp|lễ"):
        return None
    return f"{cardinal(d)} tháng {cardinal(m)}"


_D = r"(\d{1,2})(?:\s?[/.]\s?(\d{1,2})(?:\s?[/.]\s?(\d{4}))?)?"
_NO_DATE = "quy tắc của dự án"
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
        "date.range",
        rf"(?<![\d/]){_D}{DASH}(\d{{1,2}})\s?[/.]\s?(\d{{1,2}})(?:\s?[/.]\s?(\d{{4}}))?(?![\d/])",
        _range,
        SOURCE,
        {"từ 12-18/11/2024": "từ ngày mười hai đến ngày mười tám tháng mười một năm hai nghìn không trăm hai mươi tư"},
    ),
    make(
        "date.list",
        r"(?<![\d/.,])(?P<days>\d{1,2}(?:\s?,\s?\d{1,2}){0,8}(?:\s?,\s?|\s+và\s+)\d{1,2})\s?/\s?(?P<m>\d{1,2})(?:\s?/\s?(?P<y>\d{4}))?(?![\d/])",
        _list,
        SOURCE,
        {"các ngày 5,6,7/12": "các ngày năm, sáu, bảy tháng mười hai"},
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
        _NO_DATE,
        {"31/02/2024": "ba mươi mốt tháng hai năm hai nghìn không trăm hai mươi tư"},
        sure=False,
    ),
    make(
        "date.no-such-day",
        r"(?<![\d/.,])(\d{1,2})/(\d{1,2})(?![\d/]|\s*%)",
        _missing_short,
        _NO_DATE,
        {"ngày 31/4": "ngày ba mươi mốt tháng bốn"},
        sure=False,
    ),
    make(
        "date.short-year",
        r"(?<![\d/.,])(?P<d>\d{1,2})(?P<sep>[/.\-])(?P<m>\d{1,2})(?P=sep)(?P<y>\d{2})(?![\d/]|[.\-]\d)",
        _short_year,
        SOURCE,
        {"5/9/25": "ngày năm tháng chín năm hai nghìn không trăm hai mươi lăm"},
        sure=False,
    ),
    make(
        "date.from",
        r"(?<![\d/.,])\d{1,2}(?=\s+đến\s+(?:hết\s+)?(?:ngày\s+)?\d{1,2}\s?/\s?\d{1,2}(?!\d))",
        lambda match: f"ngày {cardinal(int(match[0]))}"
        if before(match, "từ") and exists(int(match[0]), 1)
        else None,
        SOURCE,
        {"từ 5 đến 10/12": "từ ngày năm đến ngày mười tháng mười hai"},
    ),
)  # fmt: skip
