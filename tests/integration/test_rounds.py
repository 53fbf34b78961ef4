"""Planning and building together, on the small project, with engines that fail when told to."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pipeline.audio.pcm import Pcm
from pipeline.build import Crew, Done, Event, Outcome, produce, settle
from pipeline.engines.base import Engine, Surroundings
from pipeline.engines.registry import open_engine
from pipeline.engines.tone import Tone
from pipeline.errors import EngineError, EngineFault, EngineUnavailable
from pipeline.model import Project, VoiceChoice
from pipeline.plan import Week
from pipeline.plan.jobs import Speak
from pipeline.store import MemoryStore
from pipeline.testing import approved, small_project, sources

WEEK = Week(year=2026, number=49)
FIRST = VoiceChoice(engine="first", syllables_per_second=4.0)
SECOND = VoiceChoice(engine="second", syllables_per_second=4.0)
Trouble = Callable[[str], EngineError | None]


class Troubled(Tone):
    """The tone engine under another name, with trouble to order."""

    def __init__(self, name: str, trouble: Trouble, asleep: str | None = None) -> None:
        super().__init__(Surroundings())
        self.name = name
        self.asked = 0
        self._trouble = trouble
        self._asleep = asleep

    def ready(self, voice: VoiceChoice) -> None:
        self.asked += 1
        if self._asleep:
            raise EngineUnavailable(self.name, self._asleep)

    def speak(self, words: str, voice: VoiceChoice) -> Pcm:
        error = self._trouble(words)
        if error:
            raise error
        return super().speak(words, voice.but(voice=""))


class Workshop:
    """A project, a store and engines; `make` builds the week and counts what was done."""

    def __init__(self, folder: Path, project: Project, *engines: Engine) -> None:
        self.project = project
        self.store = MemoryStore()
        self.done: list[str] = []
        self._engines = {engine.name: engine for engine in engines}
        self._sources = sources(project, folder)

    def make(self, project: Project | None = None) -> Outcome:
        self.done = []
        with self._crew() as crew:
            return produce(project or self.project, WEEK, self.store, crew, self._note)

    def preview(self) -> tuple[str, ...]:
        with self._crew() as crew:
            planned, _ = settle(self.project, WEEK, self.store, crew)
        return tuple(sorted({c.engine for b in planned.bulletins for c in b.cast.values()}))

    def _crew(self) -> Crew:
        return Crew(Surroundings(), self._sources, ThreadPoolExecutor(2), engines=self._open)

    def _open(self, name: str, surroundings: Surroundings) -> Engine:
        return self._engines.get(name) or open_engine(name, surroundings)

    def _note(self, event: Event) -> None:
        if isinstance(event, Done):
            self.done.append(type(event.task.job).__name__)


def fine(words: str) -> None:
    return None


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Callable[..., Workshop]]:
    def open_shop(*engines: Engine, stations: int = 2, messages: int = 3) -> Workshop:
        choices = (FIRST, SECOND) if engines else (VoiceChoice(engine="tone"),)
        project = small_project(tmp_path, stations=stations, messages=messages, choices=choices)
        return Workshop(tmp_path, project, *engines)

    return open_shop


def test_building_twice_does_nothing_the_second_time(shop) -> None:
    workshop = shop()
    assert workshop.make().failed == {}
    assert workshop.done.count("Encode") == workshop.done.count("Meter") == 9
    workshop.make()
    assert workshop.done == []


def test_editing_one_sentence_speaks_one_sentence(shop) -> None:
    workshop = shop()
    workshop.make()
    campaign = workshop.project.campaigns[0]
    message = campaign.messages[0]
    text = message.paragraphs[1].text.replace("điều này", "lời này")
    edited = message.but(paragraphs=(message.paragraphs[0], message.paragraphs[1].but(text=text)))
    campaigns = (campaign.but(messages=(edited, *campaign.messages[1:])),)
    workshop.make(approved(workshop.project.but(campaigns=campaigns)))
    once = ("Speak", "Arrange", "Master", "Encode", "Meter")
    assert [workshop.done.count(kind) for kind in once] == [1, 1, 1, 1, 1]
    assert "Decode" not in workshop.done


def test_a_new_station_speaks_only_its_own_ident_and_closing(shop) -> None:
    workshop = shop(stations=3)
    everyone = workshop.project
    workshop.make(everyone.but(stations=everyone.stations[:2]))
    workshop.make(everyone)
    assert workshop.done.count("Speak") == 2  # its name in the ident, its name in the closing
    assert workshop.done.count("Encode") == 2


def test_an_engine_that_is_not_ready_is_asked_once_and_left_whole(shop) -> None:
    first, second = Troubled("first", fine, asleep="ngủ"), Troubled("second", fine)
    outcome = shop(first, second).make()
    assert outcome.failed == {}
    assert first.asked == 1
    for bulletin in outcome.plan.bulletins:
        assert {choice.engine for choice in bulletin.cast.values()} == {"second"}
        assert bulletin.moved == {"first": "ngủ"}


def test_one_failing_sentence_moves_its_bulletins_and_no_others(shop) -> None:
    def trip(words: str) -> EngineError | None:
        return EngineFault("first", "vấp") if "tin thứ ba" in words else None

    workshop = shop(Troubled("first", trip), Troubled("second", fine), messages=6)
    outcome = workshop.make()
    assert outcome.failed == {}
    spoke = set()
    for bulletin in outcome.plan.bulletins:
        engines = {choice.engine for choice in bulletin.cast.values()}
        tripped = any(element.message == "tin-2" for element in bulletin.rundown)
        assert engines == ({"second"} if tripped else {"first"})
        spoke |= engines
    assert spoke == {"first", "second"}


def test_one_address_down_leaves_another_of_the_same_engine(tmp_path: Path) -> None:
    class Served(Troubled):
        def ready(self, voice: VoiceChoice) -> None:
            if voice.settings["address"] == "https://một":
                raise EngineUnavailable(self.name, "tắt máy")

        def speak(self, words: str, voice: VoiceChoice) -> Pcm:
            return super().speak(words, voice.but(settings={}))

    choices = tuple(
        FIRST.but(settings={"address": address}) for address in ("https://một", "https://hai")
    )
    project = small_project(tmp_path, stations=1, messages=3, choices=(*choices, SECOND))
    outcome = Workshop(tmp_path, project, Served("first", fine), Troubled("second", fine)).make()
    assert outcome.failed == {}
    for bulletin in outcome.plan.bulletins:
        assert {each.source for each in bulletin.cast.values()} == {"first https://hai"}
        assert bulletin.moved == {"first https://một": "tắt máy"}


def test_speech_of_one_bulletin_comes_from_one_engine(shop) -> None:
    def trip(words: str) -> EngineError | None:
        return EngineFault("first", "vấp") if "tin thứ ba" in words else None

    workshop = shop(Troubled("first", trip), Troubled("second", fine))
    plan = workshop.make().plan
    for bulletin in plan.bulletins:
        speaking, queue = set(), list(bulletin.results)
        while queue:
            task = plan.tasks[queue.pop()]
            queue.extend(task.inputs)
            if isinstance(task.job, Speak):
                speaking.add(task.job.engine)
        assert len(speaking) == 1


def test_what_was_spoken_stays_in_use_when_the_engine_is_gone(shop) -> None:
    first, second = Troubled("first", fine), Troubled("second", fine)
    workshop = shop(first, second)
    workshop.make()
    first._asleep = "mất mạng"
    assert workshop.preview() == ("first",)
    assert first.asked == 1  # nothing left to say, so nobody asked again


def test_a_bulletin_nobody_can_speak_fails_and_says_why(shop) -> None:
    def trip(words: str) -> EngineError | None:
        return EngineFault("x", "vấp") if "tin thứ ba" in words else None

    def other(engine: str) -> Trouble:
        return lambda words: EngineFault(engine, "vấp") if trip(words) else None

    workshop = shop(Troubled("first", other("first")), Troubled("second", other("second")))
    outcome = workshop.make()
    assert outcome.failed
    assert all("vấp" in why for why in outcome.failed.values())
    made = [each for each in outcome.plan.bulletins if each.id not in outcome.failed]
    assert all(workshop.store.has(key) for each in made for key in each.results)


def test_a_fault_in_an_engines_program_is_one_bulletins_failure(shop) -> None:
    def bug(words: str) -> EngineError | None:
        if "tin thứ ba" in words:
            raise KeyError("bug")
        return None

    outcome = shop(Troubled("first", bug), Troubled("second", fine)).make()
    assert outcome.failed
    assert all("lỗi trong chương trình" in why for why in outcome.failed.values())
