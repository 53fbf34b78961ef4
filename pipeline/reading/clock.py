"""Times of day and hours."""

import re

from .numbers import cardinal
from .rule import make

SOURCE = "thói quen phát thanh viên"


def say(hour: str, minute: str | None) -> str | None:
    """Hour and minute as written digits."""
    h, m = int(hour), int(minute or 0)
    if h > 24 or m > 59:
        return None
    if m == 0:
        return f"{cardinal(h)} giờ"
    if m < 10:
        return f"{cardinal(h)} giờ không {cardinal(m)} phút"
    return f"{cardinal(h)} giờ {cardinal(m)} phút"


def _one(match: re.Match[str]) -> str | None:
    return say(match[1], match[2])


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


def _hours(match: re.Match[str]) -> str:
    return f"{cardinal(int(match[1]))} giờ"


RULES = (
    make(
        "clock.always",
        r"(?<!\d)24\s?/\s?(24|7)(?!\d)(?:\s?(?:h|giờ))?",
        lambda match: "hai mươi bốn trên hai mươi bốn giờ"
        if match[1] == "24"
        else "hai mươi bốn giờ bảy ngày trong tuần",
        SOURCE,
        {"24/24": "hai mươi bốn trên hai mươi bốn giờ"},
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
        r"(?<![\d/.,])(\d{1,2})\s?(?:[hg]|[HG](?=\d\d)|giờ|:(?=\d\d))\s?(\d{2})?(?:\s?phút)?\s*[-–—]\s*"
        r"(\d{1,2})\s?(?:[hg]|[HG](?=\d\d)|giờ|:(?=\d\d))\s?(\d{2})?(?:\s?phút)?(?!\w)",
        _range,
        SOURCE,
        {"8h-10h": "tám giờ đến mười giờ", "từ 19h30-21h": "từ mười chín giờ ba mươi phút đến hai mươi mốt giờ"},
    ),
    make(
        "clock.time",
        r"(?<![\d/.,])(\d{1,2})\s?(?:[hg]|[HG](?=\d\d)|giờ|:(?=\d\d))(?:\s?(\d{2})(?:\s?(?:phút|['’p]))?)?(?!\w)",
        _one,
        SOURCE,
        {"6h45": "sáu giờ bốn mươi lăm phút", "16h00": "mười sáu giờ", "9h05": "chín giờ không năm phút"},
    ),
    make(
        "clock.hours",
        r"(?<![\d/.,])(\d{1,3})h(?!\w)",
        _hours,
        SOURCE,
        {"trong 48h": "trong bốn mươi tám giờ"},
    ),
)  # fmt: skip
