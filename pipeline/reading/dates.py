"""Days of the calendar, with or without their year, and spans of them."""

import re

from .numbers import cardinal
from .ratios import ADDRESS, COUNTED
from .rule import after, before, make

SOURCE = "thói quen phát thanh viên"
DASH = r"\s*[-–—]\s*"
_FULL = r"(?P<d>\d{1,2})\s?(?P<sep>[/.\-])\s?(?P<m>\d{1,2})\s?(?P=sep)\s?(?P<y>\d{4})(?![\d/])"
_DAYS = "thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|CN|T[2-7]"
_STRONG = (
    "ngày|sáng|trưa|chiều|tối|đêm|rạng sáng|dịp|hôm|mùng|mồng|lễ|nghỉ lễ|kỷ niệm|tết|sáng nay|chiều nay|tối nay|"
    rf"hôm nay|hôm qua|ngày mai|{_DAYS}|phong trào|mừng|chào mừng|hưởng ứng|hạn|hạn chót|hạn cuối|chậm nhất|"
    r"muộn nhất|quốc khánh|chiến thắng|giải phóng|thống nhất|kể từ|tính đến|nay đến|tính từ|giờ|\dh|\d[hg]\d\d|"
    "khai mạc|khai giảng|khai trương|khởi công|khánh thành|bế mạc|cao điểm|ra quân|hiệu lực|cách mạng|truyền thống|giỗ tổ hùng vương"
)
_CUES = rf"{_STRONG}|đến|tới|từ|hết|trước|sau|vào|qua|lúc|phát động|sinh|bắt đầu|kết thúc|xong|là|tức|tức là|nhằm"
_NAMED = r"ngày(?: [^\W\d]+){1,8}(?: -(?: [^\W\d]+){1,4})?"  # Ngày Thương binh - Liệt sĩ 27/7
_SEVERAL = r"ngày (?:\d{1,2}(?:, ?| và | hoặc ))+"  # ngày 5, 6, 7/12: said once
_LISTED = r"(?:ngày|từ|đêm|sáng|chiều|tối) (?:\d{1,2}(?:, ?| và | đến | hoặc ))+"
_DATED = r"\d{1,2}/\d{1,2}(?:/\d{4})?\s*(?:và|hoặc|hay|,|;|-|–)"  # one date after another
_AFTER = r"hằng năm|hàng năm|âm lịch|dương lịch|ÂL|\(âm lịch\)|vừa qua|tới đây|năm (?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý)|năm nay|năm \d{4}"
_DASHED = frozenset(
    [
        "30-4",
        "1-5",
        "2-9",
        "19-8",
        "20-11",
        "20-10",
        "8-3",
        "27-7",
        "22-12",
        "19-5",
        "3-2",
        "26-3",
        "1-6",
        "27-2",
        "10-3",
        "21-6",
        "28-6",
        "9-11",
        "15-10",
        "14-10",
    ]
)  # feast days as newspapers write them
_MOST_MONTHS = 12  # more over less, as in 24-11, is no span of days
_MONTHLY = "tháng|hằng tháng|hàng tháng|mỗi tháng|trong tháng"
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_CENTURY = 2000


def month(number: int) -> str:
    """A month: 4 is "tư"."""
    return "tư" if number == 4 else cardinal(number)


def exists(day: int, month_: int, year: int = 2024) -> bool:
    """Whether there is such a day; without a year, in a leap year."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 1 <= month_ <= 12 and 1 <= day <= _LENGTHS[month_ - 1] + (leap and month_ == 2)


def _date(day: int, month_: int, year: int | None = None) -> str:
    said = f"{cardinal(day)} tháng {month(month_)}"
    return said if year is None else f"{said} năm {cardinal(year)}"


def _said_day(match: re.Match[str]) -> str:
    """Give "ngày " unless the text has just said it."""
    return "" if before(match, rf"ngày|mùng|mồng|{_SEVERAL}") else "ngày "


def _full(match: re.Match[str]) -> str | None:
    d, m, y = (int(match[each]) for each in "dmy")
    return _said_day(match) + _date(d, m, y) if exists(d, m, y) else None


def _short_year(match: re.Match[str]) -> str | None:
    """5/9/25: the century is a guess."""
    d, m, y = (int(match[each]) for each in "dmy")
    if before(match, rf"{ADDRESS}|số|NPK|mục|điểm|phiên bản") or not exists(d, m):
        return None
    return _said_day(match) + _date(d, m, _CENTURY + y if y < 50 else _CENTURY - 100 + y)


def _range_full(match: re.Match[str]) -> str | None:
    d1, m1, y1, d2, m2, y2 = (int(each) if each else None for each in match.groups())
    if d1 is None or d2 is None or m2 is None or not exists(d2, m2, y2 or 2024):
        return None
    if not exists(d1, m1 or m2, y1 or y2 or 2024):
        return None
    first = cardinal(d1) if m1 is None else _date(d1, m1, y1)
    return f"{_said_day(match)}{first} đến ngày {_date(d2, m2, y2)}"


def _range(match: re.Match[str]) -> str | None:
    first, last = int(match[1]), int(match[4])
    likely = first < last and not after(match, COUNTED)  # gieo 10-15/6
    dated = match[6] or match[2] or likely or before(match, rf"{_CUES}|{_NAMED}|đợt \d+")
    return _range_full(match) if dated else None


def _list(match: re.Match[str]) -> str | None:
    """Several days of one month: 5,6,7/12."""
    days = [int(each) for each in re.findall(r"\d+", match["days"])]
    m, y = int(match["m"]), int(match["y"]) if match["y"] else None
    if not before(match, _CUES) or not all(exists(day, m) for day in days):
        return None
    joint = " và " if "và" in match["days"] else ", "
    said = f"{', '.join(map(cardinal, days[:-1]))}{joint}{_date(days[-1], m, y)}"
    return f"{_said_day(match)}{said}"


def _short(match: re.Match[str]) -> str | None:
    d, m = int(match[1]), int(match[2])
    if not exists(d, m):
        return None
    if after(match, COUNTED) and not before(match, _STRONG):
        return None  # có từ 3/7 thành viên
    cued = before(match, rf"(?:{_CUES}|{_DATED}|{_NAMED}|{_LISTED})") or after(match, _AFTER)
    return _said_day(match) + _date(d, m) if cued else None


def _dotted(match: re.Match[str]) -> str | None:
    if after(match, _MONTHLY) or before(match, "từ ngày"):
        return None
    return _said_day(match) + _date(int(match[1]), int(match[2])) if _dot_cued(match) else None


def _dot_cued(match: re.Match[str]) -> bool:
    cued = before(match, rf"{_STRONG}|{_NAMED}")
    feast = (
        "." in match[0]
        or int(match[1]) > _MOST_MONTHS
        or f"{int(match[1])}-{int(match[2])}" in _DASHED
    )
    return cued and feast and exists(int(match[1]), int(match[2]))


def _dashed(match: re.Match[str]) -> str | None:
    """Whether "ngày 5-9" is of September, or the fifth to the ninth, is not certain."""
    d, m = int(match[1]), int(match[2])
    if (
        after(match, _MONTHLY)
        or before(match, "từ ngày|các ngày|từ")
        or not before(match, "ngày|hôm|đêm|sáng|chiều|tối|dịp")
    ):
        return None
    return _said_day(match) + _date(d, m) if exists(d, m) else None


def _padded(match: re.Match[str]) -> str | None:
    """A leading zero gives a date away (21/02), and so does more over less (20/11): no fraction."""
    d, m = int(match[1]), int(match[2])
    padded = match[1][0] == "0" or match[2][0] == "0"
    if after(match, COUNTED):
        return None
    likely = d > m and not before(match, f"đạt|có|được|số|{ADDRESS}|tỷ lệ|huyết áp|thị lực")
    return _said_day(match) + _date(d, m) if (padded or likely) and exists(d, m) else None


def _missing(match: re.Match[str]) -> str | None:
    """No such day: said as written, for somebody to look at."""
    d, m, y = match["d"], match["m"], match["y"]
    return f"{cardinal(int(d))} tháng {cardinal(int(m))} năm {cardinal(int(y))}"


def _missing_short(match: re.Match[str]) -> str | None:
    d, m = int(match[1]), int(match[2])
    if exists(d, m) or max(d, m) > 31 or not before(match, "ngày|mùng|mồng|dịp|lễ"):
        return None
    return f"{cardinal(d)} tháng {cardinal(m)}"


_D = r"(\d{1,2})(?:\s?[/.]\s?(\d{1,2})(?:\s?[/.]\s?(\d{4}))?)?"
_NO_DATE = "quy tắc của dự án"
RULES = (
    make(
        "date.blank",
        r"[Nn]gày[\s.…]+tháng[\s.…]+(?:\d{1,2}[\s.…]+)?năm(?:\s+\d{4})?(?=[\s.…]*(?:\n|$|[,;)]))",
        lambda match: "",
        "quy tắc của dự án",
        {"ngày     tháng     năm 2024": ""},
        sure=False,
        begins="Nn",
    ),
    make(
        "date.range",
        rf"(?<![\d/]){_D}{DASH}(\d{{1,2}})\s?[/.]\s?(\d{{1,2}})(?:\s?[/.]\s?(\d{{4}}))?(?![\d/])",
        _range,
        SOURCE,
        {"từ 12-18/11/2024": "từ ngày mười hai đến ngày mười tám tháng mười một năm hai nghìn không trăm hai mươi tư"},
    ),
    make(
        "date.list",
        r"(?<![\d/.,])(?P<days>\d{1,2}(?:\s?,\s?\d{1,2}){0,8}(?:\s?,\s?|\s+và\s+)\d{1,2})\s?/\s?(?P<m>\d{1,2})(?:\s?/\s?(?P<y>\d{4}))?(?![\d/])",
        _list,
        SOURCE,
        {"các ngày 5,6,7/12": "các ngày năm, sáu, bảy tháng mười hai"},
    ),
    make(
        "date.full",
        rf"(?<![\d/]){_FULL}",
        _full,
        SOURCE,
        {"ngày 05/9/2024": "ngày năm tháng chín năm hai nghìn không trăm hai mươi tư"},
    ),
    make(
        "date.missing",
        rf"(?<![\d/]){_FULL}",
        _missing,
        _NO_DATE,
        {"31/02/2024": "ba mươi mốt tháng hai năm hai nghìn không trăm hai mươi tư"},
        sure=False,
    ),
    make(
        "date.no-such-day",
        r"(?<![\d/.,])(\d{1,2})/(\d{1,2})(?![\d/]|\s*%)",
        _missing_short,
        _NO_DATE,
        {"ngày 31/4": "ngày ba mươi mốt tháng bốn"},
        sure=False,
    ),
    make(
        "date.short-year",
        r"(?<![\d/.,])(?P<d>\d{1,2})(?P<sep>[/.\-])(?P<m>\d{1,2})(?P=sep)(?P<y>\d{2})(?![\d/]|[.\-]\d)",
        _short_year,
        SOURCE,
        {"5/9/25": "ngày năm tháng chín năm hai nghìn không trăm hai mươi lăm"},
        sure=False,
    ),
    make(
        "date.from",
        r"(?<![\d/.,])\d{1,2}(?=\s+đến\s+(?:hết\s+)?(?:ngày\s+)?\d{1,2}\s?/\s?\d{1,2}(?!\d))",
        lambda match: f"ngày {cardinal(int(match[0]))}"
        if before(match, "từ") and exists(int(match[0]), 1)
        else None,
        SOURCE,
        {"từ 5 đến 10/12": "từ ngày năm đến ngày mười tháng mười hai"},
    ),
    make(
        "date.dotted",
        r"(?<![\d/.,])(\d{1,2})[.\-](\d{1,2})(?!\d|[/.,\-]\d|\s*%)",
        _dotted,
        SOURCE,
        {"ngày 27.02": "ngày hai mươi bảy tháng hai", "lễ 30-4": "lễ ngày ba mươi tháng tư"},
    ),
    make(
        "date.dashed",
        r"(?<![\d/.,])(\d{1,2})-(\d{1,2})(?![\d/.,\-]|\s*%)",
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
        lambda match: f"ngày {_date(int(match[1]), int(match[2]), int(match[3]) if match[3] else None)}"
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
        lambda match: "âm lịch" if before(match, r"\d|năm \w+|tháng \w+") else None,
        SOURCE,
        {"10/3 ÂL": "ngày mười tháng ba âm lịch"},
        begins="ÂâA",
    ),
)  # fmt: skip
