"""Every engine keeps the same promises."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.engines.base import Engine, Surroundings
from pipeline.engines.espeak import Espeak
from pipeline.engines.gtts import Gtts
from pipeline.engines.online.manners import Manners
from pipeline.engines.recorded import Recorded
from pipeline.engines.registry import BUILT_IN
from pipeline.engines.tone import Tone
from pipeline.model import VoiceChoice
from tests.contracts.engine_contract import WORDS, EngineContract
from tests.loopback.google import Google

RECORDING = Tone(Surroundings()).speak(WORDS, VoiceChoice(engine="tone")).to_wav()
DIGEST = hashlib.sha256(RECORDING).hexdigest()


class TestEspeak(EngineContract):
    voice = VoiceChoice(engine="espeak", voice="vi")

    def make(self, surroundings: Surroundings) -> Engine:
        return Espeak(surroundings)


class TestGtts(EngineContract):
    voice = VoiceChoice(engine="gtts", voice="vi")

    def make(self, surroundings: Surroundings) -> Engine:
        return Gtts(surroundings, Manners(gap=0))

    @pytest.fixture(autouse=True)
    def service(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
        google = Google(tmp_path)
        google.lead_here(monkeypatch)
        yield
        google.close()


class TestRecorded(EngineContract):
    voice = VoiceChoice(engine="recorded", voice=DIGEST)
    reads = False

    def make(self, surroundings: Surroundings) -> Engine:
        return Recorded(surroundings)

    @pytest.fixture
    def surroundings(self, tmp_path: Path) -> Surroundings:
        path = tmp_path / "ghi-am.wav"
        path.write_bytes(RECORDING)
        return Surroundings(source={DIGEST: path}.__getitem__)


class TestTone(EngineContract):
    voice = VoiceChoice(engine="tone")

    def make(self, surroundings: Surroundings) -> Engine:
        return Tone(surroundings)


def test_no_engine_is_left_out() -> None:
    tested = {kind.voice.engine for kind in (TestEspeak, TestGtts, TestRecorded, TestTone)}
    assert tested == set(BUILT_IN)
