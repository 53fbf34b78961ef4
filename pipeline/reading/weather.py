"""Weather and water: grades of wind, levels of alarm, places at sea, dust."""

import re

from . import roman
from .numbers import cardinal, figures
from .rule import make

SOURCE = "bản tin dự báo thời tiết"


def _level(match: re.Match[str]) -> str:
    return f"{match[1]} {cardinal(int(match[2]))} đến {match[1].lower()} {cardinal(int(match[3]))}"


def _grade(text: str) -> str:
    return cardinal(int(text) if text.isdigit() else roman.value(text) or 0)


def _alarm(match: re.Match[str]) -> str:
    alarm = "báo động" if match[1] == "BĐ" else match[1]
    first, last = match[2], match[3]
    said = f"{alarm} {_grade(first)}"
    return f"{said} đến báo động {_grade(last)}" if last else said


_SIDES = {"B": "vĩ bắc", "N": "vĩ bắc", "Đ": "kinh đông", "E": "kinh đông"}


def _position(match: re.Match[str]) -> str:
    said = f"{cardinal(int(match[1]))} độ {cardinal(int(match[2]))} phút"
    if match[3]:
        said += f" {cardinal(int(match[3]))} giây"
    return f"{said} {_SIDES[match[4]]}" if match[4] else said


RULES = (
    make(
        "amount.level",
        r"([Cc]ấp)\s+(\d{1,2})\s*[-–—]\s*(?:cấp\s+)?(\d{1,2})(?![\w/])",
        _level,
        SOURCE,
        {"cấp 9-10": "cấp chín đến cấp mười", "cấp 6 - cấp 7": "cấp sáu đến cấp bảy"},
        begins="Cc",
    ),
    make(
        "amount.alarm",
        r"(BĐ|[Bb]áo động(?: số| cấp)?)\s?([1-3]|I{1,3})(?!\w)(?:\s*[-–—/]\s*(?:BĐ|báo động)?\s?([1-3]|I{1,3})(?!\w))?",
        _alarm,
        SOURCE,
        {"trên BĐ II": "trên báo động hai", "BĐ1-BĐ2": "báo động một đến báo động hai"},
        begins="BĐb",
    ),
    make(
        "amount.position",
        r"(\d{1,3})\s?°\s?(\d{1,2})\s?['’′](?:\s?(\d{1,2})\s?[\"”″])?\s?(?:([BNĐE])(?!\w))?",
        _position,
        SOURCE,
        {"16°30'B": "mười sáu độ ba mươi phút vĩ bắc"},
    ),
    make(
        "amount.dust",
        r"PM\s?(\d{1,2}(?:[.,]\d)?)(?!\w)",
        lambda match: f"pê mờ {figures(match[1])}",
        SOURCE,
        {"PM2.5": "pê mờ hai chấm năm", "PM10": "pê mờ mười"},
        begins="P",
    ),
)
