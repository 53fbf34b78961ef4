"""Times of day and hours."""

import re

from .days import CUES, DATED, DATING, NAMED
from .numbers import cardinal, hours
from .rule import after, before, make

SOURCE = "thói quen phát thanh viên"
_DASH = r"\s*[-–—]\s*"
_H = r"\s?(?:h:|[hg]|[HG](?=\s?\d\d)|giờ|:(?=\d\d))\s?"
_MINUTE = r"(?:(\d{2})(?:\s?(?:phút|ph|['’′p])(?!\w))?)?"
_ABOUT = (
    "lúc|vào lúc|từ|đến|tới|trước|sau|khoảng|hồi|vào hồi|đúng|quá|trưa|sáng|chiều|tối|đêm|hết|và|hoặc|"
    r"\d[hg]|\d{2}"
)
_NEXT_DATE = r"(?:và|hoặc|đến|,|[-–])\s?(?:ngày )?\d{1,2}/\d{1,2}"
_THEN = "ngày|sáng|trưa|chiều|tối|đêm|hằng ngày|hàng ngày|các ngày|cùng ngày|hôm|thứ|kém|mỗi|[-–—]"


def say(hour: str, minute: str | None) -> str | None:
    """Hour and minute as written digits; None for no time of day."""
    h, m = int(hour), int(minute or 0)
    if h > 24 or m > 59 or (h == 24 and m):
        return None
    if m == 0:
        return f"{hours(h)} giờ"
    if m < 10:
        return f"{hours(h)} giờ không {cardinal(m)} phút"
    return f"{hours(h)} giờ {cardinal(m)} phút"


def _one(match: re.Match[str]) -> str | None:
    weight = re.fullmatch(r"\d+\s?g", match[0])
    if weight and not (before(match, _ABOUT) or after(match, _THEN)):
        return None  # 20g of something
    if ":" in match[0] and before(match, r"tỷ lệ|tỉ lệ|tỷ số|tỉ số|pha"):
        return None
    return say(match[1], match[2])


def _shouted(match: re.Match[str]) -> str | None:
    """7H without minutes, where a time is expected."""
    return say(match[1], None) if before(match, _ABOUT) or after(match, _THEN) else None


def _seconds(match: re.Match[str]) -> str | None:
    first = say(match[1], match[2])
    seconds = int(match[3])
    if first is None or seconds > 59:
        return None
    return f"{first} {cardinal(seconds)} giây" if seconds else first


def _minutes(match: re.Match[str]) -> str:
    minutes, seconds = int(match[1]), int(match[2])
    said = f"{cardinal(minutes)} phút"
    return f"{said} {cardinal(seconds)} giây" if seconds else said


def _range(match: re.Match[str]) -> str | None:
    first, last = say(match[1], match[2]), say(match[3], match[4])
    return f"{first} đến {last}" if first and last else None


def _missing(match: re.Match[str]) -> str | None:
    """No such time: said as written, for somebody to look at."""
    if before(match, "tỷ lệ|tỉ lệ|tỷ số|tỉ số|pha"):
        return None
    return f"{cardinal(int(match[1]))} giờ {cardinal(int(match[2]))} phút"


def _primes(match: re.Match[str]) -> str:
    last = f" đến {cardinal(int(match[2]))}" if match[2] else ""
    return f"{cardinal(int(match[1]))}{last} phút"


def _always(match: re.Match[str]) -> str | None:
    """24/24 and 24/7; the latter may be the 24th of July."""
    if match[1] == "7" and (
        before(match, rf"{CUES}|{DATED}|{NAMED}") or after(match, rf"{DATING}|{_NEXT_DATE}")
    ):
        return None
    if match[1] == "7":
        return "hai mươi tư trên bảy"
    return f"hai mươi tư trên hai mươi tư{' giờ' if 'h' in match[0] or 'g' in match[0] else ''}"


RULES = (
    make(
        "clock.always",
        r"(?<!\d)24\s?(?:h|giờ)?\s?/\s?(24|7)(?![\d/])(?:\s?(?:h|giờ)(?!\w))?",
        _always,
        SOURCE,
        {"trực 24/24": "trực hai mươi tư trên hai mươi tư", "mở cửa 24/7": "mở cửa hai mươi tư trên bảy"},
    ),
    make(
        "clock.seconds",
        r"(?<![\d/.,])(\d{1,2}):(\d{2}):(\d{2})(?![\d:])",
        _seconds,
        SOURCE,
        {"5:20:35": "năm giờ hai mươi phút ba mươi lăm giây"},
    ),
    make(
        "clock.minutes",
        r"(?<![\w/.,])(\d{1,3})\s?(?:p|phút)(\d{1,2})\s?(?:s|giây)(?!\w)",
        _minutes,
        SOURCE,
        {"3p20s": "ba phút hai mươi giây"},
    ),
    make(
        "clock.range",
        rf"(?<![\d/.,])(\d{{1,2}}){_H}{_MINUTE}{_DASH}(\d{{1,2}}){_H}{_MINUTE}(?!\w)",
        _range,
        SOURCE,
        {"8h-10h": "tám giờ đến mười giờ", "từ 19h30-21h": "từ mười chín giờ ba mươi phút đến hai mươi mốt giờ"},
    ),
    make(
        "clock.time",
        rf"(?<![\d/.,])(\d{{1,2}}){_H}{_MINUTE}(?!\w)",
        _one,
        SOURCE,
        {"6h45": "sáu giờ bốn mươi lăm phút", "16h00": "mười sáu giờ", "9h05": "chín giờ không năm phút"},
    ),
    make(
        "clock.shouted",
        r"(?<![\w/.,])(\d{1,2})[HG](?![\w/])",
        _shouted,
        SOURCE,
        {"lúc 7H": "lúc bảy giờ"},
    ),
    make(
        "clock.prime",
        r"(?<![\w/.,°])(\d{1,3})(?:\s?[-–]\s?(\d{1,3}))?\s?['’′](?![\w'’])",
        _primes,
        SOURCE,
        {"thi 120'": "thi một trăm hai mươi phút", "đun 5-10'": "đun năm đến mười phút"},
    ),
    make(
        "clock.hours",
        r"(?<![\d/.,])(\d{1,3})h(?!\w)",
        lambda match: f"{hours(int(match[1]))} giờ",
        SOURCE,
        {"trong 48h": "trong bốn mươi tám giờ"},
    ),
    make(
        "clock.missing",
        r"(?<![\w/.,:])(\d{1,2})(?:[hgHG]|:)(\d{2})(?![\w:/])",
        _missing,
        "quy tắc của dự án",
        {"7h75": "bảy giờ bảy mươi lăm phút"},
        sure=False,
    ),
)  # fmt: skip
