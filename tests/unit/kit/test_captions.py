"""Subtitles, judged by two libraries that read them."""

import io
from itertools import pairwise

import webvtt
from hypothesis import given, settings
from hypothesis import strategies as st
from pysubs2 import SSAEvent, SSAFile

from pipeline.kit.captions import Cue, srt, timed, vtt
from pipeline.kit.subtitles import Subtitles
from pipeline.kit.workshop import Workshop
from pipeline.model import Segment
from tests.unit.kit import contents

segment = st.builds(
    lambda words, pause: Segment(
        written=" ".join(words), spoken=" ".join(words), pause=pause, syllables=len(words)
    ),
    st.lists(st.text(alphabet="abđêữ.,<>&-", min_size=1, max_size=9), min_size=1, max_size=60),
    st.sampled_from([300, 400, 700, 1000, 1500]),
)
script = st.lists(segment, min_size=1, max_size=12)


def subrip(text: str) -> list[SSAEvent]:
    return list(SSAFile.from_string(text, format_="srt", keep_html_tags=True))


def seconds(text: str) -> float:
    hours, minutes, rest = text.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


@settings(deadline=None)  # the machine may be busy
@given(script, st.none() | st.floats(min_value=1, max_value=600))
def test_time_goes_forward_and_never_overlaps(told: list[Segment], whole: float | None) -> None:
    cues = list(timed(told, 4.0, whole))
    assert all(cue.start < cue.end for cue in cues)
    assert all(before.end <= after.start for before, after in pairwise(cues))
    rests = sum(each.pause for each in told) / 1000
    if whole is not None and whole > rests + 5:
        assert abs(cues[-1].end + told[-1].pause / 1000 - whole) < 0.1


@settings(deadline=None)  # the machine may be busy
@given(script)
def test_every_word_is_shown_once_in_order(told: list[Segment]) -> None:
    cues = list(timed(told, 4.0))
    shown = " ".join(line for cue in cues for line in cue.lines).split()
    assert shown == " ".join(each.written for each in told).split()
    assert all(len(cue.lines) <= 2 for cue in cues)
    assert all(len(line) <= 42 for cue in cues for line in cue.lines)
    assert cues


@settings(deadline=None)  # the machine may be busy
@given(script)
def test_both_forms_are_read_back_with_the_same_times(told: list[Segment]) -> None:
    cues = list(timed(told, 4.0))
    text = srt(cues).decode("utf-8-sig").replace("\r\n", "\n")
    for number, (cue, each) in enumerate(zip(cues, subrip(text), strict=True), start=1):
        assert f"{number}\n" in text
        assert abs(each.start - cue.start * 1000) < 2
        assert each.text.count(r"\N") == len(cue.lines) - 1
    parsed = webvtt.from_buffer(io.StringIO(vtt(cues, "ghi --> chú").decode()))
    assert len(parsed) == len(cues)
    for before, after in pairwise(parsed):
        assert seconds(before.end) <= seconds(after.start)


def test_pauses_are_kept_and_words_share_the_measured_rest() -> None:
    told = (
        Segment(written="a b", spoken="a b", pause=700, syllables=2),
        Segment(written="c d", spoken="c d", pause=1500, syllables=2),
    )
    first, second = timed(told, 4.0, 6.2)
    assert first == Cue(start=0.0, end=2.0, lines=("a b",))
    assert second == Cue(start=2.7, end=4.7, lines=("c d",))


def test_a_number_in_groups_stays_on_one_line() -> None:
    text = "Mọi người nhớ lưu số máy của xã mình là 0204 000 000 để khi cần thì gọi ngay."
    told = (Segment(written=text, spoken=text, pause=700, syllables=18),)
    assert any("0204 000 000" in line for cue in timed(told, 4.0) for line in cue.lines)


def test_nothing_written_is_mark_up() -> None:
    files = Subtitles().make(contents.hostile(), Workshop())
    assert b"<script>" not in files["phu-de.srt"] + files["phu-de.vtt"]
    assert len(subrip(files["phu-de.srt"].decode("utf-8-sig"))) > 3
