"""A dash between two moments, or two of a kind, means "đến"."""

import re

from .rule import before, make

SOURCE = "thói quen phát thanh viên"
_KINDS = (
    r"[Tt]hứ|[Cc]ấp|[Ll]ớp|[Tt]uần|[Tt]háng|[Kk]hóa|[Kk]hối|[Qq]uý|[Nn]ăm|[Tt]ầng|[Đđ]iều|[Kk]hoản"
)
_CLOCK = r"\d{1,2}\s?(?:[hg]|giờ|:(?=\d\d))\s?(?:\d\d)?(?:\s?(?:phút|p))?"
_DATE = r"\d{1,2}\s?[/.]\s?\d{1,2}(?:\s?[/.]\s?\d{4})?"
_PART = r"(?:sáng|trưa|chiều|tối|đêm|rạng sáng)"
_DAY = rf"(?:thứ (?:[2-7]|hai|ba|tư|năm|sáu|bảy)|chủ nhật|T[2-7]|CN|hôm nay|hôm sau|cùng ngày|{_PART}|(?:{_PART} )?(?:ngày )?(?:{_DATE}|\d{{1,2}}))"
_MOMENT = rf"{_CLOCK},?\s(?:{_PART} )?{_DAY}(?:,? ?\(?{_DATE}\)?)?|{_DATE}\s?\(?{_CLOCK}\)?"


def _of_a_kind(match: re.Match[str]) -> str | None:
    word = match["word"]
    return "đến" if before(match, rf"{word}\s?[\dIVX]{{1,9}}(?: \({_DATE}\)?)?") else None


RULES = (
    make(
        "until.moment",
        rf"[-–—](?=\s?(?:{_PART} )?{_CLOCK}(?!\w))",
        lambda match: "đến" if before(match, _MOMENT) else None,
        SOURCE,
        {
            "22h ngày 27/11 - 5h ngày 28/11": "hai mươi hai giờ ngày hai mươi bảy tháng mười một đến"
            " năm giờ ngày hai mươi tám tháng mười một",
            "7h sáng - 5h chiều": "bảy giờ sáng đến năm giờ chiều",
        },
        begins="-–—",
    ),
    make(
        "until.kind",
        rf"[-–—](?=\s?(?P<word>{_KINDS})\s?(?:\d|[IVX]))",
        _of_a_kind,
        SOURCE,
        {"thứ 2 - thứ 6": "thứ hai đến thứ sáu"},
        begins="-–—",
    ),
)
