"""A bulletin's subtitles begin where its sentences sound, by what each piece measured once."""

import numpy as np

from pipeline.audio.mp3 import encode
from pipeline.audio.pcm import Pcm
from pipeline.model import Segment, from_json
from pipeline.plan import Element
from pipeline.publish.levels import words
from pipeline.publish.transcript import lines
from pipeline.stages.meter import PieceMeasure, meter

RATE = 44_100
SYLLABLES, PACES, PAUSES = (12, 5, 20, 8), (2.6, 4.2, 2.8, 4.0), (700, 700, 1000, 1500)
BEFORE, AFTER = 8.0, 3.0  # s of music alone


def tone(seconds: float, height: float = 0.2) -> np.ndarray:
    return height * np.sin(np.arange(round(seconds * RATE)) * 2 * np.pi * 440 / RATE)


def piece(bed: float = 0.0) -> tuple[PieceMeasure, list[float]]:
    """Music, sentences spoken unevenly, music. `bed`: how high music stands under them."""
    parts, starts, at = [tone(BEFORE)], [], BEFORE
    for count, pace, pause in zip(SYLLABLES, PACES, PAUSES, strict=True):
        starts.append(at)
        parts += [tone(count / pace), tone(pause / 1000, bed)]
        at += count / pace + pause / 1000
    sound = Pcm(np.concatenate([*parts, tone(AFTER)]).astype(np.float32), RATE)
    return from_json(meter(encode(sound, 96)), PieceMeasure), starts


def element() -> Element:
    script = tuple(
        Segment(written=f"Câu {number}.", spoken="câu", pause=pause, syllables=count)
        for number, (count, pause) in enumerate(zip(SYLLABLES, PAUSES, strict=True))
    )
    return Element(
        kind="item", title="x", script=script, seconds=0, encode="", meter="",
        before=BEFORE, after=AFTER,
    )  # fmt: skip


def test_a_sentence_begins_where_its_pause_ends_in_the_sound() -> None:
    measure, starts = piece()
    found = words(element(), measure)
    told = [each.start for each in lines(element(), 100, 100 + measure.seconds, found)]
    assert max(abs(a - 100 - b) for a, b in zip(told, starts, strict=True)) < 0.1


def test_under_a_bed_of_music_time_goes_by_syllables() -> None:
    measure, starts = piece(bed=0.1)
    assert words(element(), measure) == ()
    told = [each.start for each in lines(element(), 0, measure.seconds)]
    assert told[0] == starts[0]
    assert told == sorted(told)
    assert max(abs(a - b) for a, b in zip(told, starts, strict=True)) < 3
