"""Telephone numbers and short numbers: digit by digit, groups apart."""

import re

from .numbers import digits
from .rule import NEAR, after, before, left, make, right

SOURCE = "thói quen phát thanh viên"
_CUES = (
    r"gọi(?: ngay| điện| đến| tới| cho)*(?: số)?|số|tổng đài|đường dây nóng|đường dây|hotline|"
    r"số máy|điện thoại|đt|sđt|zalo|fax|liên hệ|máy|báo|bấm|ấn|quay|quay số|nhấn|tới số|đến số|phản ánh(?: qua| đến| tới)?|qua(?: số)?"
)
_NUMBERED = r"(?:thửa|thửa đất|lô|tờ|phòng|nhà|xe|tuyến|văn bản|mẫu|biên bản|mục|trang|tổ|hộ|bàn|mốc|km)(?: số)?"
_LISTED = r"(?:[\s:(]*1\d{2,3}[\s,;)/–-]*(?:và|hoặc|hay)?)+"  # one helpline after another
_OR = r"(?:gọi|số|tổng đài|đường dây|hotline|điện thoại|đt|liên hệ|báo)\W[^.!?\n]*\W(?:hoặc|và|hay)|\d[\d .]{6,14}\d,? (?:hoặc|và|hay)"
_KNOWN = {
    "111": "trẻ em|tổng đài|bảo vệ",
    "112": "cứu nạn|tìm kiếm|cứu hộ|khẩn cấp",
    "113": "cảnh sát|công an|an ninh|cơ động|phản ứng nhanh",
    "114": "cứu hỏa|cứu hoả|chữa cháy|cháy|pccc|cứu nạn|cứu hộ|cảnh sát pccc",
    "115": "cấp cứu|y tế|cứu thương",
    "1022": "công dân|hành chính",
    "156": "tin giả|cuộc gọi rác|tin nhắn rác|phản ánh|lừa đảo|tới|đầu số",
    "119": "",
}
_STREET = "đường|phố|ngõ|người|hộ|ha|km|đồng|nghìn|triệu|tỷ|học sinh|trường hợp|ca|vụ|thôn|con|cây|suất|kg|tấn|cuộc|lượt|tin|hồ sơ|đơn|em|cháu|trẻ|nạn nhân|xã|phường|ngày|giờ|phút|phản ánh"
_SERVICE = re.compile(
    r"(?:tổng đài|đường dây nóng|đường dây)(?:,?\s[^\W\d]+){1,14}[\s:(]*$", re.IGNORECASE
)
_CLAUSE = 90  # characters in which a service may have its long name: "phòng, chống mua bán người"
_ALONE = (
    r"\s*(?:$|[.;:!?()]|,(?!\s*\d)|(?<=\s)[–—-]\s+[^\W\d]|"
    r"(?:là|luôn|hoặc|hay|và|để|miễn phí|ngay|hoạt động|trực|khi|nếu|theo|của|đều|sẽ|nhé)(?!\w))"
)
_TOTALS = "tổng|đạt|bằng|còn|lên|xuống|tăng|giảm|là|cộng|điều|khoản|chương|bài|câu|khóa|đợt|thứ|cột|dòng|cấp|tập|kỳ|lần|lớp|năm|tháng|tuổi|từ"
_COUNTED = "nhận|có|được|hơn|gần|khoảng|trên|với|đủ|thêm|xử lý"
_SENT = r"gửi(?: tới| đến| về)?(?: số| tổng đài| đầu số)?|đầu số(?: [^\W\d]+){0,2}|tổng đài(?: [^\W\d]+){0,6}|nhắn tin(?: tới| đến)?(?: số)?"
_ENDS = r"$|[.,;:)!?(“\"-]|\s+(?:để|hoặc|và|theo|miễn|với|gặp|trước|từ|nếu|của|\()"
_LOCAL = r"điện thoại(?: [^\W\d]+){0,2}|đt|sđt|số máy|máy|bàn|fax|gọi|hotline|liên hệ|số điện thoại|đường dây nóng|alo"
_EXTENSION = r"máy lẻ|số lẻ|nhánh|nội bộ|phím|bấm phím|ext|số máy lẻ|số nội bộ|ấn phím|bấm số"
_PHONE = r"(?:\(?\+\d{2}\)?[\s.]?(?:\(0\)\s?)?|\(0\d{1,4}\)[\s.\-]{0,2}|0)\d(?:[\s.\-]?\d){6,10}"
_PAIRED = r"\s?[/–\-]\s?|\s+-\s+"


def groups(text: str) -> str:
    """Digits as they are grouped; ten or eleven in a row are parted as people say them: 4, 3, the rest."""
    found: list[str] = re.findall(r"\d+", text)
    if len(found) == 1 and len(found[0]) in (10, 11) and found[0][0] == "0":
        found = [found[0][:4], found[0][4:7], found[0][7:]]
    return ", ".join(digits(group) for group in found)


def _one(text: str) -> str | None:
    count = sum(letter.isdigit() for letter in text)
    if not 9 <= count <= 13:
        return None
    if "+" not in text:
        return groups(text)
    return f"cộng {_country(text)}, {groups(_after_country(text))}"


def _country(text: str) -> str:
    return digits(text[text.index("+") + 1 :][:2]).replace("tám bốn", "tám tư")


def _after_country(text: str) -> str:
    return text[text.index("+") + 3 :].replace("(0)", "")


def _long(match: re.Match[str]) -> str | None:
    """Numbers side by side: a slash between them is an "or", a dash a rest."""
    said: list[str] = []
    for joint, written in re.findall(rf"({_PAIRED})?({_PHONE})", match[0]):
        number = _one(written)
        if number is None:
            return None
        said.append(f"{', hoặc ' if '/' in joint else ', '}{number}" if said else number)
    return "".join(said) or None


def _local(match: re.Match[str]) -> str | None:
    count = sum(letter.isdigit() for letter in match[0])
    return groups(match[0]) if 7 <= count <= 8 and before(match, _LOCAL) else None


def _short(match: re.Match[str]) -> str | None:
    number = match[1]
    if (
        number not in _KNOWN
        or after(match, _STREET)
        or before(match, rf"{_NUMBERED}(?:{_LISTED})?")
    ):
        return None
    near = before(match, rf"(?:{_CUES})(?:{_LISTED})?|{_OR}") or (
        _SERVICE.search(left(match, _CLAUSE)) and not before(match, _COUNTED)
    )
    helps = before(match, rf"(?:{_KNOWN[number]})(?: số)?") if _KNOWN[number] else False
    return digits(number) if near or helps else None


def _bare(match: re.Match[str]) -> str | None:
    """A helpline's number with nothing counted after it: rather digits than people."""
    counted = before(match, rf"{_COUNTED}|{_NUMBERED}|{_TOTALS}|\d+")
    alone = not counted and re.match(_ALONE, right(match, NEAR), re.IGNORECASE)
    return digits(match[0]) if alone else None


def _sent(match: re.Match[str]) -> str | None:
    """A number that messages are sent to, or an exchange: nothing is counted with it."""
    return (
        digits(match[0]) if before(match, _SENT) and re.match(_ENDS, right(match, NEAR)) else None
    )


def _keys(match: re.Match[str]) -> str:
    named = {"*": "sao", "#": "thăng"}
    return " ".join(named.get(sign) or digits(sign) for sign in match[0])


RULES = (
    make(
        "phone.long",
        rf"(?<![\w/]){_PHONE}(?:(?:{_PAIRED}){_PHONE}){{0,3}}(?![\w/])",
        _long,
        SOURCE,
        {
            "gọi 0983.112.233": "gọi không chín tám ba, một một hai, hai ba ba",
            "0912345678 - 0987654321": "không chín một hai, ba bốn năm, sáu bảy tám,"
            " không chín tám bảy, sáu năm bốn, ba hai một",
            "0912345678/0987654321": "không chín một hai, ba bốn năm, sáu bảy tám,"
            " hoặc không chín tám bảy, sáu năm bốn, ba hai một",
        },
        begins=r"\d+(",
    ),
    make(
        "phone.service",
        r"(?<!\w)(1[89]00(?:[\s.]?\d){4,6})(?!\w)",
        lambda match: groups(match[1]),
        SOURCE,
        {"tổng đài 18001091": "tổng đài một tám không không một không chín một"},
    ),
    make(
        "phone.area",
        r"(?<![\w/.,])0\d{2,3}[. ](?:1022|1080|1081|11[1-5])(?![\w/]|[.,]\d)",
        lambda match: groups(match[0]),
        SOURCE,
        {"gọi 0204.1022": "gọi không hai không bốn, một không hai hai"},
    ),
    make(
        "phone.local",
        r"(?<![\w/.,])\d(?:[\s.\-]?\d){6,7}(?!\w|[.,]\d)",
        _local,
        SOURCE,
        {"điện thoại: 3.854.321": "điện thoại: ba, tám năm bốn, ba hai một"},
    ),
    make(
        "phone.short",
        r"(?<![\w/.,])(1\d{2,3})(?![\w/]|[.,]\d)",
        _short,
        SOURCE,
        {
            "gọi số 111": "gọi số một một một",
            "cảnh sát 113": "cảnh sát một một ba",
            "Tổng đài quốc gia phòng, chống mua bán người 111 miễn phí": "Tổng đài quốc gia phòng, chống mua bán người"
            " một một một miễn phí",
        },
    ),
    make(
        "phone.bare",
        r"(?<![\w/.,])11[1-5](?![\w/]|[.,]\d)",
        _bare,
        SOURCE,
        {
            "Hãy nhớ 111": "Hãy nhớ một một một",
            "111 luôn có người nghe máy": "một một một luôn có người nghe máy",
        },
        sure=False,
    ),
    make(
        "phone.sent",
        r"(?<![\w/.,])\d{3,6}(?![\w/]|[.,]\d)",
        _sent,
        SOURCE,
        {"gửi 1400": "gửi một bốn không không"},
    ),
    make(
        "phone.extension",
        r"(?<![\w/.,])\d{1,4}(?![\w/]|[.,]\d)",
        lambda match: digits(match[0]) if before(match, _EXTENSION) else None,
        SOURCE,
        {"máy lẻ 102": "máy lẻ một không hai"},
    ),
    make(
        "phone.keys",
        r"\*\d{1,6}(?:\*\d{1,16}){0,4}#",
        _keys,
        SOURCE,
        {"bấm *101#": "bấm sao một không một thăng"},
        begins="*",
    ),
)  # fmt: skip
