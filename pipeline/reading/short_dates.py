"""Days of a month without a year, however written: 19/5, 30-4, 27.02, 10/3 ÂL."""

import re

from .days import ANNOUNCED, CUES, DATED, DATING, NAMED, SOURCE, date, exists, lead
from .numbers import cardinal
from .ratios import ADDRESS, COUNTED
from .rule import after, before, make, right

_LISTED = r"(?:ngày|từ|đêm|sáng|chiều|tối) (?:\d{1,2}(?:, ?| và | đến | hoặc ))+"
_FEASTS = re.compile(
    "3-2|8-3|26-3|10-3|30-4|1-5|19-5|1-6|21-6|28-6|27-2|27-7|19-8|2-9|14-10|15-10|20-10|9-11|20-11|22-12"
)  # as newspapers write them
_MOST_MONTHS = 12  # more over less, as in 24-11, is no span of days
_MONTHLY = "tháng|hằng tháng|hàng tháng|mỗi tháng|trong tháng"


def _short(match: re.Match[str]) -> str | None:
    d, m = int(match[1]), int(match[2])
    if not exists(d, m):
        return None
    if after(match, COUNTED) and not before(match, ANNOUNCED):
        return None  # có từ 3/7 thành viên
    cued = before(match, rf"(?:{CUES}|{DATED}|{NAMED}|{_LISTED})") or after(match, DATING)
    return lead(match) + date(d, m) if cued else None


def _dotted(match: re.Match[str]) -> str | None:
    if after(match, _MONTHLY) or before(match, "từ ngày"):
        return None
    return lead(match) + date(int(match[1]), int(match[2])) if _dot_cued(match) else None


def _dot_cued(match: re.Match[str]) -> bool:
    cued = before(match, rf"{ANNOUNCED}|{NAMED}")
    feast = (
        "." in match[0]
        or int(match[1]) > _MOST_MONTHS
        or _FEASTS.fullmatch(f"{int(match[1])}-{int(match[2])}")
    )
    return cued and bool(feast) and exists(int(match[1]), int(match[2]))


def _dashed(match: re.Match[str]) -> str | None:
    """Whether "ngày 5-9" is of September, or the fifth to the ninth, is not certain."""
    d, m = int(match[1]), int(match[2])
    if (
        after(match, _MONTHLY)
        or before(match, "các ngày|từ")
        or (before(match, "từ ngày") and not re.match(r"\s?(?:[,.;)]|$)", right(match, 2)))
        or not before(match, "ngày|hôm|đêm|sáng|chiều|tối|dịp")
    ):
        return None
    return lead(match) + date(d, m) if exists(d, m) else None


def _padded(match: re.Match[str]) -> str | None:
    """A leading zero gives a date away (21/02), and so does more over less (20/11): no fraction."""
    d, m = int(match[1]), int(match[2])
    padded = match[1][0] == "0" or match[2][0] == "0"
    if after(match, COUNTED):
        return None
    likely = d > m and not before(match, f"đạt|có|được|số|{ADDRESS}|tỷ lệ|huyết áp|thị lực")
    return lead(match) + date(d, m) if (padded or likely) and exists(d, m) else None


RULES = (
    make(
        "date.dotted",
        r"(?<![\d/.,])(\d{1,2})[.\-](\d{1,2})(?!\d|[/.,\-]\d|\s*%)",
        _dotted,
        SOURCE,
        {"ngày 27.02": "ngày hai mươi bảy tháng hai", "lễ 30-4": "lễ ngày ba mươi tháng tư"},
    ),
    make(
        "date.dashed",
        r"(?<![\d/.,])(\d{1,2})-(\d{1,2})(?![\d/\-]|[.,]\d|\s*%)",
        _dashed,
        SOURCE,
        {"ngày 7-9": "ngày bảy tháng chín"},
        sure=False,
    ),
    make(
        "date.day-month",
        r"(?<![\d/.])(\d{1,2})\s?/\s?(\d{1,2})(?![\d/]|\s*%)",
        _short,
        SOURCE,
        {"dịp 19/5": "dịp ngày mười chín tháng năm", "ngày 30/7": "ngày ba mươi tháng bảy"},
    ),
    make(
        "date.padded",
        r"(?<![\d/.,])(\d{1,2})/(\d{1,2})(?![\d/]|\s*%)",
        _padded,
        SOURCE,
        {"21/02": "ngày hai mươi mốt tháng hai"},
        sure=False,
    ),
    make(
        "date.after-hour",
        r"/\s?(\d{1,2})/(\d{1,2})(?:/(\d{4}))?(?![\d/])",
        lambda match: f"ngày {date(int(match[1]), int(match[2]), int(match[3]) if match[3] else None)}"
        if before(match, r"\d{1,2}[hg](?:\d\d)?|giờ|phút") and exists(int(match[1]), int(match[2]))
        else None,
        "bản tin dự báo thời tiết",
        {"7h/25/11": "bảy giờ ngày hai mươi lăm tháng mười một"},
        begins="/",
    ),
    make(
        "date.lunar-month",
        r"(?<![\d/.,])(\d{1,2})(?:\s?[-–]\s?(\d{1,2}))?\s?/\s?([Gg]iêng|[Cc]hạp)(?!\w)",
        lambda match: f"{cardinal(int(match[1]))}"
        f"{f' đến mùng {cardinal(int(match[2]))}' if match[2] else ''} tháng {match[3]}",
        SOURCE,
        {"mùng 6-8/Giêng": "mùng sáu đến mùng tám tháng Giêng"},
    ),
    make(
        "date.lunar",
        r"(?:ÂL|Âl|âl|AL)(?![\w.])",
        lambda match: "âm lịch" if before(match, r"\d{1,4}|năm \w+|tháng \w+") else None,
        SOURCE,
        {"10/3 ÂL": "ngày mười tháng ba âm lịch"},
        begins="ÂâA",
    ),
)  # fmt: skip
