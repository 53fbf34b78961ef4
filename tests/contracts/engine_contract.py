"""What every engine promises. A new one passes these by naming itself in a few lines:

class TestChoir(EngineContract):
    voice = VoiceChoice(engine="choir", voice="alto")

    def make(self, surroundings: Surroundings) -> Engine:
        return Choir(surroundings)
"""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace

import numpy as np
import pytest

from pipeline.engines.base import Engine, Surroundings
from pipeline.engines.guard import check_speech
from pipeline.errors import EngineFault, EngineUnavailable
from pipeline.model import VoiceChoice

WORDS = "Đây là Đài truyền thanh xã Yên Thế."
SYLLABLES = 8
SENTENCES = tuple(f"Bà con chú ý, đây là tin số {n}." for n in ("một", "hai", "ba", "bốn", "năm"))

OUTSIDE = frozenset({"socket.connect", "socket.getaddrinfo", "subprocess.Popen"})
_watching: list[list[str]] = []


def _note(event: str, _: tuple[object, ...]) -> None:
    if event in OUTSIDE:
        for seen in _watching:
            seen.append(event)


sys.addaudithook(_note)  # can never be taken out again, so there is one for all tests


@contextmanager
def watching() -> Iterator[list[str]]:
    """Collect what the process asks of the world outside: sockets, names, child processes."""
    seen: list[str] = []
    _watching.append(seen)
    try:
        yield seen
    finally:
        _watching.remove(seen)


class EngineContract:
    """Subclass it with a `voice`, a `make`, and what the engine is excused from."""

    voice: VoiceChoice
    reads = True  # the words decide the sound; not so for a recording
    repeats = True  # the same words are the same sound to the bit

    def make(self, surroundings: Surroundings) -> Engine:
        raise NotImplementedError

    @pytest.fixture
    def surroundings(self) -> Surroundings:
        return Surroundings()

    @pytest.fixture
    def engine(self, surroundings: Surroundings) -> Iterator[Engine]:
        engine = self.make(surroundings)
        yield engine
        engine.close()

    def test_introduces_itself(self, engine: Engine) -> None:
        assert engine.name == self.voice.engine
        assert engine.revision.isascii()
        assert engine.revision == engine.revision.strip() != ""
        assert isinstance(engine.network, bool)
        assert engine.concurrency >= 1
        assert engine.terms.endswith(".")
        assert "\n" not in engine.terms

    def test_being_made_asks_nobody(self, surroundings: Surroundings) -> None:
        with watching() as seen:
            self.make(surroundings)
        assert seen == []

    def test_is_ready(self, engine: Engine) -> None:
        engine.ready(self.voice)
        engine.ready(self.voice)

    def test_speaks(self, engine: Engine) -> None:
        speech = engine.speak(WORDS, self.voice)
        assert speech.samples.ndim == 1
        assert speech.samples.dtype == np.float32
        assert np.abs(speech.samples).max() <= 1
        assert 8_000 <= speech.rate <= 48_000
        check_speech(speech, SYLLABLES, engine.name)

    def test_says_all_the_words(self, engine: Engine) -> None:
        if not self.reads:
            pytest.skip("a recording is as long as it is")
        once, thrice = (engine.speak(" ".join([WORDS] * n), self.voice) for n in (1, 3))
        assert 2 < thrice.seconds / once.seconds < 4

    def test_serves_as_many_callers_as_it_says(self, engine: Engine) -> None:
        alone = [engine.speak(words, self.voice).samples for words in SENTENCES]
        with ThreadPoolExecutor(min(engine.concurrency, 8)) as callers:
            together = list(callers.map(lambda words: engine.speak(words, self.voice), SENTENCES))
        for one, other in zip(alone, together, strict=True):
            assert other.seconds > 0
            if self.repeats:
                assert np.array_equal(one, other.samples)

    def test_refuses_an_unknown_setting(self, engine: Engine) -> None:
        wrong = self.voice.but(settings={"chipmunk": 1})
        with pytest.raises(EngineUnavailable, match="“chipmunk”"):
            engine.speak(WORDS, wrong)

    def test_refuses_an_unknown_voice(self, engine: Engine) -> None:
        with pytest.raises(EngineUnavailable, match="“no such voice”"):
            engine.speak(WORDS, self.voice.but(voice="no such voice"))

    @pytest.mark.parametrize("words", ["", " ", ". , !"])
    def test_refuses_to_say_nothing(self, engine: Engine, words: str) -> None:
        if not self.reads:
            pytest.skip("a recording says what it says")
        with pytest.raises(EngineFault):
            engine.speak(words, self.voice)

    def test_offline_opens_no_socket(self, surroundings: Surroundings) -> None:
        engine = self.make(replace(surroundings, offline=True))
        with watching() as seen:
            if engine.network:
                with pytest.raises(EngineUnavailable):
                    engine.ready(self.voice)
                with pytest.raises(EngineUnavailable):
                    engine.speak(WORDS, self.voice)
            else:
                engine.ready(self.voice)
                engine.speak(WORDS, self.voice)
        engine.close()
        assert [event for event in seen if event.startswith("socket.")] == []

    def test_closing_twice_is_fine(self, engine: Engine) -> None:
        engine.speak(WORDS, self.voice)
        engine.close()
        engine.close()
