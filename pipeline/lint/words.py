"""Words: written twice by a slip, or such as only offices use."""

import re
from collections.abc import Iterator
from functools import cache

from ..reading.numbers import DIGITS
from .passage import Passage
from .rule import Hit, Rule, each
from .table import rows

_TWICE = re.compile(r"\b([^\W\d_]+)[ \t]+(\1)\b", re.IGNORECASE)
_PHRASE = re.compile(r"\b((?:[^\W\d_]+[ \t]+){1,4}[^\W\d_]+)[ \t]+(\1)\b", re.IGNORECASE)
_MEANT = ("từng", "mỗi", "càng", "dần")  # "từng bước từng bước": said twice on purpose


def _repeated(passage: Passage) -> Iterator[Hit]:
    for match in _TWICE.finditer(passage.text):
        first, second = match[1], match[2]
        meant = first.lower() in _doubles() or first.lower() in DIGITS
        if meant or (first[0].isupper() and second[0].isupper()):
            continue
        yield Hit(passage, *match.span(), f"chữ “{second}” viết hai lần liền", first)
    for match in _PHRASE.finditer(passage.text):
        words = match[1].lower().split()
        if len(set(words)) == 1 or words[0] in _MEANT or words[0] in DIGITS:
            continue
        yield Hit(passage, *match.span(), f"cụm “{match[2]}” viết hai lần liền", match[1])


def _official(passage: Passage) -> Iterator[Hit]:
    for match in official(passage.text):
        plain = plainer()[match[0].lower()]
        what = f"“{match[0]}” là tiếng giấy tờ, bà con ít dùng"
        yield Hit(passage, *match.span(), what, plain)


def official(text: str) -> Iterator[re.Match[str]]:
    """Words of officials in a text, the longest first where several begin together."""
    return _pattern().finditer(text)


@cache
def plainer() -> dict[str, str]:
    """Words of officials, in small letters -> what people say."""
    return {row[0]: row[1] for row in rows("official")}


@cache
def _doubles() -> frozenset[str]:
    """Syllables that are said twice on purpose."""
    return frozenset(word for row in rows("doubles") for word in row[0].split())


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(plainer(), key=lambda each: -len(each))))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


RULES = (
    Rule(
        "word.repeated",
        "warning",
        "chữ gõ lặp thì máy cũng đọc lặp",
        "công văn mẫu: “thông tin, truyền truyền”",
        each(_repeated),
        (
            "Nội dung thông tin, truyền truyền trong tuần.",
            "Bà con hãy gọi gọi số 111.",
            "Bà con bà con chú ý.",
        ),
        (
            "Ngày ngày vẫn thế, nhà nhà cùng nghe.",
            "Chị Thanh Thanh kể lại.",
            "Luôn luôn nhớ.",
            "Số một một không.",
            "Việc truyền thông thông qua cái loa.",
            "Làm từng bước từng bước một.",
        ),
    ),
    Rule(
        "word.official",
        "note",
        "tiếng giấy tờ khó nghe, khó nhớ; nói như nói với hàng xóm thì dễ vào hơn",
        "pipeline/lint/tables/official.tsv",
        each(_official),
        ("Đề nghị triển khai thực hiện công tác này trên địa bàn.",),
        ("Bà con mình cùng làm ở trong xã.",),
    ),
)
