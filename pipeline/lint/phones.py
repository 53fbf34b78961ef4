"""Telephone numbers: a wrong hotline is the worst fault a message can have."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ..reading.numbers import DIGITS
from .passage import Passage
from .rule import Around, Hit, Rule
from .table import rows

_CUE = (
    r"(?:gọi|tổng đài|đường dây nóng|điện thoại|hotline|số máy|bấm|quay|alo|báo cho|nhắn tin)"
    r"(?: ngay| cho| đến| tới| về| điện| thoại| máy| số| trực ban| trực| khẩn cấp| hỗ trợ| là"
    r"| [–-]|:)*"
    r"|(?:tổng đài|đường dây nóng|điện thoại|hotline|số máy)(?: [^\W\d]+){0,5}?"
    r"(?: ?\([^)]{1,20}\))?(?::| là:?| [–-])(?: số)?"
    r"|gọi(?: (?!(?:năm|khoảng|hơn|gần|trên|dưới|từ|vào|được)\b)[^\W\d]+){1,3}?"
    r"|(?:là|chỉ|có|gồm) số|số (?:cần|phải|nên|để|bà con)(?: [^\W\d]+){1,4}? là"
    r"|(?:nhớ|thuộc|lưu|qua|liên hệ)(?: lấy| kỹ| ngay| giúp| đến| tới| thêm)* số"
    r"|(?:cú pháp|soạn tin)[^.]{0,40}? gửi(?: đến| tới| về)?(?: số)?"
)
_COUNTED = (
    r"(?!\s*(?:đồng|người|vụ|ngày|giờ|phút|lần|hộ|ca|triệu|nghìn|tỷ|km|kg|tấn|héc ta|mét|suất)\b)"
)
_LONG = r"(?:\+84|\(?0\d{1,3}\)?)(?:[ .\-]{0,2}\d){6,10}|1[89]00(?:[ .]?\d){4,6}"
_CARD = re.compile(
    r"(?:căn cước|cccd|cmnd|chứng minh|hộ chiếu|bảo hiểm|bhxh|bhyt|tài khoản|stk|mã số)[^.,;]*$",
    re.IGNORECASE,
)
_READ = {f"phone.{each}" for each in ("long", "service", "area", "local", "short", "sent")}
LONGEST = 11  # digits of a telephone number, the area's included
_DIGIT = "|".join(DIGITS)
_SHORT = (
    r"(?P<short>(?!1[89]00[ .]?\d)(?:[1-9](?:[ .]?\d){2,7}|[1-9](?:-\d){2,7}))"
    rf"(?![\w/]|[.,]\d){_COUNTED}"
)
_COUNTING = re.compile(
    r"\b(?:tổng|tổng số|còn|được|hơn|gần|khoảng|đạt|lên|xuống|tăng|giảm|thứ|điều|khoản|trang"
    r"|thửa|tờ|lô|nhà|quốc lộ|đường|tỉnh lộ|có|mức|là|bằng|từ|đến|cả)(?: số)? $",
    re.IGNORECASE,
)
_PARTED = re.compile(r"[+(\d][^/–\-]*(?:-\d[^/–\-]*)*")  # "0912345678/0987654321" are two
_NEXT = re.compile(  # "gọi 111, 113 hoặc số 118"
    r"(?:\s*(?:,|;|/|\bvà\b|\bhoặc\b|\bhay\b))+(?: (?:gọi|số|là|cả))*\s*"
    rf"(?P<short>[1-9]\d{{2,3}})(?![\w/]|[.,]\d){_COUNTED}",
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    rf"(?<![\w/.,])(?P<long>{_LONG})(?![\w/])"
    r"|(?<=\s)(?P<bare>11\d)(?=\s*(?:[!?;]|\.(?!\d)|$))"  # but for its last figure 111
    rf"|\b(?:{_CUE})\s+(?:{_SHORT}|(?P<said>(?:{_DIGIT})(?:[ ,–-]+(?:{_DIGIT})){{2,}})\b)",
    re.IGNORECASE,
)


def digits(written: str) -> str:
    """A number's digits, in figures or said one by one; +84 becomes 0."""
    if any(map(str.isdigit, written)):
        return re.sub(r"\D", "", written.replace("+84", "0").replace("(0)", ""))
    return "".join(str(DIGITS.index(word)) for word in re.findall(r"\w+", written.lower()))


@cache
def known() -> dict[str, str]:
    """Numbers that hold in the whole country -> whose they are."""
    return {row[0]: row[1] for row in rows("numbers")}


def _may_be_said(written: str, around: Around) -> bool:
    said = {digits(written), *map(digits, written.split()[:1])}  # "gọi 111 24 giờ": 111
    return around.numbers is None or bool(said & {*around.numbers, *known()})


def _unknown(passages: Sequence[Passage], around: Around) -> Iterator[Hit]:
    for passage in passages:
        for start, end in _numbers(passage):
            written = passage.text[start:end]
            if _may_be_said(written, around):
                continue
            what = (
                f"số {written} không có trong danh sách số khẩn cấp, cũng không phải "
                "đường dây nóng (hotline) của chiến dịch hay số của địa phương (numbers)"
            )
            yield Hit(passage, start, end, what)


def _misheard(passages: Sequence[Passage], around: Around) -> Iterator[Hit]:
    for passage in passages:
        for start, end in _numbers(passage):
            written = passage.text[start:end]
            said = _said(passage, start, end)
            if not _may_be_said(written, around) or not said or _by_digits(said):
                continue
            what = f"số {written} sẽ đọc là “{said}”, người nghe không biết bấm số nào"
            yield Hit(passage, start, end, what, digits(written))


def _said(passage: Passage, start: int, end: int) -> str:
    """How figures there are read; nothing where they are not read by themselves."""
    spans = [span for span in passage.reading.spans if span.end > start and span.start < end]
    alone = all(start <= span.start and span.end <= end for span in spans)
    figures = any(map(str.isdigit, passage.text[start:end]))
    return " ".join("".join(span.spoken for span in spans).split()) if alone and figures else ""


def _by_digits(said: str) -> bool:
    return {"cộng", "tư", *DIGITS}.issuperset(re.findall(r"\w+", said))  # +84: cộng tám tư


def _numbers(passage: Passage) -> Iterator[tuple[int, int]]:
    """Where telephone numbers stand: after the words of a call, or read as such, or next to one."""
    found: list[tuple[int, int]] = []
    for match in _NUMBERS.finditer(passage.text):
        group = match.lastgroup or "long"
        counted = group == "bare" and _COUNTING.search(match.string[: match.start()])
        if not counted and not _is_no_phone(match, digits(match[group])):
            found.append(match.span(group))
    for span in passage.reading.spans:
        if span.rule in _READ:
            found += [
                (span.start + part.start(), span.start + len(part[0].rstrip()) + part.start())
                for part in _PARTED.finditer(span.written)
            ]
    for _, end in found:  # grows while it is gone through: each number may have a next one
        if following := _NEXT.match(passage.text, end):
            found.append(following.span("short"))
    last = 0
    for start, end in sorted(found):
        if start >= last:
            yield start, end
            last = end


def _is_no_phone(match: re.Match[str], number: str) -> bool:
    """Whether it is the number of a card, an account, or too long for a telephone."""
    before = match.string[max(0, match.start() - 30) : match.start()]
    return bool(match["long"]) and (len(number) > LONGEST or _CARD.search(before) is not None)


RULES = (
    Rule(
        "phone.unknown",
        "error",
        "đọc nhầm đường dây nóng là người đang nguy cấp gọi không ai nghe",
        "pipeline/lint/tables/numbers.tsv; hotline trong campaign.yaml; site.contact",
        _unknown,
        (
            "Hãy gọi số 118.",
            "Gọi ngay 0912.345.678 để được giúp.",
            "Tổng đài 1800 1091 nghe cả ngày lẫn đêm.",
            "Hãy gọi số một một hai bảy.",
            "Số điện thoại khẩn cấp là 119.",
            "Trạm y tế xã, số máy 3 855 115.",
            "Đường dây nóng của tỉnh: 119.",
            "Gặp nạn trên sông, gọi cứu hộ 116 ngay.",
            "Nhắn tin theo cú pháp UH gửi 1407.",
            "Cần hỗ trợ gọi 112, hay số 1119.",
            "Hãy gọi 111, 113 và 118 ngay.",
            "Hãy gọi 111 hoặc 119.",
            "Liên hệ 3855115.",
            "Bà con nhớ kỹ số 1110.",
            "Tin báo xin gửi 1119.",
            "Đó là số 118.",
            "Số cần nhớ là 119.",
            "Gọi 111. Không được thì 118.",
            "Hãy gọi 1-1-8.",
            "Gọi điện thoại: một - một - tám.",
            "Đường dây nóng: một, một, tám.",
            "Đường dây nóng (ngày và đêm): một, một, tám.",
            "Đường dây nóng của tỉnh – 1 1 8.",
        ),
        (
            "Hãy gọi số 111.",
            "Cháy nhà thì gọi 114, ốm đau gọi 115.",
            "Hãy gọi số một một một.",
            "Gọi công an 113. Xã đã gọi dân quân hơn 200 người, gọi điện năm 2025.",
            "Gọi 111, 24 giờ mỗi ngày. Gọi số 111 24/7.",
            "Công an đã gọi 500 người đến, số 163 vụ là nhiều.",
            "Năm 2024 có 163 vụ.",
            "Thửa đất số 215, Công văn số 3187/UBND.",
            "Sổ BHXH số 0115012345.",
            "Tổng số là 163 vụ. Đây là số 2 của tỉnh. Cả xã còn 118. Cà phê 118.500 đồng.",
            "Gọi 111, 163 người đã gọi. Gọi 111 hoặc 113, 114.",
            "Đường dây nóng: một, một, hai. Hãy gọi 1 1 1, 1-1-1.",
        ),
    ),
    Rule(
        "phone.misheard",
        "error",
        "số không đọc thành từng chữ số thì nghe ra số khác",
        "cách đọc của chính chương trình này",
        _misheard,
        ("Hãy gọi 11 1 ngay.", "Gọi số 1 11.", "Đường dây nóng: 11 1.", "Gọi 11.3 nhé."),
        (
            "Gọi 111. Gọi 1 1 1 ngay.",
            "Gọi ngay 0912.345.678 hoặc +84 912 345 678.",
            "Tổng đài 1800 1091, số máy 3 855 115.",
            "Đường dây nóng: một, một, hai.",
            "Gọi 111, 24 giờ mỗi ngày. Gọi số 111 24/7.",
        ),
    ),
)
