"""Sentences are found in a sound by the pauses between them, however unevenly they are spoken."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.audio.mp3 import decode, encode
from pipeline.audio.pcm import Pcm
from pipeline.audio.silence import gaps
from pipeline.kit.subtitles import Subtitles
from pipeline.kit.workshop import Workshop
from pipeline.model import Segment
from pipeline.publish.heard import heard, shortest
from tests.unit.kit import contents

RATE, PACE = 44_100, 4.0


def tone(seconds: float) -> np.ndarray:
    return 0.2 * np.sin(np.arange(round(seconds * RATE)) * 2 * np.pi * 440 / RATE)


def still(seconds: float) -> np.ndarray:
    return np.zeros(round(seconds * RATE))


def spoken(script: list[Segment], paces: list[float]) -> tuple[Pcm, list[tuple[float, float]]]:
    """The script as pips, one voice after the other; a comma after each eight syllables."""
    parts, spans, at = [], [], 0.0
    for segment, pace in zip(script, paces, strict=True):
        start = at
        left = segment.syllables
        while left > 0:
            now = min(8, left)
            left -= now
            pieces = [tone(now / pace), *([still(0.41)] if left else [])]
            parts += pieces
            at += sum(map(len, pieces)) / RATE
        spans.append((start, at))
        parts.append(still(segment.pause / 1000))
        at += segment.pause / 1000
    return Pcm(np.concatenate(parts).astype(np.float32), RATE), spans


sentence = st.tuples(
    st.integers(min_value=3, max_value=30),
    st.sampled_from([700, 1000, 1500]),
    st.floats(min_value=2.6, max_value=4.2),
)


@settings(deadline=None, max_examples=25)
@given(st.lists(sentence, min_size=1, max_size=14))
def test_each_sentence_is_found_where_it_sounds(drawn: list[tuple[int, int, float]]) -> None:
    script = [
        Segment(written="x", spoken="x", pause=pause, syllables=count) for count, pause, _ in drawn
    ]
    sound, spans = spoken(script, [pace for _, _, pace in drawn])
    found = heard(script, gaps(sound, shortest(script)), sound.seconds, PACE)
    assert found is not None
    assert np.abs(np.array(found) - np.array(spans)).max() < 0.03


def test_a_sound_without_pauses_tells_nothing() -> None:
    script = [Segment(written="x", spoken="x", pause=700, syllables=4)] * 3
    sound = Pcm(tone(6).astype(np.float32), RATE)
    assert heard(script, gaps(sound, shortest(script)), sound.seconds, PACE) is None


def test_subtitles_follow_the_sound_that_lies_beside_them() -> None:
    content = contents.make()
    paces = [2.6 if number % 3 else 4.2 for number in range(len(content.script))]
    sound, spans = spoken(list(content.script), paces)
    mp3 = encode(sound, 96)
    assert abs(decode(mp3).seconds - sound.seconds) < 0.1
    known = content.but(sound="a" * 64, seconds=sound.seconds)
    text = Subtitles().make(known, Workshop(sounds={"a" * 64: mp3}))["phu-de.vtt"].decode()
    starts = [line.split(" --> ")[0] for line in text.splitlines() if " --> " in line]
    told = [int(each[3:5]) * 60 + float(each[6:]) for each in starts]
    assert all(min(abs(start - each) for each in told) < 0.05 for start, _ in spans)
