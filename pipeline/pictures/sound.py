"""One sound on one page: its outline, how loud it is against its limits, what is said when.

Drawn 600 units wide, so that it can be read on a phone of 360 pixels and on half an A4 page.
Lines differ by weight and dashes, never by colour alone.
"""

import textwrap
from collections.abc import Iterator

from ..figures import clock, number
from ..model import Record
from . import pen
from .scale import Frame

WIDTH, MARGIN, LEFT = 600, 14, 52
WAVE, LOUD = 116, 200  # heights of the two fields
TITLE, LEGEND = 38, 62  # characters in a line
DIGIT = 10.0  # width of a figure on the axes, at most
MOMENTARY, SHORT, STEP = 0.4, 3.0, 0.1  # s: two windows, and how far each moves on (EBU Tech 3341)
CEILING = -5.0  # LUFS
STYLE = """
.page{fill:#fff}
text{font-family:"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",Arial,sans-serif}
text{font-size:17px;fill:#14202b}
.title{font-size:25px;font-weight:700}.soft{fill:#4d5b68}
.figure{font-size:27px;font-weight:700}.unit{font-size:15px}
.mark{font-weight:700;text-anchor:middle}
.axis{font-size:15px;fill:#4d5b68}.end{text-anchor:end}.middle{text-anchor:middle}
.wave{fill:#56748f}.grid{stroke:#cfd6dc;fill:none}.border{stroke:#7a8894;fill:none}
.moment{stroke:#93a4b3;stroke-width:1.2;fill:none;stroke-linejoin:round}
.short{stroke:#12283d;stroke-width:3;fill:none;stroke-linejoin:round}
.goal{stroke:#b3261e;stroke-width:2.2;stroke-dasharray:9 5;fill:none}
.limit{stroke:#b3261e;stroke-width:1.4;stroke-dasharray:3 4;fill:none}
.aim{fill:#8f1d16;font-size:15px;font-weight:600}
.chapter{stroke:#12283d;stroke-width:1.2;stroke-dasharray:1 4;stroke-linecap:round;fill:none}
.tab{fill:#12283d}.tab+text{fill:#fff;font-size:14px;font-weight:700;text-anchor:middle}
"""


class Mark(Record):
    """A place in the sound."""

    second: float
    title: str  # empty: a place not worth a line of its own


class SoundPicture(Record):
    """What is to be drawn."""

    title: str
    about: str
    figures: tuple[tuple[str, str, str], ...]  # the few that matter: value, unit, what it is
    seconds: float
    outline: tuple[int, ...]  # highest sample of each 1/points s, 255 at full scale
    points: int
    momentary: tuple[float, ...]  # LUFS, every 100 ms
    short_term: tuple[float, ...]
    goal: float  # LUFS
    peak: float  # dBTP
    marks: tuple[Mark, ...] = ()


def draw(picture: SoundPicture) -> str:
    """The whole picture as a file of its own."""
    parts, height = [], MARGIN + 22.0
    for block in (_head, _figures, _fields, _legend):
        drawn, height = block(picture, height)
        parts.append(drawn)
    box = f"0 0 {WIDTH} {height:.0f}"
    said = pen.element("title", pen.plain(picture.title))
    page = pen.element("rect", class_="page", width=WIDTH, height=round(height))
    return pen.element(
        "svg",
        pen.element("style", STYLE),
        said,
        page,
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=box,
        width=WIDTH,
        height=round(height),
        role="img",
    )


def _head(picture: SoundPicture, y: float) -> tuple[str, float]:
    lines = textwrap.wrap(picture.title, TITLE, max_lines=2, placeholder=" …")
    drawn = [pen.text(each, MARGIN, y + 30 * at, class_="title") for at, each in enumerate(lines)]
    y += 30 * (len(lines) - 1) + 25
    about = textwrap.shorten(picture.about, LEGEND, placeholder=" …")
    return "".join([*drawn, pen.text(about, MARGIN, y, class_="soft")]), y + 18


def _figures(picture: SoundPicture, y: float) -> tuple[str, float]:
    """Four to a row."""
    drawn = []
    for at, (value, unit, name) in enumerate(picture.figures):
        x, row = MARGIN + at % 4 * (WIDTH - 2 * MARGIN) / 4, y + at // 4 * 58
        named = pen.element("tspan", pen.plain(f" {unit}"), class_="unit")
        value = pen.element("tspan", pen.plain(value), class_="figure")
        drawn.append(pen.element("text", value, named, x=x, y=row + 28))
        drawn.append(pen.text(name, x, row + 48, class_="axis"))
    return "".join(drawn), y + -(-len(picture.figures) // 4) * 58 + 8


def _fields(picture: SoundPicture, y: float) -> tuple[str, float]:
    """Waveform above, loudness below, on one axis of time."""
    top = y + (30 if picture.marks else 6)
    wide = WIDTH - LEFT - MARGIN
    wave = Frame(LEFT, top, wide, WAVE, picture.seconds, 0.0)
    loud = Frame(LEFT, wave.bottom + 14, wide, LOUD, picture.seconds, CEILING)
    drawn = [*_times(loud, wave), *_wave(picture, wave), *_loudness(picture, loud)]
    drawn += _tabs(picture, wave, loud)
    return "".join(drawn), loud.bottom + 34


def _times(loud: Frame, wave: Frame) -> Iterator[str]:
    for second in loud.times(most=8):
        x = loud.x(second)
        yield pen.line((x, wave.top), (x, loud.bottom), class_="grid")
        label = clock(second)
        at = min(x, WIDTH - DIGIT * len(label) / 2)  # the last may stand on the edge
        yield pen.text(label, at, loud.bottom + 19, class_="axis middle")


def _wave(picture: SoundPicture, frame: Frame) -> Iterator[str]:
    middle = frame.top + frame.height / 2
    points = frame.outline(picture.outline, 1 / picture.points, 255)
    yield pen.element("path", class_="wave", d=pen.mirrored(points, middle))
    reach = frame.height / 2 * 10 ** (picture.peak / 20)
    for side in (-1, 1):
        y = middle + side * reach
        yield pen.line((frame.left, y), (frame.right, y), class_="limit")
    yield pen.text(number(picture.peak, 0), LEFT - 7, middle - reach + 11, class_="aim end")
    yield pen.text("dBTP", LEFT - 7, middle - reach + 28, class_="axis end")


def _loudness(picture: SoundPicture, frame: Frame) -> Iterator[str]:
    for level in frame.levels():
        y = frame.y(level)
        yield pen.line((frame.left, y), (frame.right, y), class_="grid")
        yield pen.text(number(level, 0), LEFT - 7, y + 5, class_="axis end")
    yield pen.text("LUFS", LEFT - 7, frame.top + 9, class_="axis end")
    goal = frame.y(picture.goal)
    moments = frame.curve(picture.momentary, STEP, MOMENTARY / 2)
    shorts = frame.curve(picture.short_term, STEP, SHORT / 2)
    yield pen.element("path", class_="moment", d=pen.polyline(moments))
    yield pen.element("path", class_="short", d=pen.polyline(shorts))
    yield pen.line((frame.left, goal), (frame.right, goal), class_="goal")
    yield pen.text(number(picture.goal, 0), LEFT - 7, goal + 5, class_="aim end")
    yield pen.line((frame.left, frame.bottom), (frame.right, frame.bottom), class_="border")


def _tabs(picture: SoundPicture, wave: Frame, loud: Frame) -> Iterator[str]:
    """A numbered tab above each part that is named; a dotted line at every part."""
    count, free = 0, 0.0
    for mark in picture.marks:
        x = wave.x(mark.second)
        yield pen.line((x, wave.top - 4), (x, loud.bottom), class_="chapter")
        if mark.title:
            count += 1
            at = max(x, free)  # never one over the other
            free = at + 24
            yield pen.element(
                "rect", class_="tab", x=at - 1, y=wave.top - 26, width=22, height=20, rx=3
            )
            yield pen.text(str(count), at + 10, wave.top - 11)


def _legend(picture: SoundPicture, y: float) -> tuple[str, float]:
    y += 18
    keys = (("short", "độ to trong 3 giây"), ("moment", "0,4 giây"), ("goal", "đích"))
    drawn, x = [], float(MARGIN)
    for class_, name in keys:
        drawn.append(pen.line((x, y - 5), (x + 34, y - 5), class_=class_))
        drawn.append(pen.text(name, x + 42, y))
        x += 42 + 9.5 * len(name) + 22
    named = [mark for mark in picture.marks if mark.title]
    for number_, mark in enumerate(named, start=1):
        y += 25 if number_ > 1 else 34
        drawn.append(pen.text(f"{number_}", MARGIN + 10, y, class_="mark"))
        drawn.append(pen.text(clock(mark.second), MARGIN + 76, y, class_="soft end"))
        title = textwrap.shorten(mark.title, LEGEND - 12, placeholder=" …")
        drawn.append(pen.text(title, MARGIN + 90, y))
    return "".join(drawn), y + MARGIN + 4
