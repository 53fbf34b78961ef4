"""The picture of a sound: what is where, whatever the names and however long the sound."""

import re
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.pictures import pen
from pipeline.pictures.sound import WIDTH, Mark, SoundPicture, draw

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "</text><script>alert('x')</script> & \"dấu\" <b>"


def picture(seconds: float = 60.0, level: float = -16.0, **changes: object) -> SoundPicture:
    steps = round(seconds * 10)
    return SoundPicture(
        title="Bản tin sáng",
        about="xã Yên Thế",
        figures=(("−16,0", "LUFS", "độ to cả bài"),),
        seconds=seconds,
        outline=(100,) * round(seconds * 20),
        points=20,
        momentary=(level,) * max(0, steps - 3),
        short_term=(level,) * max(0, steps - 29),
        goal=-16.0,
        peak=-1.0,
    ).but(**changes)


def tree(drawn: str) -> ElementTree.Element:
    return ElementTree.fromstring(drawn)  # noqa: S314 - our own


def path(drawn: str, class_: str) -> list[tuple[float, float]]:
    """The points of the first path of that class."""
    data = next(e.get("d", "") for e in tree(drawn).iter(f"{SVG}path") if e.get("class") == class_)
    numbers = np.array(re.findall(r"-?[\d.]+", data), float).reshape(-1, 2)
    relative = data.startswith("m")
    return [tuple(each) for each in (numbers.cumsum(axis=0) if relative else numbers).tolist()]


def test_a_sound_at_the_goal_lies_on_the_goals_line() -> None:
    drawn = draw(picture(level=-16.0))
    goal = path(drawn, "goal")[0][1]
    assert all(y == pytest.approx(goal, abs=0.2) for _, y in path(drawn, "short"))
    assert path(draw(picture(level=-20.0)), "short")[0][1] > goal + 10
    assert path(draw(picture(level=-np.inf)), "moment")[0][1] > goal + 100


def test_curves_stand_where_their_windows_are() -> None:
    """A window is drawn at its middle, so a curve begins half a window after the sound."""
    drawn = draw(picture(seconds=30.0))
    wide = path(drawn, "goal")[1][0] - path(drawn, "goal")[0][0]
    first, last = path(drawn, "short")[0], path(drawn, "short")[-1]
    start = path(drawn, "goal")[0][0]
    assert (first[0] - start) / wide * 30 == pytest.approx(1.5, abs=0.1)
    assert (last[0] - start) / wide * 30 == pytest.approx(28.5, abs=0.1)


def test_parts_are_numbered_and_named_in_order() -> None:
    marks = (
        Mark(second=0, title="Lời xướng"),
        Mark(second=20, title=""),
        Mark(second=20.5, title="Tin một"),
    )
    said = [e.text for e in tree(draw(picture(marks=marks))).iter(f"{SVG}text")]
    assert said.count("1") == said.count("2") == 2  # at its place and in the list
    assert (said.index("Lời xướng"), "Tin một" in said, "3" in said) == (
        said.index("Tin một") - 3,
        True,
        False,
    )


def test_names_are_words_and_nothing_else() -> None:
    marks = (Mark(second=1, title=HOSTILE),)
    drawn = draw(picture(title=HOSTILE, about=HOSTILE, marks=marks))
    assert "<script" not in drawn
    assert any(HOSTILE in (e.text or "") for e in tree(drawn).iter(f"{SVG}text"))
    assert not re.search(r"(href|src|url\()", drawn)


@pytest.mark.parametrize("seconds", [0.02, 0.3, 2.0, 59.0, 3600.0])
def test_any_length_fits_the_page_and_stays_small(seconds: float) -> None:
    drawn = draw(picture(seconds=seconds))
    assert len(drawn) < 60_000
    numbers = [float(x) for x in re.findall(r'\bx="([^"]+)"', drawn)]
    assert all(0 <= x <= WIDTH for x in numbers)
    assert all(0 <= x <= WIDTH + 0.5 for x, _ in path(drawn, "wave"))


@pytest.mark.parametrize("seconds", [60.0, 2400.0, 3600.0])
def test_the_time_at_the_very_end_is_not_cut_off(seconds: float) -> None:
    last = [
        (float(e.get("x", "")), len(e.text or ""))
        for e in tree(draw(picture(seconds=seconds))).iter(f"{SVG}text")
        if e.get("class") == "axis middle"
    ][-1]
    x, characters = last
    assert x + characters * 4.8 <= WIDTH  # a figure of 15 px is at most 9.6 wide


def test_the_same_sound_gives_the_same_bytes() -> None:
    assert draw(picture()) == draw(picture())


@given(st.lists(st.tuples(st.floats(0, 600), st.floats(-5, 600)), min_size=1, max_size=30))
def test_steps_lead_to_the_points(points: list[tuple[float, float]]) -> None:
    """Rounding does not add up along a line of many steps."""
    numbers = np.array(re.findall(r"-?[\d.]+", pen.polyline(points)), float).reshape(-1, 2)
    assert np.abs(numbers.cumsum(axis=0) - np.array(points)).max() < 0.06
