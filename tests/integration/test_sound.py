"""What a listener hears of a real bulletin: levels, music, gaps, on the decoded MP3."""

from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from pipeline.audio import mp3
from pipeline.audio.loudness import integrated, level_of
from pipeline.audio.pcm import Pcm
from pipeline.audio.peak import true_peak
from pipeline.audio.silence import BELOW, runs
from pipeline.audio.splice import splice
from pipeline.engines.base import Surroundings
from pipeline.engines.espeak import Espeak
from pipeline.model import SOUNDS, Paragraph, Place, Project, Voice, VoiceChoice
from pipeline.plan import BulletinPlan, Casting, Element, Plan, Week, plan
from pipeline.plan.jobs import Key, Speak
from pipeline.project import load
from pipeline.publish.transcript import lines
from pipeline.stages import perform
from pipeline.testing import approved

ROOT = Path(__file__).parents[2]
LOUDNESS, TOLERANCE, PEAK = -16.0, 0.3, -1.0
A = VoiceChoice(engine="espeak", settings={"pitch": 50, "volume": 90})
B = VoiceChoice(
    engine="espeak", settings={"pitch": 15, "rate": 110, "volume": 20}
)  # says it softly
TEXTS = {
    "A": "Bà con chú ý. Chiều nay trời mưa to, nước suối lên nhanh.",
    "B": "Xin đừng qua ngầm tràn. Gọi số một một bốn khi cần giúp.",
}


class Heard:
    """One bulletin of the sample project in one sound, made by the stages themselves."""

    def __init__(self, sound: str, signature: float | None = None) -> None:
        project = _project(sound)
        if signature is not None:
            jingle = project.jingles[project.rundown.signature].but(gain=signature)
            project = approved(project.but(jingles={**project.jingles, jingle.id: jingle}))
        casting = Casting(revisions={"espeak": "1"})
        code = project.stations[0].code
        self.plan: Plan = plan(project, Week(year=2026, number=49), casting, (code,))
        self.bulletin: BulletinPlan = self.plan.bulletins[0]
        self.made = cache(self._make)
        self._engine = Espeak(Surroundings(offline=True))
        self._sources = {each.sha256: ROOT / each.file for each in project.jingles.values()}

    def _make(self, key: Key) -> bytes:
        task = self.plan.tasks[key]
        inputs = [self.made(each) for each in task.inputs]
        engine = self._engine if isinstance(task.job, Speak) else None
        return perform(task.job, inputs, self._sources, engine)

    def piece(self, kind: str) -> tuple[Element, Pcm]:
        element = next(each for each in self.bulletin.rundown if each.kind == kind)
        return element, mp3.decode(self.made(element.encode))

    @property
    def whole(self) -> Pcm:
        frames = [self.made(element.encode) for element in self.bulletin.rundown]
        return mp3.decode(splice(frames))


def _project(sound: str) -> Project:
    project = load(ROOT)
    campaign = next(each for each in project.campaigns if each.season is None)
    message = campaign.messages[0].but(
        paragraphs=tuple(
            Paragraph(text=text, role=role, place=Place(file="tin.md"))
            for role, text in TEXTS.items()
        )
    )
    project = project.but(
        campaigns=(campaign.but(messages=(message,)),),
        voices={name: Voice(id=name, name=name, choices=(each,)) for name, each in VOICES.items()},
        roles={name: name for name in VOICES},
        rundown=project.rundown.but(least=20, most=60),
        sound=sound,
    )
    return approved(project)


VOICES = {"A": A, "B": B}


@pytest.fixture(scope="module", params=SOUNDS)
def heard(request: pytest.FixtureRequest) -> Heard:
    return Heard(request.param)


@pytest.fixture(scope="module")
def horn() -> Heard:
    return Heard("pa_horn")


def test_a_bulletin_is_at_its_level_and_so_is_each_of_its_pieces(heard: Heard) -> None:
    whole = heard.whole
    assert integrated(whole) == pytest.approx(LOUDNESS, abs=TOLERANCE)
    assert true_peak(whole) <= PEAK
    for kind in ("opening", "item", "call_to_action", "closing"):
        _, sound = heard.piece(kind)
        assert integrated(sound) == pytest.approx(LOUDNESS, abs=TOLERANCE)
        assert true_peak(sound) <= PEAK


def test_music_never_stands_out(heard: Heard) -> None:
    """Neither signature, bed nor sting is more than 1 LU over the words beside it."""
    element, opening = heard.piece("opening")
    words = level_of(_cut(opening, *_words(heard, element)))
    first, last = _words(heard, element)
    assert level_of(_cut(opening, 0.0, first)) <= words + 1.0
    assert level_of(_cut(opening, last, opening.seconds)) <= words + 1.0
    assert level_of(heard.piece("sting")[1]) <= words + 1.0
    assert words == pytest.approx(LOUDNESS, abs=1.0)


@pytest.mark.parametrize("gain", [-3.0, -9.0, -14.0])
def test_a_soft_signature_does_not_push_the_words_after_it(gain: float) -> None:
    """The opening has its level as a whole: soft music in it would leave all of that to words."""
    soft = Heard("pa_horn", gain)
    element, opening = soft.piece("opening")
    words = level_of(_cut(opening, *_words(soft, element)))
    assert words == pytest.approx(LOUDNESS, abs=1.1)


def test_two_voices_are_equally_loud(heard: Heard) -> None:
    """The second is 13 dB softer where it comes from."""
    element, item = heard.piece("item")
    loud = {role: _said_by(item, element, role) for role in VOICES}
    assert loud["A"] == pytest.approx(loud["B"], abs=1.0)


def test_the_first_200_ms_come_in_slowly(heard: Heard) -> None:
    whole = heard.whole
    start = int(np.flatnonzero(np.abs(whole.samples) > 1e-4)[0])
    highest = [
        np.abs(whole.samples[start : start + round(seconds * whole.rate)]).max()
        for seconds in (0.02, 0.06, 1.0)
    ]
    assert highest[0] < 0.25 * highest[2]
    assert highest[1] < 0.55 * highest[2]


def test_nothing_plays_under_words_on_a_horn(horn: Heard) -> None:
    """Between two sentences of the ident there is silence, before and after them music."""
    element, opening = horn.piece("opening")
    first, last = _words(horn, element)
    inside = _gaps(_cut(opening, first, last))
    assert len(inside) == len(element.script) - 1
    for found, segment in zip(inside, element.script, strict=False):
        assert found == pytest.approx(segment.pause / 1000, abs=0.2)  # soft ends of words besides
    assert level_of(_cut(opening, first - 1.2, first - 0.3)) > LOUDNESS - 12
    assert level_of(_cut(opening, last + 0.8, last + 1.5)) > LOUDNESS - 14


def test_words_are_told_when_they_are_heard_not_while_the_signature_plays(horn: Heard) -> None:
    """Subtitles and reading along go by these times."""
    opening, sound = horn.piece("opening")
    first, last = _words(horn, opening)
    told = list(lines(opening, 0.0, sound.seconds))
    assert told[0].start == pytest.approx(first, abs=0.1)
    assert told[-1].start < last
    closing, sound = horn.piece("closing")
    assert closing.after == pytest.approx(sound.seconds - _sounding(sound)[-1][0] / sound.rate, 0.2)
    assert next(lines(closing, 30.0, 30.0 + sound.seconds)).start == 30.0


def test_the_clean_sound_may_have_a_bed_well_below_the_words() -> None:
    clean = Heard("clean")
    element, opening = clean.piece("opening")
    first, last = _words(clean, element)
    assert not _gaps(_cut(opening, first, last))
    words = _cut(opening, first, last)
    quiet = np.quantile(_blocks(words), 0.02)
    assert -45 < quiet - level_of(words) < -15


def test_gaps_are_as_long_as_designed_and_none_is_too_long(horn: Heard) -> None:
    element, item = horn.piece("item")
    found = _gaps(item)
    assert len(found) == len(element.script) - 1
    for length, segment in zip(found, element.script, strict=False):
        assert segment.pause / 1000 <= length < segment.pause / 1000 + 0.2
        assert length > 0.29
    assert max(_gaps(horn.whole)) < 2.0


def test_cuts_are_faded(horn: Heard) -> None:
    """No sentence begins or ends with a click: beside each gap the sound is soft for 2 ms."""
    _, item = horn.piece("item")
    loudest = np.abs(item.samples).max()
    step = round(0.002 * item.rate)
    quiet = np.abs(item.samples) < BELOW / 10
    for start, end in runs(quiet):
        if end - start > 0.2 * item.rate and start > step and end + step < len(quiet):
            assert np.abs(item.samples[start - step : start]).max() < 0.05 * loudest
            assert np.abs(item.samples[end : end + step]).max() < 0.05 * loudest


def _words(heard: Heard, element: Element) -> tuple[float, float]:
    """When the first word of an opening begins and the last ends, s, from its plan and sounds."""
    arranged = _arranged(heard, element)
    job, inputs = arranged.job, [Pcm.from_wav(heard.made(key)) for key in arranged.inputs]
    signature = job.parts[0]
    first = 2 * 1152 / 44_100 + inputs[0].seconds + (signature.pause + job.bed.lead) / 1000
    spoken = [inputs[part.input].seconds for part in job.parts[1:]]
    pauses = [part.pause / 1000 for part in job.parts[1:-1]]
    return first, first + sum(spoken) + sum(pauses)


def _arranged(heard: Heard, element: Element):
    key: Key = element.encode
    while heard.plan.tasks[key].job.__class__.__name__ != "Arrange":
        key = heard.plan.tasks[key].inputs[0]
    return heard.plan.tasks[key]


def _said_by(item: Pcm, element: Element, role: str) -> float:
    """Loudness of the stretches between gaps that this role says."""
    spans = _sounding(item)
    chosen = [
        item.samples[start:end]
        for (start, end), segment in zip(spans, element.script, strict=True)
        if segment.role == role
    ]
    return level_of(Pcm(np.concatenate(chosen), item.rate))


def _sounding(sound: Pcm) -> list[tuple[int, int]]:
    """Stretches of sound between silences longer than an echo's delay, in samples."""
    step = round(0.01 * sound.rate)
    peaks = np.maximum.reduceat(np.abs(sound.samples), np.arange(0, len(sound.samples), step))
    loud = peaks >= BELOW
    for start, end in runs(~loud):
        if start > 0 and end < len(loud) and (end - start) * 0.01 < 0.29:
            loud[start:end] = True
    return [(start * step, end * step) for start, end in runs(loud)]


def _gaps(sound: Pcm) -> list[float]:
    """Seconds between the stretches of sound."""
    spans = _sounding(sound)
    return [(b[0] - a[1]) / sound.rate for a, b in pairwise(spans)]


def _cut(sound: Pcm, start: float, end: float) -> Pcm:
    return Pcm(sound.samples[round(start * sound.rate) : round(end * sound.rate)], sound.rate)


def _blocks(sound: Pcm) -> np.ndarray:
    """Level of each 50 ms, dBFS."""
    step = round(0.05 * sound.rate)
    whole = sound.samples[: len(sound.samples) // step * step].reshape(-1, step)
    return 10 * np.log10(np.square(whole).mean(axis=1) + 1e-12)
