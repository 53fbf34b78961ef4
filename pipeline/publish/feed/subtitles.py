"""The words of a bulletin as subtitles (WebVTT)."""

from collections.abc import Iterator
from itertools import pairwise

from ..manifest import BulletinEntry


def write(entry: BulletinEntry) -> bytes:
    """One cue for each sentence."""
    return "\n".join(["WEBVTT", "", *_cues(entry)]).encode("utf-8")


def _cues(entry: BulletinEntry) -> Iterator[str]:
    for element in entry.elements:
        starts = [*(line.start for line in element.lines), element.end]
        for line, (start, end) in zip(element.lines, pairwise(starts), strict=True):
            if end > start:
                yield f"{_clock(start)} --> {_clock(end)}"
                yield _escaped(line.text)
                yield ""


def _escaped(text: str) -> str:
    """On one line, and nothing in it ends the cue or is markup."""
    plain = " ".join(text.split())
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _clock(seconds: float) -> str:
    """00:01:05.250."""
    whole = round(seconds * 1000)
    minutes, rest = divmod(whole, 60_000)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{rest // 1000:02d}.{rest % 1000:03d}"
