"""Days of the calendar: which there are, how they are said, and the words that announce one."""

import re

from .numbers import cardinal
from .rule import before

SOURCE = "thói quen phát thanh viên"
DASH = r"\s*[-–—]\s*"
_DAYS = "thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|CN|T[2-7]"
ANNOUNCED = (
    "ngày|sáng|trưa|chiều|tối|đêm|rạng sáng|dịp|hôm|mùng|mồng|lễ|nghỉ lễ|kỷ niệm|tết|sáng nay|chiều nay|tối nay|"
    rf"hôm nay|hôm qua|ngày mai|{_DAYS}|phong trào|mừng|chào mừng|hưởng ứng|hạn|hạn chót|hạn cuối|chậm nhất|"
    r"muộn nhất|quốc khánh|QK|chiến thắng|giải phóng|thống nhất|kể từ|tính đến|nay đến|tính từ|giờ|\dh|\d[hg]\d\d|"
    "khai mạc|khai giảng|khai trương|khởi công|khánh thành|bế mạc|cao điểm|ra quân|hiệu lực|cách mạng|truyền thống|giỗ tổ hùng vương"
)
CUES = rf"{ANNOUNCED}|đến|tới|từ|hết|trước|sau|vào|qua|lúc|phát động|sinh|bắt đầu|kết thúc|xong|là|tức|tức là|nhằm"
NAMED = r"ngày(?: [^\W\d]+){1,8}(?: -(?: [^\W\d]+){1,4})?"  # Ngày Thương binh - Liệt sĩ 27/7
DATED = r"\d{1,2}/\d{1,2}(?:/\d{4})?\s*(?:và|hoặc|hay|,|;|-|–)"  # one date after another
DATING = r"hằng năm|hàng năm|âm lịch|dương lịch|ÂL|\(âm lịch\)|vừa qua|tới đây|năm (?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý)|năm nay|năm \d{4}"  # comes after one
_SEVERAL = r"ngày (?:\d{1,2}(?:, ?| và | hoặc ))+"  # ngày 5, 6, 7/12: said once
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def month(number: int) -> str:
    """A month: 4 is "tư"."""
    return "tư" if number == 4 else cardinal(number)


def exists(day: int, month_: int, year: int = 2024) -> bool:
    """Whether there is such a day; without a year, in a leap year."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 1 <= month_ <= 12 and 1 <= day <= _LENGTHS[month_ - 1] + (leap and month_ == 2)


def date(day: int, month_: int, year: int | None = None) -> str:
    """A day, its month, its year: "năm tháng chín năm hai nghìn không trăm hai mươi tư"."""
    said = f"{cardinal(day)} tháng {month(month_)}"
    return said if year is None else f"{said} năm {cardinal(year)}"


def lead(match: re.Match[str]) -> str:
    """Give "ngày " unless the text has just said it."""
    return "" if before(match, rf"ngày|mùng|mồng|{_SEVERAL}") else "ngày "
