"""Pieces drawn once, and bulletins as rows of them: a week on one page that stays light.

A piece is a group of its own in a hidden drawing; its units are seconds and, up and down, parts of
full scale. Whatever shows it says where. Colours come from the page's style.
"""

from collections.abc import Iterable, Sequence

from . import pen

TALL = 40  # units from the middle of a waveform to full scale
FULL = 255


def piece(name: str, outline: bytes, every: float) -> str:
    """An outline, highest sample of each `every` seconds, as the group `name`."""
    half = pen.polyline(
        [(0, 0)]
        + [(at + 0.5, -max(1, round(TALL * height / FULL))) for at, height in enumerate(outline)]
        + [(len(outline), 0)]
    )
    shape = pen.element("path", id=f"h{name}", d=f"{half}z", transform=f"scale({every} 1)")
    mirrored = pen.element("use", href=f"#h{name}", transform="scale(1 -1)")
    return pen.element("g", shape, mirrored, id=f"p{name}")


def drawing(pieces: Iterable[str]) -> str:
    """Where the groups are kept; takes no room on the page."""
    inside = pen.element("defs", *pieces)
    return pen.element("svg", inside, class_="pieces", width=0, height=0, aria_hidden="true")


def row(parts: Sequence[tuple[float, str, str]], seconds: float, of: float, title: str) -> str:
    """A bulletin: its parts by second, group and class. `of` seconds are as wide as the page."""
    shown = [
        pen.element("use", href=f"#p{name}", x=start, class_=class_)
        for start, name, class_ in parts
    ]
    borders = [
        pen.line((start, -TALL), (start, TALL), class_="joint", vector_effect="non-scaling-stroke")
        for start, _, class_ in parts
        if start and class_ == "speech"
    ]
    return _field(f"0 {-TALL} {of:.1f} {2 * TALL}", title, *shown, *borders)


def portrait(name: str, curve: Sequence[float], seconds: float, of: float, goal: float) -> str:
    """A piece with its loudness of 3 s beneath, from -30 to -10 LUFS; the goal is a line."""
    low, high = -30.0, -10.0
    top = TALL + 8

    def y(level: float) -> float:
        return top + (high - min(max(level, low), high)) * 3

    points = [(1.5 + second, y(level)) for second, level in enumerate(curve)]
    thin = {"vector_effect": "non-scaling-stroke"}
    return _field(
        f"0 {-TALL} {of:.1f} {TALL + y(low):.0f}",
        "",
        pen.element("use", href=f"#p{name}"),
        pen.line((0, y(goal)), (seconds, y(goal)), class_="goal", **thin),
        pen.element("path", class_="short", d=pen.polyline(points), **thin),
    )


def _field(box: str, title: str, *inside: str) -> str:
    named = [pen.element("title", pen.plain(title))] if title else []
    return pen.element(
        "svg", *named, *inside, viewBox=box, preserveAspectRatio="none", class_="strip", role="img"
    )
