"""Silence between two sounds, wherever the joints of pieces are; syllables by the voice's time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Segment
from pipeline.plan import Element
from pipeline.publish.levels import longest_silence, syllable_rate
from pipeline.stages.meter import PieceMeasure, Silences

pieces = st.lists(st.lists(st.booleans(), min_size=1, max_size=12), min_size=1, max_size=6)


def measure(sound: list[bool]) -> PieceMeasure:
    """Of a piece of whole seconds, each sound or silence."""
    text = "".join("x" if each else "." for each in sound)
    inside = text.strip(".")
    silences = Silences(
        lead=len(text) - len(text.lstrip(".")),
        inner=max(map(len, inside.split("x")), default=0),
        tail=len(text) - len(text.rstrip(".")) if inside else 0,
        total=text.count("."),
    )
    return PieceMeasure(
        rate=1,
        samples=len(sound),
        loudness=None,
        true_peak=None,
        silences=silences,
        bands=(0, 0, 0),
        clipped=0,
        offset=0,
        energies=b"",
        waveform=b"",
    )


@given(pieces)
def test_pieces_in_a_row_have_the_silence_of_the_whole(sounds: list[list[bool]]) -> None:
    whole = "".join("x" if each else "." for sound in sounds for each in sound).strip(".")
    wanted = max(map(len, whole.split("x")), default=0)
    assert longest_silence([measure(sound) for sound in sounds]) == wanted


def element(kind: str, syllables: int, recorded: bool = False) -> Element:
    segment = Segment(written="", spoken="", pause=0, syllables=syllables)
    return Element(
        kind=kind,  # type: ignore[arg-type]
        title="",
        script=(segment,),
        seconds=0,
        encode="",
        meter="",
        recorded=recorded,
    )


def test_the_rate_is_that_of_a_voice_while_it_speaks() -> None:
    ten, speaking = measure([True, False, True, True]), 3
    assert syllable_rate([(element("item", 12), ten)]) == pytest.approx(12 / speaking)
    music = [(element("opening", 9), ten), (element("item", 9, recorded=True), ten)]
    assert syllable_rate(music) is None
    assert syllable_rate([(element("item", 12), ten), *music]) == pytest.approx(12 / speaking)
