"""Words with their times, as subtitles are written: SubRip (SRT) and WebVTT."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ..model import Record, Segment
from ..plan.scripts import KEPT
from ..publish import BulletinEntry
from .sentences import rows

WIDTH, LINES = 42, 2  # letters of a line, lines at once: what is read at a glance


class Cue(Record):
    """What is shown from `start` to `end`, seconds."""

    start: float
    end: float
    lines: tuple[str, ...]


def timed(script: Sequence[Segment], pace: float, seconds: float | None = None) -> Iterator[Cue]:
    """Cues of a script that begins at 0.

    Pauses are known to the millisecond. What is left of `seconds`, the measured length with the
    last pause, goes to the words by their syllables; without it, `pace` syllables a second.
    """
    rests = sum(each.pause for each in script) / 1000
    weights = [KEPT * pace + max(each.syllables, 1) for each in script]
    whole = sum(weights) or 1.0
    spoken = whole / pace if seconds is None or seconds <= rests else seconds - rests
    at = 0.0
    for segment, weight in zip(script, weights, strict=True):
        end = at + weight / whole * spoken
        yield from shared(segment.written, at, end)
        at = end + segment.pause / 1000


def aligned(script: Sequence[Segment], spans: Iterable[tuple[float, float]]) -> Iterator[Cue]:
    """Cues of a script whose segments are heard from when to when."""
    for segment, (start, end) in zip(script, spans, strict=True):
        yield from shared(segment.written, start, end)


def shared(text: str, start: float, end: float) -> Iterator[Cue]:
    """A sentence in as few cues as hold it; each has time by its letters. No word is cut."""
    wrapped = _even(text)
    shown = [tuple(wrapped[index : index + LINES]) for index in range(0, len(wrapped), LINES)]
    letters = [sum(map(len, each)) for each in shown]
    whole, at = sum(letters) or 1, start
    for each, count in zip(shown, letters, strict=True):
        until = at + count / whole * (end - start)
        if until > at:
            yield Cue(start=at, end=until, lines=each)
        at = until


def of_bulletin(entry: BulletinEntry) -> Iterator[Cue]:
    """Cues of a published bulletin: where its parts begin and end was measured."""
    for element in entry.elements:
        starts = [*(line.start for line in element.lines), element.end]
        for line, (start, end) in zip(element.lines, pairwise(starts), strict=True):
            yield from shared(line.text, start, end)


def srt(cues: Iterable[Cue]) -> bytes:
    """SubRip: numbered cues, a comma before milliseconds, lines as Windows ends them."""
    blocks = (
        f"{number}\r\n{_clock(cue.start, ',')} --> {_clock(cue.end, ',')}\r\n"
        + "".join(f"{_plain(line)}\r\n" for line in cue.lines)
        for number, cue in enumerate(cues, start=1)
    )
    return ("\ufeff" + "\r\n".join(blocks)).encode("utf-8")


def vtt(cues: Iterable[Cue], note: str = "") -> bytes:
    """WebVTT (W3C)."""
    head = ["WEBVTT", *(["", f"NOTE {_escaped(note)}"] if note else [])]
    blocks = (
        "\n".join(
            [f"{_clock(cue.start, '.')} --> {_clock(cue.end, '.')}", *map(_escaped, cue.lines)]
        )
        for cue in cues
    )
    return ("\n\n".join(["\n".join(head), *blocks]) + "\n").encode("utf-8")


def _even(text: str) -> list[str]:
    """As few rows as hold the text, about equally long."""
    fewest = len(rows(text, WIDTH))
    widths = range(len(text) // max(fewest, 1), WIDTH)
    return next(
        (made for width in widths if width and len(made := rows(text, width)) <= fewest),
        rows(text, WIDTH),
    )


def _plain(text: str) -> str:
    """SubRip has no escapes; players take angle brackets for tags, so they become others."""
    return text.replace("<", "‹").replace(">", "›")


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _clock(seconds: float, mark: str) -> str:
    """00:01:05.250. Rounded down, so that an end is never behind the next start."""
    whole = int(seconds * 1000)
    minutes, rest = divmod(whole, 60_000)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{rest // 1000:02d}{mark}{rest % 1000:03d}"
