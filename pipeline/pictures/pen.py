"""SVG, as little of it as our pictures need (W3C SVG 1.1). Every text and attribute is escaped."""

from collections.abc import Iterable, Sequence
from html import escape

Point = tuple[float, float]


def element(name: str, *inside: str, **attributes: object) -> str:
    """One element. `inside` is markup already; `_` in an attribute's name is a hyphen."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_written(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{said}>{''.join(inside)}</{name}>" if inside else f"<{name}{said}/>"


def plain(words: str) -> str:
    """Words as they may stand between tags."""
    return escape(words, quote=False)


def text(words: str, x: float, y: float, **attributes: object) -> str:
    """One line of text, its baseline at `y`."""
    return element("text", plain(words), x=x, y=y, **attributes)


def line(start: Point, end: Point, **attributes: object) -> str:
    """A straight line."""
    (x1, y1), (x2, y2) = start, end
    return element("path", d=f"M{_short(x1)} {_short(y1)}L{_short(x2)} {_short(y2)}", **attributes)


def polyline(points: Iterable[Point]) -> str:
    """Path data through the points, each step from the one before: a third of the bytes."""
    said, at = [], (0.0, 0.0)
    for x, y in points:
        here = (round(x, 1), round(y, 1))
        said.append(f"{_short(here[0] - at[0])} {_short(here[1] - at[1])}")
        at = here
    return ("m" + "l".join(said[:2]) + "".join(f" {each}" for each in said[2:])) if said else ""


def mirrored(points: Sequence[Point], middle: float) -> str:
    """Path data of the closed shape between the points and their mirror image."""
    below = [(x, 2 * middle - y) for x, y in reversed(points)]
    return polyline([*points, *below]) + "z" if points else ""


def _written(value: object) -> str:
    return _short(value) if isinstance(value, float) else str(value)


def _short(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0").replace("-0.", "-.").removeprefix("0") or "0"
