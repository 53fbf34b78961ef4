"""What the listener is to do."""

import re
from collections.abc import Iterator, Sequence

from .passage import Passage
from .rule import Around, Hit, Rule

_CALL = re.compile(
    r"\b(?:hãy|đừng|xin|mời|nhớ|chớ|nên|cần|phải|đề nghị|mong|có thể|giúp|cùng nhau|báo|gọi)\b",
    re.IGNORECASE,
)


def _missing(passages: Sequence[Passage], around: Around) -> Iterator[Hit]:
    if not around.item or not passages or any(_CALL.search(each.text) for each in passages):
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
        ("Mua bán người là tội phạm. Thấy lạ thì báo công an.",),
    ),
)
