"""CHAT-LUONG.JSON: the figures of a week's release. The page shows these and nothing else."""

from collections.abc import Iterable
from typing import Literal

from ...model import Limits, Record
from ...plan.plan import ElementKind
from ..manifest import BulletinEntry, StationEntry


class Span(Record):
    """The lowest and the highest of some figures."""

    low: float
    high: float


class Summary(Record):
    """Several bulletins at a glance."""

    bulletins: int
    seconds: float
    loudness: Span | None  # LUFS
    true_peak: Span | None  # dBTP
    loudness_range: Span | None  # LU
    silence: Span | None  # s, the longest between two sounds
    horn_band: Span | None  # 0…1, share of the energy in 300-4000 Hz
    syllables_per_second: Span | None


class BulletinFigures(Record):
    """One MP3."""

    day: str  # YYYY-MM-DD
    file: str
    title: str
    seconds: float
    loudness: float | None
    true_peak: float | None
    silence: float
    syllables_per_second: float | None
    parts: tuple[tuple[float, str], ...]  # second at which it begins, and the piece


class StationFigures(Record):
    """One station. In a release of many stations the single bulletins are left to its manifest."""

    station: StationEntry
    summary: Summary
    voices: tuple[str, ...]
    not_used: dict[str, str]  # engine asked before -> why it does not speak here (Vietnamese)
    failed: dict[str, str]  # bulletin id -> why it is not published (Vietnamese)
    bulletins: tuple[BulletinFigures, ...] = ()


class PieceFigures(Record):
    """One part of bulletins, measured and drawn once."""

    kind: ElementKind
    title: str
    seconds: float
    loudness: float | None
    true_peak: float | None
    silence: float  # s, the longest inside
    syllables_per_second: float | None
    outline: bytes  # highest sample of each 0.4 s, 255 at full scale
    curve: tuple[float, ...]  # LUFS of 3 s, every second; the first is centred on 1.5 s


class Aim(Record):
    """What is asked of every bulletin."""

    loudness: float  # LUFS
    tolerance: float  # LU
    true_peak: float  # dBTP
    limits: Limits


class Quality(Record):
    """The whole file."""

    kind: Literal["truyenthanh/quality"] = "truyenthanh/quality"
    schema: Literal[1] = 1
    week: str
    title: str
    aim: Aim
    summary: Summary
    stations: tuple[StationFigures, ...]  # by code
    pieces: dict[str, PieceFigures]  # by the beginning of their measurement's key


def summary(entries: Iterable[BulletinEntry]) -> Summary:
    """Of the bulletins of one station."""
    told = list(entries)
    return Summary(
        bulletins=len(told),
        seconds=round(sum(each.seconds for each in told), 3),
        loudness=span(each.loudness_lufs for each in told),
        true_peak=span(each.true_peak_dbtp for each in told),
        loudness_range=span(each.loudness_range_lu for each in told),
        silence=span(each.longest_silence for each in told),
        horn_band=span(each.horn_band for each in told),
        syllables_per_second=span(each.syllables_per_second for each in told),
    )


def merged(summaries: Iterable[Summary]) -> Summary:
    """Of several stations."""
    told = list(summaries)
    return Summary(
        bulletins=sum(each.bulletins for each in told),
        seconds=round(sum(each.seconds for each in told), 3),
        loudness=widest(each.loudness for each in told),
        true_peak=widest(each.true_peak for each in told),
        loudness_range=widest(each.loudness_range for each in told),
        silence=widest(each.silence for each in told),
        horn_band=widest(each.horn_band for each in told),
        syllables_per_second=widest(each.syllables_per_second for each in told),
    )


def span(figures: Iterable[float | None]) -> Span | None:
    """None where nothing has such a figure."""
    known = [each for each in figures if each is not None]
    return Span(low=min(known), high=max(known)) if known else None


def widest(spans: Iterable[Span | None]) -> Span | None:
    """The span of all spans."""
    known = [each for each in spans if each is not None]
    if not known:
        return None
    return Span(low=min(each.low for each in known), high=max(each.high for each in known))
