"""Where sentences end: at a mark that ends one, a new item of a list, the end of a heading."""

from collections.abc import Iterable

from .span import Span

_ENDS = frozenset(".?!")
_OPEN, _CLOSE = "“«", "”»"
QUOTED = 40  # spans a quotation has that is said as one


def sentences(spans: Iterable[Span]) -> list[list[Span]]:
    """The spans of a text, sentence by sentence; none is lost."""
    row = list(spans)
    found: list[list[Span]] = [[]]
    quoted = within_quotes(row)
    for index, span in enumerate(row):
        found[-1].append(span)
        if _ends(row, index) and not quoted[index]:
            found.append([])
    return [sentence for sentence in found if sentence]


def within_quotes(row: list[Span]) -> list[bool]:
    """For each span, whether it stands inside a quotation short enough to be said as one."""
    inside = [False] * len(row)
    opened = None
    for index, span in enumerate(row):
        sign = span.written if span.kind == "mark" else ""
        if opened is None and (sign in _OPEN or sign == '"') and sign:
            opened = index
        elif opened is not None and (sign in _CLOSE or sign == '"') and sign:
            if index - opened <= QUOTED:
                inside[opened : index - 1] = [True] * (index - 1 - opened)
            opened = None
    return inside


def _ends(row: list[Span], index: int) -> bool:
    span = row[index]
    if span.kind == "space" and "\n" in span.written:
        return bool(_ENDS.intersection(span.spoken)) or _item(row, index) or _heading(row, index)
    if span.kind == "mark" and _ENDS.intersection(span.spoken):
        return _begins(row, index + 1)
    return span.kind == "space" and bool(_ENDS.intersection(span.spoken))


def _begins(row: list[Span], index: int) -> bool:
    """Whether a sentence may begin here: after "v.v." and "12.5" it goes on in small letters."""
    for span in row[index : index + 6]:
        if span.kind == "space" and "\n" in span.written:
            return True
        if span.kind not in ("space", "mark"):
            return not span.written[:1].islower()
    return True


def _item(row: list[Span], index: int) -> bool:
    return index + 1 < len(row) and row[index + 1].kind == "list"


def _heading(row: list[Span], index: int) -> bool:
    """Whether the line that ends here is in capitals."""
    letters = 0
    for span in reversed(row[max(0, index - 80) : index]):
        if "\n" in span.written:
            break
        if any(map(str.islower, span.written)):
            return False
        letters += sum(map(str.isupper, span.written))
    return letters > 1 and not _heading_goes_on(row, index)


def _heading_goes_on(row: list[Span], index: int) -> bool:
    """Whether the next line begins in capitals too: a heading of two lines."""
    word = next((span.written for span in row[index + 1 : index + 3] if span.kind != "space"), "")
    return len(word) > 1 and word.isupper()
