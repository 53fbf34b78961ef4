"""Counts, money, percentages, measures, and spans of them."""

import re

from .numbers import cardinal, decimal, digits
from .rule import before, make
from .table import table

SOURCE = "thói quen phát thanh viên"
_NUMBER = r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?"
_MAGNITUDE = r"nghìn|ngàn|triệu|tỷ|tỉ|tr"


UNITS = table("units")
_UNIT = "|".join(re.escape(unit) for unit in sorted(UNITS, key=len, reverse=True))


def number(text: str) -> str:
    """A number as written in Vietnam: dots between thousands, a comma before decimals."""
    whole, _, fraction = text.replace(".", "").partition(",")
    return decimal(whole, fraction) if fraction else cardinal(int(whole))


def _amount(match: re.Match[str]) -> str | None:
    value, magnitude, unit = match["value"], match["magnitude"], match["unit"]
    if len(value.replace(".", "").partition(",")[0]) > 15:
        return None
    said = [number(value)]
    if match["to"]:
        said += ["đến", number(match["to"])]
    if match["sign"]:
        said.insert(0, {"-": "âm", "–": "âm", "±": "cộng trừ", "≥": "lớn hơn hoặc bằng", ">": "trên",
                        "<": "dưới", "≤": "nhỏ hơn hoặc bằng", "~": "khoảng"}[match["sign"]])  # fmt: skip
    if magnitude:
        said.append({"tr": "triệu", "tỉ": "tỷ", "ngàn": "nghìn"}.get(magnitude, magnitude))
    if unit:
        said.append(UNITS[unit])
    return " ".join(said)


def _plain(match: re.Match[str]) -> str | None:
    text = match[0]
    if len(text.replace(".", "").partition(",")[0]) > 15:
        return digits(text)
    return number(text)


def _fraction(match: re.Match[str]) -> str | None:
    joint = "trên" if int(match[2]) > 10 or before(match, "đạt|có|được|số") else "phần"
    return f"{cardinal(int(match[1]))} {joint} {cardinal(int(match[2]))}"


RULES = (
    make(
        "amount.measure",
        rf"(?<![\w.,/])(?P<sign>[-–±≥≤<>~](?=\d))?(?P<value>{_NUMBER})"
        rf"(?:\s*[-–—]\s*(?P<to>{_NUMBER}))?(?:\s?(?P<magnitude>{_MAGNITUDE}))?"
        rf"\s?(?P<unit>{_UNIT})(?![\w²³])",
        _amount,
        SOURCE,
        {
            "350.000đ": "ba trăm năm mươi nghìn đồng",
            "94%": "chín mươi tư phần trăm",
            "15%": "mười lăm phần trăm",
            "8 triệu m3": "tám triệu mét khối",
            "3-5 triệu đồng": "ba đến năm triệu đồng",
            "40 km/h": "bốn mươi ki lô mét trên giờ",
        },
    ),
    make(
        "amount.magnitude",
        rf"(?<![\w.,/])(?P<sign>[-–±≥≤<>~](?=\d))?(?P<value>{_NUMBER})"
        rf"(?:\s*[-–—]\s*(?P<to>{_NUMBER}))?\s?(?P<magnitude>{_MAGNITUDE})(?P<unit>(?!\w))",
        _amount,
        SOURCE,
        {"1,5 tỷ": "một phẩy năm tỷ"},
    ),
    make(
        "amount.range",
        rf"(?<![\w.,/])(?P<sign>)(?P<value>{_NUMBER})\s?[-–—]\s?(?P<to>{_NUMBER})(?![\w/]|[.,]\d)(?P<magnitude>)(?P<unit>)",
        _amount,
        SOURCE,
        {"cấp 9-10": "cấp chín đến mười"},
    ),
    make(
        "amount.fraction",
        r"(?<![\w.,/])(\d{1,4})/(\d{1,4})(?![\w/])",
        _fraction,
        SOURCE,
        {"18/20 hộ": "mười tám trên hai mươi hộ", "3/5 dân số": "ba phần năm dân số"},
        sure=False,
    ),
    make(
        "amount.number",
        rf"(?<![\w])(?:{_NUMBER})(?!\w)",
        _plain,
        SOURCE,
        {"500 người": "năm trăm người", "1.015": "một nghìn không trăm mười lăm"},
    ),
)
