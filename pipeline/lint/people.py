"""Personal data of victims, and of anybody: a loudspeaker must not point at a person."""

import re
from collections.abc import Iterator

from .passage import Passage
from .rule import Hit, Rule, each

_CAPITAL = "[A-ZĐÂÊÔƠƯĂÁÀẢÃẠẤẦẨẪẬẮẰẲẴẶÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ]"
_NAME = rf"{_CAPITAL}\.?[^\W\d]*\.?(?:[ .]{_CAPITAL}[^\W\d]*\.?){{0,4}}"
_TITLES = "chị|anh|em|cháu|bà|ông"
_CALLED = rf"(?i:{_TITLES}|nạn nhân|bị hại)(?: (?:tên )?là(?: (?:{_TITLES}))?)?"
_INITIALS = rf"(?<![\w.])(?:{_CAPITAL}\.){{2,5}}(?:{_CAPITAL}\b)?"  # "N.T.H." is somebody
_PERSON = rf"(?:\b{_CALLED} {_NAME}|{_INITIALS})"
_AGE = r"\(?\s*(?:(?:sinh năm|SN)\s*\d{4}|sinh ngày \d|\d{1,2} tuổi)"
_LIVES = r"(?:trú|thường trú|tạm trú|ngụ|quê|nhà|sống|ở)(?: tại| ở| quán)?[: ]+"
_AT = rf"(?:tổ|thôn|bản|xóm|số nhà|xã|phường|ấp|khu|làng|{_CAPITAL})"
_HOME = rf", {_AT} {_CAPITAL}[^.!?\n]{{0,40}}?\bbị\b"  # "chị Hoa, thôn Đồng, bị lừa"
_CLASS = r"(?:học )?(?:sinh )?lớp \d"
_TOLD = re.compile(rf"{_PERSON}(?:[^.!?\n]{{0,12}}?(?:{_AGE}|{_LIVES}{_AT}|{_CLASS})|{_HOME})")
_PAPER = (
    r"(?i:(?:số|mã) định danh(?: cá nhân)?|căn cước(?: công dân)?|cccd|cmnd"
    r"|chứng minh(?: nhân dân| thư)?|hộ chiếu)"
)
_CARD = re.compile(
    rf"{_PAPER}[^.\n]{{0,20}}?\b(?:[A-Z]\d{{7,8}}|\d(?:[ .]?\d){{7,11}})\b"
    r"|(?<![\w/.,])0\d{2}(?:[ .]?\d{3}){3}(?![\w/])"
)


def _told(passage: Passage) -> Iterator[Hit]:
    for match in _TOLD.finditer(passage.text):
        what = "nêu tên cùng tuổi hoặc nơi ở: cả xã biết là ai"
        yield Hit(passage, *match.span(), what, "một người ở xã mình")


def _card(passage: Passage) -> Iterator[Hit]:
    for match in _CARD.finditer(passage.text):
        yield Hit(passage, *match.span(), "đọc số giấy tờ của một người lên loa")


RULES = (
    Rule(
        "person.told",
        "warning",
        "lộ danh tính nạn nhân là làm hại họ lần nữa, và trái luật",
        "Luật 53/2024/QH15: giữ bí mật thông tin về nạn nhân (chưa kiểm được điều nào)",
        each(_told),
        (
            "Chị Nguyễn Thị Hoa, 24 tuổi, bị lừa sang bên kia biên giới.",
            "Cháu L.T.H. (sinh năm 2008) đã được đưa về.",
            "Anh Tuấn, trú tại thôn Đồng, kể lại.",
            "Nạn nhân Hoàng Văn Nam, thôn Bãi Cả, bị lừa.",
            "Nạn nhân là cháu Hà, học lớp 9A.",
            "Nạn nhân tên là Lò Văn Sơn, sinh ngày 3/4/2009.",
            "N.T.H., sinh năm 2010, đã được giải cứu.",
        ),
        (
            "Anh chị có thể đến ủy ban xã phường gần nhất mà báo.",
            "Cháu gái 15 tuổi bị rủ đi.",
            "Ông Hùng, trưởng thôn Bãi, mời bà con đi họp.",
            "Anh Danh, ấp Đại Bái, là nông dân sản xuất giỏi.",
            "Bà con ở xã Yên Thế nghe đài.",
        ),
    ),
    Rule(
        "person.card",
        "error",
        "số giấy tờ lọt ra là bị lợi dụng; không bao giờ đọc lên loa",
        "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15",
        each(_card),
        (
            "Số căn cước 024 188 001 234 là của nạn nhân.",
            "CCCD: 024188001234.",
            "Hộ chiếu C1234567.",
            "Ai cầm giấy số 024 099 001 234 xin báo lại.",
        ),
        (
            "Khi đi làm xa nhớ mang theo căn cước.",
            "Đường dây nóng 0204 3829 114.",
            "Năm 2024 có 163 vụ, 500 nạn nhân.",
        ),
    ),
)
