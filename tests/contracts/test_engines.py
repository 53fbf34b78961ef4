"""Every engine keeps the same promises."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest

from pipeline.engines.base import Engine, Surroundings
from pipeline.engines.espeak import Espeak
from pipeline.engines.fpt import Fpt
from pipeline.engines.gtts import Gtts
from pipeline.engines.http import Http
from pipeline.engines.online.manners import Manners
from pipeline.engines.piper import Piper
from pipeline.engines.recorded import Recorded
from pipeline.engines.registry import BUILT_IN
from pipeline.engines.tone import Tone
from pipeline.engines.viettel import Viettel
from pipeline.model import VoiceChoice
from tests import loopback, models
from tests.contracts.engine_contract import WORDS, EngineContract
from tests.loopback.service import Service

RECORDING = Tone(Surroundings()).speak(WORDS, VoiceChoice(engine="tone")).to_wav()
DIGEST = hashlib.sha256(RECORDING).hexdigest()


class TestEspeak(EngineContract):
    voice = VoiceChoice(engine="espeak", voice="vi")

    def make(self, surroundings: Surroundings) -> Engine:
        return Espeak(surroundings)


class OnLoopback(EngineContract):
    """A contract kept towards a service on this machine, which each class names."""

    kind: ClassVar[type[Service]]

    @pytest.fixture(autouse=True)
    def service(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
        service = self.kind(tmp_path)
        service.lead_here(monkeypatch)
        monkeypatch.setenv("KHOA_THU", "khoa-rat-bi-mat")
        yield service
        service.close()


class TestFpt(OnLoopback):
    voice = VoiceChoice(engine="fpt", voice="giahuy", settings={"key": "KHOA_THU"})
    kind = loopback.fpt.Fpt

    def make(self, surroundings: Surroundings) -> Engine:
        return Fpt(surroundings, Manners(gap=0))


class TestGtts(OnLoopback):
    voice = VoiceChoice(engine="gtts", voice="vi")
    kind = loopback.google.Google

    def make(self, surroundings: Surroundings) -> Engine:
        return Gtts(surroundings, Manners(gap=0))


class TestHttp(OnLoopback):
    voice = VoiceChoice(
        engine="http",
        voice="no-one",
        settings={"address": "https://giong.example", "key": "KHOA_THU"},
    )
    kind = loopback.openai.OpenAI

    def make(self, surroundings: Surroundings) -> Engine:
        return Http(surroundings, Manners(gap=0))


class TestPiper(EngineContract):
    voice = VoiceChoice(engine="piper", voice="giong-thu")

    def make(self, surroundings: Surroundings) -> Engine:
        return Piper(surroundings)

    @pytest.fixture
    def surroundings(self, tmp_path: Path) -> Surroundings:
        return Surroundings(models=models.folder(tmp_path, "giong-thu"))


class TestViettel(OnLoopback):
    voice = VoiceChoice(engine="viettel", voice="hue-maingoc", settings={"key": "KHOA_THU"})
    kind = loopback.viettel.Viettel

    def make(self, surroundings: Surroundings) -> Engine:
        return Viettel(surroundings, Manners(gap=0))


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
    kinds = (
        TestEspeak,
        TestFpt,
        TestGtts,
        TestHttp,
        TestPiper,
        TestRecorded,
        TestTone,
        TestViettel,
    )
    assert {kind.voice.engine for kind in kinds} == set(BUILT_IN)
