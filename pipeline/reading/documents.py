"""Numbers of official documents (Decree 30/2020/NĐ-CP, annex III) and places inside them."""

import re

from .letters import NAMES, spell
from .numbers import DIGITS, cardinal, digits
from .offices import office
from .rule import before, make
from .table import table
from .words import ABBREVIATIONS

SOURCE = "Nghị định 30/2020/NĐ-CP, phụ lục III"
TYPES = table("documents")
BODIES = table("bodies")
_FIRST = (TYPES, BODIES, ABBREVIATIONS)  # where the first code is looked up, and the others
_OTHER = (BODIES, ABBREVIATIONS, TYPES)
_ANNOUNCED = {
    "QĐ": ("quy định", "quyết định"),
    "CT": ("chương trình", "chỉ thị"),
    "TT": ("tờ trình", "thông tri", "thông tư"),
    "CĐ": ("công điện",),
    "QC": ("quy chế",),
    "HD": ("hợp đồng", "hướng dẫn"),
    "HĐ": ("hợp đồng",),
    "KH": ("kế hoạch",),
    "TB": ("thông báo",),
    "BB": ("biên bản",),
    "BC": ("báo cáo",),
    "ĐA": ("đề án",),
    "DA": ("dự án", "đề án"),
    "KL": ("kết luận",),
    "CV": ("công văn",),
    "NQ": ("nghị quyết",),
}  # codes of several types: the word before the number says which
_NAMES = (
    r"(?:nghị định|nghị quyết|thông tư|quyết định|chỉ thị|luật|pháp lệnh|NĐ|NQ|QĐ|TT)(?: liên tịch)?(?: số)?|"
    r"(?:công điện|công văn|quy định|kế hoạch|chương trình|đề án|hướng dẫn|thông báo|báo cáo|kết luận) số"
)
_CODE = r"[A-ZĐƯ][A-Za-zĐđƯư]*(?:[&.,][A-ZĐƯ]+)*(?:\d{1,3})?"
_PART = rf"{_CODE}(?:\s{{0,3}}[-–/]\s{{0,3}}{_CODE})*(?:-[a-zđ]{{2,4}}\d?(?![^\W_]))?"


def code(match: re.Match[str], text: str) -> str:
    """Codes between dashes and slashes, as words: "NĐ-CP" -> "nghị định chính phủ"."""
    first, *others = (part for part in re.split(r"\s*[-–/]\s*", text) if part)
    said = [
        _announced(match, first) or _one(first, _FIRST),
        *(_one(part, _OTHER) for part in others),
    ]
    return " ".join(said)


def _announced(match: re.Match[str], form: str) -> str | None:
    """The type that stands before the number, if the code may mean it."""
    types = _ANNOUNCED.get(form, ())
    return next((each for each in types if before(match, f"{each}(?: liên tịch)?(?: số)?")), None)


def _one(part: str, tables: tuple[dict[str, str], ...]) -> str:
    for codes in tables:
        if part in codes:
            return codes[part]
    match = re.fullmatch(r"(\D{2,})(\d{1,3})", part)
    if match:
        counted = cardinal(int(match[2]))
        term = " khóa" if match[1] in ("QH", "UBTVQH", "HĐND") else ""
        return f"{_one(match[1], tables)}{term} {counted}"
    pieces = re.split("[.,&]", part)
    if len(pieces) > 1:
        return " ".join(_one(piece, tables) for piece in pieces if piece)
    return office(part) or spell(part)


def _coded(text: str) -> bool:
    """Whether these are codes, not words with a capital."""
    parts = re.split(r"\s*[-–/.,&]\s*", text)
    return all(
        part in TYPES or part in BODIES or len(part) == 1 or sum(map(str.isupper, part)) > 1
        for part in parts[: 1 if len(parts) == 1 else 2]
    )


def number(text: str) -> str:
    """The number of a document; a leading zero is said."""
    zeros = len(text) - len(text.lstrip("0"))
    said = [DIGITS[0]] * zeros
    if text.lstrip("0"):
        said.append(cardinal(int(text)))
    return " ".join(said)


def _with_year(match: re.Match[str]) -> str:
    return f"{number(match[1])}, năm {cardinal(int(match[2]))}, {code(match, match[3])}"


def _slash(match: re.Match[str]) -> str | None:
    dashed = match[2] != "/" and (
        match[3].split("/")[0].strip() not in TYPES or "/" not in match[3]
    )
    if dashed or not _coded(match[3]):
        return None  # Tổ 5 - Ban quản lý
    return f"{number(match[1])}, {code(match, match[3])}"


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
        "document.of-year",
        r"(?<![\w/.,])(\d{1,4})/((?:19|20)\d\d)(?![\d/])",
        lambda match: (
            f"{number(match[1])}, năm {cardinal(int(match[2]))}" if before(match, _NAMES) else None
        ),
        SOURCE,
        {"Nghị định 10/2022": "Nghị định mười, năm hai nghìn không trăm hai mươi hai"},
    ),
    make(
        "document.slash",
        rf"(?<![\w/])(\d{{1,5}})\s{{0,3}}([/\-–])\s{{0,3}}({_PART})(?!\w)",
        _slash,
        SOURCE,
        {
            "193/QĐ-TTg": "một trăm chín mươi ba, quyết định thủ tướng",
            "48-CT/TW": "bốn mươi tám, chỉ thị trung ương",
            "Quy định 178-QĐ/TW": "Quy định một trăm bảy mươi tám, quy định trung ương",
        },
    ),
    make(
        "document.blank",
        rf"(?:(?<=Số)|(?<=số)|(?<=Số:)|(?<=số:))[\s:.…_]{{0,80}}/\s?{_PART}(?!\w)",
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
