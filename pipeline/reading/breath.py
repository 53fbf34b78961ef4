"""Segments for the ear: sentences, and long ones cut where a reader would breathe."""

from ..model import Segment
from .lexicon import Lexicon
from .scanner import joined, read
from .span import Span
from .syllable import syllables

PHRASE, CLAUSE, SENTENCE, PARAGRAPH = 300, 400, 700, 1000  # ms of silence after each
BREATH = 25  # syllables one breath carries
SHORTEST = 4  # syllables a part keeps when a sentence is cut
_ENDS = frozenset(".?!")
_WEIGHTS = {";": 0, ":": 4, ",": 6}  # how unwillingly a sentence is cut after a mark
_JOINTS = {
    "ngày": 11, "nhằm": 9, "nhưng": 8, "và": 10, "hoặc": 10, "để": 10, "khi": 11, "mà": 11, "giai": 11,
    "về": 12, "do": 12, "theo": 12, "tại": 12, "trong": 13, "quyết": 13, "nghị": 13, "kế": 13,
    "của": 14, "cho": 14, "với": 14, "từ": 14,
}  # fmt: skip  # how unwillingly a sentence is cut before a word
_DATE = 11  # and before a date
_WHOLE = {("phòng", "chống"), ("mua", "bán")}  # said in one breath, comma or not


def segments(text: str, lexicon: Lexicon, role: str = "A") -> tuple[Segment, ...]:
    """A paragraph as segments with their pauses; the last one ends the paragraph."""
    found: list[Segment] = []
    for sentence in _sentences(list(read(text, lexicon).spans)):
        parts = _breaths(sentence)
        for index, part in enumerate(parts):
            spoken = joined(part)
            if not any(map(str.isalpha, spoken)):
                continue
            pause = SENTENCE if index == len(parts) - 1 else _pause(part)
            found.append(
                Segment(
                    written="".join(span.written for span in part).strip(),
                    spoken=spoken,
                    pause=pause,
                    syllables=syllables(spoken),
                    role=role,
                )
            )
    if found:
        found[-1] = found[-1].but(pause=PARAGRAPH)
    return tuple(found)


def _sentences(spans: list[Span]) -> list[list[Span]]:
    sentences: list[list[Span]] = [[]]
    for span in spans:
        sentences[-1].append(span)
        if span.kind in ("mark", "space") and _ENDS.intersection(span.spoken):
            sentences.append([])
    return [sentence for sentence in sentences if sentence]


def _breaths(spans: list[Span]) -> list[list[Span]]:
    """Cut a sentence in two where it is best cut, again and again until every part is short."""
    counts = [syllables(span.spoken) for span in spans]
    total = sum(counts)
    cut = _best_cut(spans, counts, total) if total > BREATH else None
    if cut is None:
        return [spans]
    return [*_breaths(spans[:cut]), *_breaths(spans[cut:])]


def _best_cut(spans: list[Span], counts: list[int], total: int) -> int | None:
    """The index at which the second part begins."""
    best, least = None, float("inf")
    left = 0
    for index in range(1, len(spans)):
        left += counts[index - 1]
        weight = _weight(spans, index)
        if weight is None or min(left, total - left) < SHORTEST:
            continue
        cost = weight + abs(total / 2 - left) * 0.6
        if cost < least:
            best, least = index, cost
    return best


def _weight(spans: list[Span], index: int) -> int | None:
    """How unwillingly a sentence is cut before this span; None: not here."""
    former, span = spans[index - 1], spans[index]
    if former.kind == "mark":
        if index > 1 and (spans[index - 2].written.lower(), _next_word(spans, index)) in _WHOLE:
            return None
        return next((cost for mark, cost in _WEIGHTS.items() if mark in former.spoken), None)
    if former.kind != "space":
        return None
    if span.kind == "date":
        return None if spans[index - 2].written.lower() == "ngày" else _DATE
    return _JOINTS.get(span.written.lower()) if span.kind == "word" else None


def _next_word(spans: list[Span], index: int) -> str:
    return next((span.written.lower() for span in spans[index:] if span.kind != "space"), "")


def _pause(part: list[Span]) -> int:
    marks = "".join(span.spoken for span in part[-2:])
    return CLAUSE if ";" in marks or ":" in marks else PHRASE
