"""How unwillingly a reader breathes at each place of a sentence."""

from functools import cache

from .sentences import within_quotes
from .span import Span
from .table import rows, table

MARKS = {";": -15.0, ":": 3.0, ".": -5.0, "?": -5.0, "!": -5.0, ",": 4.0}  # a semicolon is sought
_DASH = 1.0  # a dash or a parenthesis stands for more than a comma
_DATE = 10.0
_CLOSED = 2.0  # after a quotation
_QUOTED = 12.0
_NAME = 10.0
_ITEMS = 5.0  # a comma between items as short as this much dearer
_ITEM = 3  # words of a short item
_LEADS = frozenset(
    (
        "ngày",
        "tháng",
        "năm",
        "từ",
        "đến",
        "hết",
        "trước",
        "sau",
        "dịp",
        "đoạn",
        "khóa",
        "kỳ",
        "và",
        "số",
    )
)  # what comes after belongs to them
WINDOW = 5  # words looked at on either side


def costs(spans: list[Span]) -> dict[int, float]:
    """Index of the span a part may begin with -> what the cut costs; only where one may be."""
    quoted = within_quotes(spans)
    found = {}
    for index in range(1, len(spans)):
        cost = _cost(spans, index)
        if cost is not None:
            found[index] = cost + (_QUOTED if quoted[index] and quoted[index - 1] else 0.0)
    return found


def _cost(spans: list[Span], index: int) -> float | None:
    former, span = spans[index - 1], spans[index]
    if span.kind in ("space", "mark"):
        return None
    mark = _mark(spans, index)
    if mark is not None:
        return None if _inside_phrase(spans, index) else mark + _listed(spans, index)
    if former.kind != "space":
        return None
    if index > 1 and spans[index - 2].written in ("”", "»"):
        return _CLOSED
    if span.kind == "date" and span.spoken.lstrip().startswith("ngày"):
        return None if _before(spans, index)[-1:][0] in _LEADS else _DATE
    return _joint(spans, index)


def _mark(spans: list[Span], index: int) -> float | None:
    """What a mark just before costs; None where there is none."""
    for span in reversed(spans[max(0, index - 4) : index]):
        if span.kind == "mark" and span.spoken.strip():
            sign = span.spoken.strip()[:1]
            return _DASH if span.written.strip()[:1] in "-–—(" and sign == "," else MARKS.get(sign)
        if span.kind not in ("space", "mark"):
            tail = span.spoken.rstrip()[-1:]
            return MARKS.get(tail) if span.kind == "list" else None
    return None


def _listed(spans: list[Span], index: int) -> float:
    """A comma between short items of a list is a worse place than one between clauses."""
    if _after(spans, index)[:1] and _opening(spans, index) is not None:
        return -2.0
    before = _until_mark(spans[max(0, index - 14) : index - 1][::-1])
    after = _until_mark(spans[index : index + 14])
    return _ITEMS if min(before, after) <= _ITEM else 0.0


def _until_mark(spans: list[Span]) -> int:
    words = 0
    for span in spans:
        if span.kind == "mark" and span.spoken.strip():
            if words:
                break
        elif span.kind not in ("space", "mark"):
            words += 1
    return words


def _joint(spans: list[Span], index: int) -> float | None:
    cost = _opening(spans, index)
    if cost is None or _inside_phrase(spans, index):
        return None
    before, after = _before(spans, index), _after(spans, index)
    if not before or before[-1].lower() in _LEADS or _binds(before):
        return None
    if after[0] == "ngày" and before[-1][-1:].isdigit():
        return None  # ba ngày
    named = (
        after[1:2] and after[1][:1].isupper() and any(word[:1].isupper() for word in before[-3:])
    )
    return cost + (_NAME if named and after[0] == "và" else 0.0)


def _binds(before: list[str]) -> bool:
    """Whether the last words want what follows: "về | triển khai | thực hiện" is said as one."""
    return any(" ".join(before[-length:]).lower() in _joints() for length in (1, 2))


def _opening(spans: list[Span], index: int) -> float | None:
    """What the words that begin here cost, if they join; the longest that fit."""
    words = [word.lower() for word in _after(spans, index)[:3]]
    if not words or spans[index].written[:1].isupper():
        return None
    for length in range(len(words), 0, -1):
        cost = _joints().get(" ".join(words[:length]))
        if cost is not None:
            return cost
    return None


def _before(spans: list[Span], index: int) -> list[str]:
    return _words(spans[max(0, index - 2 * WINDOW) : index])[-WINDOW:]


def _after(spans: list[Span], index: int) -> list[str]:
    return _words(spans[index : index + 2 * WINDOW])[:WINDOW]


def _words(spans: list[Span]) -> list[str]:
    return [span.written for span in spans if span.kind not in ("space", "mark")]


def _inside_phrase(spans: list[Span], index: int) -> bool:
    """Whether a set phrase goes over this place, comma or not."""
    before, after = _phrase(spans[max(0, index - 10) : index]), _phrase(spans[index : index + 10])
    comma = "," in before[-1:]
    before = [word for word in before if word != ","] + ([","] if comma else [])
    for left in range(1, 5):
        for right in range(1, 5):
            if " ".join((*before[-left:], *after[:right])).replace(" ,", ",") in _phrases():
                return True
    return False


def _phrase(spans: list[Span]) -> list[str]:
    words = []
    for span in spans:
        if span.kind == "mark" and "," in span.spoken:
            words.append(",")
        elif span.kind not in ("space", "mark"):
            words.append(span.written.lower())
    return words


@cache
def _joints() -> dict[str, float]:
    return {words: float(cost) for words, cost in table("joints").items()}


@cache
def _phrases() -> frozenset[str]:
    return frozenset(row[0] for row in rows("phrases"))
