"""Counts, money, percentages, measures, and spans of them."""

import re

from .numbers import cardinal, decimal, digits, fractional
from .rule import before, make
from .table import table

SOURCE = "thói quen phát thanh viên"
_NUMBER = r"(?:\d{1,3}(?:\.\d{3})+(?!\d)|\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)|\d+)(?:,\d+)?"
_DOTTED = r"\d+\.\d{1,2}(?![\d.])"  # a dot where a comma is meant
_VALUE = rf"(?:{_DOTTED}|{_NUMBER})"
_MAGNITUDE = r"(?:nghìn|ngàn|triệu|tỷ|tỉ|tr|k)(?![^\W\d_])"
_LARGER = {"tr": "triệu", "tỉ": "tỷ", "ngàn": "nghìn", "k": "nghìn"}
_SIGNS = {
    "": "",
    "-": "âm", "–": "âm", "±": "cộng trừ", "≥": "lớn hơn hoặc bằng", ">": "trên", "<": "dưới",
    "≤": "nhỏ hơn hoặc bằng", "~": "khoảng",
}  # fmt: skip
_MONEY = {"$": "đô la", "€": "ơ rô", "£": "bảng", "¥": "yên"}

UNITS = table("units")
_UNIT = "|".join(re.escape(unit) for unit in sorted(UNITS, key=len, reverse=True))


def number(text: str) -> str:
    """A number as written in Vietnam: dots between thousands, a comma before decimals.

    A dot before one or two digits can only be a decimal mark, and is read as one.
    """
    dotted = re.fullmatch(r"(\d+)\.(\d{1,2})", text)
    if dotted:
        return f"{cardinal(int(dotted[1]))} chấm {fractional(dotted[2])}"
    whole, _, fraction = re.sub(r"[. \u00a0]", "", text).partition(",")
    return decimal(whole, fraction) if fraction else cardinal(int(whole))


def _amount(match: re.Match[str]) -> str | None:
    """A value with its sign, magnitude and unit, or a span of two; whatever of it is written."""
    groups = {name: each or "" for name, each in match.groupdict().items()}
    value, last = groups["value"], groups.get("to", "")
    if len(value) > 20 or len(last) > 20:
        return None
    own, shared = groups.get("magnitude", ""), groups.get("magnitude_to", "")
    first = number(value)
    if (own or shared) and not last:
        first = first.replace(" chấm ", " phẩy ")  # 1.5 tỷ: a comma is meant
    said = (
        _SIGNS[groups.get("sign", "").strip()],
        first,
        _LARGER.get(own, own),
        UNITS.get(groups.get("unit_from", ""), ""),
        f"đến {number(last)}" if last else "",
        _LARGER.get(shared, shared),
        UNITS.get(groups.get("unit", ""), ""),
        *(f"một {UNITS.get(each, each)}" for each in groups.get("per", "").split("/") if each),
    )
    return " ".join(filter(None, said))


def _plain(match: re.Match[str]) -> str | None:
    text = match["value"]
    if len(text) > 20 or text.startswith("00"):
        return digits(text)
    sign = (match["sign"] or "").strip()
    return f"{_SIGNS[sign]} {number(text)}" if sign else number(text)


def _cards(match: re.Match[str]) -> str:
    return ", ".join(digits(group) for group in match[0].split())


def _fraction(match: re.Match[str]) -> str | None:
    over, under = int(match["over"]), int(match["under"])
    if under == 0 or before(match, _ADDRESS):
        return None
    ratio = under > 10 or before(match, "đạt|có|được|số")
    last = "tư" if under == 4 and not ratio else cardinal(under)
    sign = "âm " if match["sign"] else ""
    whole = f"{cardinal(int(match['whole']))} " if match["whole"] else ""
    unit = f" {UNITS[match['unit']]}" if match["unit"] else ""
    return f"{sign}{whole}{cardinal(over)} {'trên' if ratio else 'phần'} {last}{unit}"


def _address(match: re.Match[str]) -> str | None:
    if not before(match, _ADDRESS):
        return None
    return " xuyệt ".join(cardinal(int(part)) for part in match[0].split("/"))


def _short_magnitude(match: re.Match[str]) -> str:
    """1tr2 -> one million two hundred thousand; 2t3 -> two billion three hundred million."""
    larger, smaller = ("triệu", "nghìn") if match[2] == "tr" else ("tỷ", "triệu")
    said = f"{cardinal(int(match[1]))} {larger}"
    return f"{said} {cardinal(int(match[3]) * 100)} {smaller}" if match[3] else said


def _currency(match: re.Match[str]) -> str:
    return f"{number(match[2])} {_MONEY[match[1]]}"


def _level(match: re.Match[str]) -> str:
    return f"{match[1]} {cardinal(int(match[2]))} đến {match[1].lower()} {cardinal(int(match[3]))}"


_ADDRESS = "nhà|nhà số|số nhà|địa chỉ|đ/c|ngõ|ngách|hẻm|kiệt"
_START = r"(?<![\w.,/])"
_SIGN = r"(?P<sign>[-–±≥≤<>~](?=\d)|[≥≤<>~] )?"

RULES = (
    make(
        "amount.card",
        rf"{_START}\d{{4}}(?: \d{{4}}){{2,4}}(?![\w])",
        _cards,
        SOURCE,
        {"4532 1234 5678 9012": "bốn năm ba hai, một hai ba bốn, năm sáu bảy tám, chín không một hai"},
    ),
    make(
        "amount.level",
        r"([Cc]ấp)\s+(\d{1,2})\s*[-–]\s*(\d{1,2})(?![\w/])",
        _level,
        "bản tin dự báo thời tiết",
        {"cấp 9-10": "cấp chín đến cấp mười"},
        begins="Cc",
    ),
    make(
        "amount.score",
        r"(?<![\w.,/])(\d{1,2})\s?[-–:]\s?(\d{1,2})(?![\w/])",
        lambda match: f"{cardinal(int(match[1]))} {cardinal(int(match[2]))}"
        if before(match, "tỷ số|tỉ số")
        else None,
        SOURCE,
        {"tỷ số 3-1": "tỷ số ba một"},
    ),
    make(
        "amount.formula",
        r"(?<![\w.,/-])\d{1,2}(?:[-–]\d{1,2}){2}(?![\w-])",
        lambda match: ", ".join(cardinal(int(part)) for part in re.split("[-–]", match[0])),
        SOURCE,
        {"NPK 5-10-3": "nờ pê ca năm, mười, ba"},
    ),
    make(
        "amount.span",
        rf"{_START}{_SIGN}(?P<value>{_VALUE})\s?(?P<magnitude>{_MAGNITUDE})?\s?(?P<unit_from>{_UNIT})?"
        rf"\s*[-–—]\s*(?P<to>{_VALUE})\s?(?P<magnitude_to>{_MAGNITUDE})?\s?(?P<unit>{_UNIT})(?![\w²³])",
        _amount,
        SOURCE,
        {
            "3-5 triệu đồng": "ba đến năm triệu đồng",
            "15%-20%": "mười lăm phần trăm đến hai mươi phần trăm",
            "3kg-6kg": "ba ki lô gam đến sáu ki lô gam",
        },
        begins=r"\d\-–±≥≤<>~",
    ),
    make(
        "amount.short",
        r"(?<![\w.,/])(\d{1,4})(tr|t)(\d)?(?!\w)",
        _short_magnitude,
        SOURCE,
        {"1tr2": "một triệu hai trăm nghìn", "2tr": "hai triệu"},
    ),
    make(
        "amount.per",
        rf"{_START}{_SIGN}(?P<value>{_VALUE})\s?(?P<magnitude>{_MAGNITUDE})?\s?(?P<unit>{_UNIT})"
        r"\s?/\s?(?P<per>(?:[a-zà-ỹđ]{2,}|m[23²³]|[kK]Wh)(?:/[a-zà-ỹđ]{2,})*)(?!\w)",
        _amount,
        SOURCE,
        {"50.000đ/ngày": "năm mươi nghìn đồng một ngày"},
        begins=r"\d\-–±≥≤<>~",
    ),
    make(
        "amount.measure",
        rf"{_START}{_SIGN}(?P<value>{_VALUE})\s?(?P<magnitude>{_MAGNITUDE})?\s?(?P<unit>{_UNIT})(?![\w²³])",
        _amount,
        SOURCE,
        {
            "350.000đ": "ba trăm năm mươi nghìn đồng",
            "94%": "chín mươi tư phần trăm",
            "8 triệu m3": "tám triệu mét khối",
            "40 km/h": "bốn mươi ki lô mét trên giờ",
        },
        begins=r"\d\-–±≥≤<>~",
    ),
    make(
        "amount.currency",
        rf"([$€£¥])\s?({_VALUE})(?!\w)",
        _currency,
        SOURCE,
        {"$50": "năm mươi đô la"},
        begins="$€£¥",
    ),
    make(
        "amount.magnitude",
        rf"{_START}{_SIGN}(?P<value>{_VALUE})\s?(?P<magnitude>{_MAGNITUDE})?(?:\s*[-–—]\s*(?P<to>{_VALUE}))?"
        rf"\s?(?P<magnitude_to>{_MAGNITUDE})(?!\w)",
        _amount,
        SOURCE,
        {"1,5 tỷ": "một phẩy năm tỷ", "10k-20k": "mười nghìn đến hai mươi nghìn"},
        begins=r"\d\-–±≥≤<>~",
    ),
    make(
        "amount.points",
        r"(?<![\w.,/])(\d+,\d+)/(\d+)(?![\w/])",
        lambda match: f"{number(match[1])} trên {number(match[2])}",
        SOURCE,
        {"28,5/30 điểm": "hai mươi tám phẩy năm trên ba mươi điểm"},
    ),
    make(
        "amount.address",
        r"(?<![\w.,/])\d{1,4}(?:/\d{1,4})+(?![\w/])",
        _address,
        SOURCE,
        {"số nhà 123/4": "số nhà một trăm hai mươi ba xuyệt bốn"},
    ),
    make(
        "amount.fraction",
        rf"{_START}(?P<sign>-)?(?:(?P<whole>\d{{1,3}}) )?(?P<over>\d{{1,4}})/(?P<under>\d{{1,4}})\s?(?P<unit>{_UNIT})?(?![\w/])",
        _fraction,
        SOURCE,
        {"18/20 hộ": "mười tám trên hai mươi hộ", "3/5 dân số": "ba phần năm dân số"},
        sure=False,
        begins=r"\d\-",
    ),
    make(
        "amount.range",
        rf"{_START}(?P<value>{_NUMBER})\s?[-–]\s?(?P<to>{_NUMBER})(?![\w/]|[.,]\d)",
        _amount,
        SOURCE,
        {"3-5 người": "ba đến năm người"},
    ),
    make(
        "amount.times",
        rf"{_START}(\d+)\s?[xX×]\s?(\d+)(?!\w)",
        lambda match: f"{cardinal(int(match[1]))} nhân {cardinal(int(match[2]))}",
        SOURCE,
        {"3 x 4": "ba nhân bốn"},
    ),
    make(
        "amount.number",
        rf"(?<![\w])(?P<sign>[-–](?=\d[\d.,]*\s*$)|[±≥≤<>~]\s?)?(?P<value>{_VALUE})(?!\w)",
        _plain,
        SOURCE,
        {"500 người": "năm trăm người", "1.015": "một nghìn không trăm mười lăm"},
        begins=r"\d\-–±≥≤<>~",
    ),
)  # fmt: skip
