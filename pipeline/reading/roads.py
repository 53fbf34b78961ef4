"""Road names, kilometre posts, and codes that mix letters with digits."""

import re

from .letters import spell
from .numbers import cardinal, digits
from .rule import make

SOURCE = "thói quen phát thanh viên"
KINDS = {
    "QL": "quốc lộ", "ĐT": "đường tỉnh", "TL": "tỉnh lộ", "ĐH": "đường huyện", "HL": "hương lộ",
    "CT": "xê tê",
}  # fmt: skip
PREFIXES = {
    "BĐ": "báo động", "TDP": "tổ dân phố", "KP": "khu phố", "KDC": "khu dân cư", "QL": "quốc lộ",
    "ĐT": "đường tỉnh", "TL": "tỉnh lộ", "P": "pê", "T": "tê",
}  # fmt: skip


def _road(match: re.Match[str]) -> str:
    tail = f" {spell(match[3])}" if match[3] else ""
    number = digits(match[2]) if match[2][0] == "0" else cardinal(int(match[2]))
    return f"{KINDS[match[1]]} {number}{tail}"


def _post(match: re.Match[str]) -> str:
    return f"ki lô mét {cardinal(int(match[1]))} cộng {cardinal(int(match[2]))}"


def _lettered(match: re.Match[str]) -> str | None:
    head, number, tail = match.groups()
    said = PREFIXES.get(head) or spell(head)
    counted = digits(number) if number[0] == "0" and len(number) > 1 else cardinal(int(number))
    return " ".join(filter(None, (said, counted, spell(tail or ""))))


def _numbered(match: re.Match[str]) -> str:
    rest = re.findall(r"\d+|[^\W\d_]+", match[0])
    return " ".join(cardinal(int(each)) if each.isdigit() else spell(each) for each in rest)


def _disease(match: re.Match[str]) -> str:
    return _numbered(match)


RULES = (
    make(
        "road.name",
        rf"(?<!\w)({'|'.join(KINDS)})[.\s]?\s?(\d{{1,4}})([A-ZĐ])?(?![\w/])",
        _road,
        SOURCE,
        {"QL.18": "quốc lộ mười tám", "ĐT 295B": "đường tỉnh hai trăm chín mươi lăm bê"},
        begins="A-ZĐ",
    ),
    make(
        "road.post",
        r"(?<!\w)[Kk]m\s?(\d{1,4})\s?\+\s?(\d{1,3})(?!\w)",
        _post,
        SOURCE,
        {"Km 12+500": "ki lô mét mười hai cộng năm trăm"},
        begins="Kk",
    ),
    make(
        "code.several",
        r"(?<!\w)[A-ZĐ]{1,3}\d{1,3}(?:[A-ZĐ]{1,3}\d{1,3})+(?![\w/])",
        _disease,
        SOURCE,
        {"H5N8": "hát năm nờ tám"},
        begins="A-ZĐ",
    ),
    make(
        "code.lettered",
        r"(?<![\w/])([A-ZĐ]{1,4})(\d{1,4})([A-ZĐ])?(?![\w/])",
        _lettered,
        SOURCE,
        {"U19": "u mười chín", "BĐ1": "báo động một", "F0": "ép không"},
        begins="A-ZĐ",
    ),
    make(
        "code.plate",
        r"(?<![\w/.,])(\d{2})([A-ZĐ]{1,2}\d?)\s?[-–]?\s?(\d{3}\.?\d{2}|\d{4})(?![\w/])",
        lambda match: f"{digits(match[1])} {spell(match[2])}, {digits(match[3])}",
        SOURCE,
        {"98A-123.45": "chín tám a, một hai ba bốn năm"},
    ),
    make(
        "code.numbered",
        r"(?<![\w/.,])\d{1,3}[A-ZĐ](?:\d{1,2})?(?![\w/])",
        _numbered,
        SOURCE,
        {"lớp 7A2": "lớp bảy a hai", "5G": "năm gờ"},
    ),
)
