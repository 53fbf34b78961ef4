"""Slips of the pen in a letter: reported, never mended."""

import re
from collections.abc import Iterator

_TWICE = re.compile(r"(?<![\w-])([^\W\d_]{2,}(?:\s+[^\W\d_]{2,})?)\s+\1(?![\w-])", re.IGNORECASE)
# Vietnamese doubles many words on purpose
_RIGHTS = """
ai ào ầm anh bà bao bé biết bình cao càng cháu chằm chầm chậm chị chung con cô dần dài đa
đều đêm đời đường gần hay hằng hàng hơi hiếm khác khăng khe lâu liên luôn lần mãi mau mơ mới
ngay ngày người nhà nhanh nho nhẹ năm nơi ông phần rất riêng rõ sáng song sớm tháng thường
tối từ từng trùng ùn vui xa xanh xinh xóm ù ì hoàn đau đùng nườm lăm kìn khít ngùn mỗi sừng
thôn bản chốn nghiêm oang rưng rào rì thao
"""
# two words that meet: "truyền thông" and "thông qua"
_MEET = re.compile(
    r"\s+(?:qua|tin|báo|điệp|thường|suốt|viên|dân|tác|tố|cáo|giáo|dục)\b", re.IGNORECASE
)
_RIGHT = frozenset(_RIGHTS.split())


def slips(text: str) -> Iterator[str]:
    """Words written twice that nobody doubles."""
    seen: set[str] = set()
    for found in _TWICE.finditer(text):
        slip = found[0].lower()
        if found[1].lower() in _RIGHT or slip in seen or _MEET.match(text, found.end()):
            continue
        seen.add(slip)
        yield found[0]
