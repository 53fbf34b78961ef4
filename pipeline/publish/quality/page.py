"""CHAT-LUONG.HTML: the record as a page, nothing loaded, for a screen, a phone and paper."""

from datetime import date

from markupsafe import Markup

from ...figures import number, percent
from ...pictures import strip
from ...plan import Week
from ..papers import wording
from ..papers.pages import render
from .record import BulletinFigures, PieceFigures, Quality, Span

EVERY = 0.4  # s between the points of an outline
ORDER = ("item", "call_to_action", "sting", "opening", "closing")


def page(quality: Quality, week: Week) -> str:
    """The whole page."""
    pictures = _Pictures(quality)
    shared = sorted(
        (each for each in quality.pieces.items() if each[1].kind not in ("opening", "closing")),
        key=lambda each: (ORDER.index(each[1].kind), each[1].title),
    )
    return render(
        "quality.html",
        quality=quality,
        week=week,
        rows=_rows(quality),
        reasons=_reasons(quality),
        silent=[each for each in quality.stations if not each.summary.bulletins],
        voices=sorted({voice for each in quality.stations for voice in each.voices}),
        not_used=sorted({pair for each in quality.stations for pair in each.not_used.items()}),
        shared=shared,
        pictures=pictures,
        detailed=any(each.bulletins for each in quality.stations),
        span_of=span,
        number=number,
    )


class _Pictures:
    """Draws what the page shows; each piece once."""

    def __init__(self, quality: Quality) -> None:
        self._quality = quality
        self._widest = max(
            (each.seconds for line in quality.stations for each in line.bulletins), default=1.0
        )
        self._longest = max((each.seconds for each in quality.pieces.values()), default=1.0)

    @property
    def pieces(self) -> Markup:
        """Every piece, hidden, to be shown by the others."""
        drawn = (
            strip.piece(name, each.outline, EVERY) for name, each in self._quality.pieces.items()
        )
        return Markup(strip.drawing(drawn))  # noqa: S704 - the pen escapes

    def bulletin(self, each: BulletinFigures) -> Markup:
        """One bulletin as a row of its pieces."""
        known = self._quality.pieces
        parts = [
            (start, name, "music" if known[name].kind == "sting" else "speech")
            for start, name in each.parts
            if name in known
        ]
        return Markup(strip.row(parts, each.seconds, self._widest, each.title))  # noqa: S704

    def piece(self, name: str, each: PieceFigures) -> Markup:
        """One piece and its loudness."""
        goal = self._quality.aim.loudness
        drawn = strip.portrait(name, each.curve, each.seconds, self._longest, goal)
        return Markup(drawn)  # noqa: S704


def span(figures: Span | None, digits: int = 1) -> str:
    """−16,1 … −16,0."""
    if figures is None:
        return "–"
    low, high = number(figures.low, digits), number(figures.high, digits)
    return low if low == high else f"{low} … {high}"


def _rows(quality: Quality) -> list[tuple[str, str, str]]:
    """What is measured, its limit, and what was found in all bulletins."""
    aim, found = quality.aim, quality.summary
    low, high = aim.loudness - aim.tolerance, aim.loudness + aim.tolerance
    horn = found.horn_band
    return [
        ("Độ to (LUFS)", f"{number(low, 1)} đến {number(high, 1)}", span(found.loudness, 2)),
        ("Đỉnh thật (dBTP)", f"cao nhất {number(aim.true_peak, 1)}", span(found.true_peak, 2)),
        (
            "Khoảng lặng dài nhất bên trong (giây)",
            f"nhiều nhất {number(aim.limits.silence, 1)}",
            span(found.silence),
        ),
        (
            "Mẫu chạm trần liền nhau (vỡ tiếng)",
            f"ít hơn {aim.limits.clipped}",
            "đạt" if found.bulletins else "–",
        ),
        (
            "Nhạc và bản ghi âm so với lời đọc (LU)",
            f"không to hơn quá {number(aim.limits.apart, 1)}",
            "đạt" if found.bulletins else "–",
        ),
        ("Khoảng độ to (LU)", "", span(found.loudness_range)),
        ("Tốc độ đọc (tiếng/giây, không kể lúc nghỉ)", "", span(found.syllables_per_second)),
        (
            "Năng lượng trong dải của loa nén, 300–4000 Hz",
            "",
            "–" if horn is None else f"{number(horn.low * 100, 0)} … {percent(horn.high, 0)}",
        ),
    ]


def _reasons(quality: Quality) -> list[tuple[str, list[str]]]:
    """Each reason once, with the bulletins it kept from being published."""
    stopped: dict[str, list[str]] = {}
    for each in quality.stations:
        for name, why in each.failed.items():
            stopped.setdefault(why, []).append(f"{each.station.name}, {_day(name[6:])}")
    return sorted(stopped.items())


def _day(day: str) -> str:
    told = date.fromisoformat(day)
    return f"{wording.weekday(told).lower()} {told:%d/%m}"
