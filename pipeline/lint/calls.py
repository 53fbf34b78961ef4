"""What the listener is to do."""

import re
from collections.abc import Iterator, Sequence

from .passage import Passage
from .rule import Around, Hit, Rule

_CALL = re.compile(
    r"\b(?:hãy|đừng|xin|mời|nhớ|chớ|nên|cần|phải|đề nghị|mong|có thể|giúp|cùng nhau|báo|gọi)\b",
    re.IGNORECASE,
)


_ADDRESSED = re.compile(  # who listens is told what to do without any of these words
    r"(?:^|[.!?,] |\b(?:này|nay|mai) )(?:bà con(?: mình| ta)?|mọi người|phụ huynh|chị em|các cháu"
    r"|anh chị(?: em)?|(?:các|mỗi|mọi) (?:gia đình|nhà|hộ))"
    r" (?!(?:đã|đang|vẫn|được|bị|là|có|ở|của|và|ta|mình)\b)[^\W\d]+"
    r"|\b(?:ai|nhà nào|người nào) [^.!?]*\bthì\b",
    re.IGNORECASE,
)


def _missing(passages: Sequence[Passage], around: Around) -> Iterator[Hit]:
    called = any(_CALL.search(each.text) or _ADDRESSED.search(each.text) for each in passages)
    if not around.item or not passages or called:
        return
    last = passages[-1]
    what = "cả tin không bảo người nghe làm gì"
    yield Hit(last, max(0, len(last.text) - 1), len(last.text), what)


RULES = (
    Rule(
        "call.missing",
        "note",
        "tin hay đến mấy mà không biết phải làm gì thì nghe xong là thôi",
        "kinh nghiệm truyền thông cơ sở",
        _missing,
        ("Mua bán người là tội phạm. Năm 2024 có 163 vụ.",),
        (
            "Mua bán người là tội phạm. Thấy lạ thì báo công an.",
            "Lúa đang trổ, bà con giữ nước trong ruộng.",
            "Nhà nào có chó thì xích lại.",
        ),
    ),
)
