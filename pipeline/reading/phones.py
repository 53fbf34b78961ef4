"""Telephone numbers, card numbers and accounts: digit by digit, groups apart."""

import re

from .numbers import digits
from .rule import before, make

SOURCE = "thói quen phát thanh viên"
_CUES = (
    r"gọi(?: ngay| điện| đến| tới| cho)*(?: số)?|số|tổng đài|đường dây nóng|đường dây|hotline|"
    r"số máy|điện thoại|đt|sđt|zalo|fax|liên hệ|máy|hoặc|và|báo|1\d\d"
)
_CARDS = "cccd|cmnd|cmtnd|stk|tài khoản|số tài khoản|mã số thuế|mst|mã số|mã|định danh"
SHORT = ("111", "112", "113", "114", "115", "1022", "156", "119")


def _groups(text: str) -> str:
    return ", ".join(digits(group) for group in re.findall(r"\d+", text))


def _long(match: re.Match[str]) -> str | None:
    if "-" in match[0] and re.fullmatch(r"\d{1,2}-\d{1,2}-\d{4}", match[0]):
        return None
    count = sum(letter.isdigit() for letter in match[0])
    if not 8 <= count <= 12:
        return None
    prefix = "cộng " if match[0].startswith("+") else ""
    return prefix + _groups(match[0])


def _short(match: re.Match[str]) -> str | None:
    near = before(match, _CUES) or before(match, r"(?:tổng đài|đường dây nóng)(?: [^\W\d]+){1,4}")
    known = match[1] in SHORT
    if near and (known or before(match, r"tổng đài|đường dây nóng|hotline|gọi số|số máy")):
        return digits(match[1])
    return None


def _coded(match: re.Match[str]) -> str | None:
    return _groups(match[1]) if before(match, rf"(?:{_CARDS})(?:\s+số)?") else None


RULES = (
    make(
        "phone.long",
        r"(?<![\w/])(?:\+\d{2}[\s.]?|\(0\d{1,4}\)[\s.]?|0)\d(?:[\s.\-]?\d){6,10}(?![\w/])",
        _long,
        SOURCE,
        {"gọi 0983.112.233": "gọi không chín tám ba, một một hai, hai ba ba"},
        begins=r"\d+(",
    ),
    make(
        "phone.service",
        r"(?<!\w)(1[89]00(?:[\s.]?\d){4,6})(?!\w)",
        lambda match: digits(match[1]),
        SOURCE,
        {"tổng đài 18001091": "tổng đài một tám không không một không chín một"},
    ),
    make(
        "phone.short",
        r"(?<![\w/.,])(1\d{2,3})(?![\w/]|[.,]\d|\s*(?:người|hộ|ha|km|đồng|nghìn|triệu|tỷ|học sinh))",
        _short,
        SOURCE,
        {"gọi số 111": "gọi số một một một", "tổng đài 1022": "tổng đài một không hai hai"},
    ),
    make(
        "phone.code",
        r"(?<!\w)(\d{6,20})(?!\w)",
        _coded,
        SOURCE,
        {"tài khoản 1234567890": "tài khoản một hai ba bốn năm sáu bảy tám chín không"},
    ),
)  # fmt: skip
