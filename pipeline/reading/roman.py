"""Roman numerals: only in capitals, and only after a word that counts."""

import re

from .numbers import cardinal
from .rule import before, make

SOURCE = "quy tắc của dự án"
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ALONE = frozenset(
    ("II", "III", "VII", "VIII", "XII", "XIII", "XIV", "XVI", "XVII", "XVIII", "XIX", "XXI")
)  # can be nothing else
_SURE = "thế kỷ|thế kỉ|thứ|phụ lục|khóa|khoản|đoạn|phần|chương|mục"  # even in small letters
_SHAPE = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_CUES = (
    "chương|mục|phần|khóa|khoá|kỳ|kì|thứ|thế kỷ|thế kỉ|đại hội|hội nghị|quý|loại|hạng|khu vực|vùng|"
    "kv|cấp|tập|phụ lục|lần|đợt|giai đoạn|nhóm|bậc|đoạn|phường|khoản|điều|hồi|số|và|độ|[IVXLCDM]+"
)


def value(text: str) -> int | None:
    """What a Roman numeral is worth; None for what is none."""
    if not text or not _SHAPE.fullmatch(text):
        return None
    worth = [_VALUES[letter] for letter in text]
    return sum(
        -one if one < other else one for one, other in zip(worth, [*worth[1:], 0], strict=True)
    )


def _read(match: re.Match[str]) -> str | None:
    number = value(match[0].upper())
    lower = match[0].islower()
    if number is None:
        return None
    if match[0] not in _ALONE and not before(match, _SURE if lower else _CUES):
        return None
    if match[0] in ("C", "D", "L", "M") and not before(match, "chương|phần|mục|[IVX]+"):
        return None  # gan C, khu D, mã L
    if before(match, "thứ") and number in (1, 4):
        return "nhất" if number == 1 else "tư"
    return cardinal(number)


RULES = (
    make(
        "roman.cued",
        r"(?<!\w)(?:[IVXLCDM]{1,8}|[ivx]{1,6})(?!\w)",
        _read,
        SOURCE,
        {
            "quý II": "quý hai",
            "lần thứ XIV": "lần thứ mười bốn",
            "vùng I, II và III": "vùng một, hai và ba",
        },
        begins="IVXLCDMivx",
    ),
)
