"""Numbers of official documents (Decree 30/2020/NĐ-CP, annex III) and places inside them."""

import re

from .letters import NAMES, spell
from .numbers import DIGITS, cardinal, digits
from .rule import make
from .table import table

SOURCE = "Nghị định 30/2020/NĐ-CP, phụ lục III"
CODES = table("documents")
ABBREVIATIONS = table("abbreviations")
_CODE = r"[A-ZĐƯ][A-Za-zĐđƯy]*(?:[&.][A-ZĐ]+)*(?:\d{1,2})?"
_PART = rf"{_CODE}(?:\s{{0,3}}[-–/]\s{{0,3}}{_CODE})*"


def code(text: str) -> str:
    """Codes between dashes and slashes, as words: "NĐ-CP" -> "nghị định chính phủ"."""
    return " ".join(_one(part) for part in re.split(r"\s*[-–/]\s*", text) if part)


def _one(part: str) -> str:
    if part in CODES:
        return CODES[part]
    if part in ABBREVIATIONS:
        return ABBREVIATIONS[part]
    match = re.fullmatch(r"(QH|UBTVQH)(\d{1,2})", part)
    if match:
        return f"{CODES[match[1]]} khóa {cardinal(int(match[2]))}"
    return spell(part)


def number(text: str) -> str:
    """The number of a document; a leading zero is said."""
    zeros = len(text) - len(text.lstrip("0"))
    said = [DIGITS[0]] * zeros
    if text.lstrip("0"):
        said.append(cardinal(int(text)))
    return " ".join(said)


def _with_year(match: re.Match[str]) -> str:
    return f"{number(match[1])}, năm {cardinal(int(match[2]))}, {code(match[3])}"


def _slash(match: re.Match[str]) -> str:
    return f"{number(match[1])}, {code(match[2])}"


def _blank(match: re.Match[str]) -> str:
    return ""


def _place(match: re.Match[str]) -> str:
    letter = NAMES[match[2].lower()]
    return f"{match[1]} {letter}"


def _lettered(match: re.Match[str]) -> str:
    return f"{match[1]} {cardinal(int(match[2]))} {NAMES[match[3].lower()]}"


def _named(match: re.Match[str]) -> str:
    return f"{match[1]} {number(match[2])}"


RULES = (
    make(
        "document.year",
        rf"(?<![\w/])(\d{{1,5}})\s?/\s?((?:19|20)\d\d)\s?/\s?({_PART})(?!\w)",
        _with_year,
        SOURCE,
        {
            "32/2021/NĐ-CP": "ba mươi hai, năm hai nghìn không trăm hai mươi mốt, nghị định chính phủ",
            "53/2024/QH15": "năm mươi ba, năm hai nghìn không trăm hai mươi tư, quốc hội khóa mười lăm",
        },
    ),
    make(
        "document.slash",
        rf"(?<![\w/])(\d{{1,5}})\s{{0,3}}[/\-–]\s{{0,3}}({_PART})(?!\w)",
        _slash,
        SOURCE,
        {
            "193/QĐ-TTg": "một trăm chín mươi ba, quyết định thủ tướng",
            "48-CT/TW": "bốn mươi tám, chỉ thị trung ương",
        },
    ),
    make(
        "document.blank",
        rf"(?:(?<=Số)|(?<=số)|(?<=Số:)|(?<=số:))\s*[:.…]*\s*/\s?{_PART}(?!\w)",
        _blank,
        SOURCE,
        {"Số:      /UBND-VX": "Số"},
        sure=False,
        begins="/:.…",
    ),
    make(
        "document.point",
        r"([Đđ]iểm)\s+([a-zđ])(?!\w)",
        _place,
        SOURCE,
        {"điểm b": "điểm bê"},
        begins="Đđ",
    ),
    make(
        "document.article",
        r"([Đđ]iều|[Kk]hoản)\s+(\d{1,3})([a-zđ])(?!\w)",
        _lettered,
        SOURCE,
        {"Điều 12a": "Điều mười hai a"},
        begins="ĐđKk",
    ),
    make(
        "document.programme",
        r"([Cc]hương trình)\s+(13[45])(?!\w)",
        lambda match: f"{match[1]} {digits(match[2])}",
        "thói quen phát thanh viên",
        {"Chương trình 135": "Chương trình một ba năm"},
        begins="Cc",
    ),
    make(
        "document.named",
        r"([Đđ]ề án|[Cc]hỉ thị|[Nn]ghị quyết)\s+(?:số\s+)?(0\d{1,3})(?![\w/-])",
        _named,
        SOURCE,
        {"Đề án 01": "Đề án không một"},
        begins="ĐđCcNn",
    ),
)
