"""The engines http, fpt and viettel against services that speak, and that do everything wrong."""

import json
import logging
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.engines.base import Surroundings
from pipeline.engines.fpt import Fpt
from pipeline.engines.http import Http
from pipeline.engines.online.manners import Manners
from pipeline.engines.online.retry import Patience
from pipeline.engines.online.service import Service as Engine
from pipeline.engines.viettel import Viettel
from pipeline.errors import EngineError, EngineFault, EngineUnavailable
from pipeline.model import Setting, VoiceChoice
from tests import loopback
from tests.loopback.service import Service
from tests.loopback.waiting import Waiting

WORDS = "Bà con nhớ số một một một."
SECONDS = len(WORDS.split()) * 0.25
KEY = "sk-8f3kd92mfa00"


@dataclass(frozen=True)
class Case:
    engine: type[Engine]
    service: type[Service]
    choice: VoiceChoice
    before: str = ""  # steps of the script that come before the one that carries the sound


HTTP = Case(
    Http,
    loopback.openai.OpenAI,
    VoiceChoice(
        engine="http",
        voice="cô Mai",
        settings={"address": "https://giong.example/v1", "key": "KHOA_THU"},
    ),
)
FPT = Case(
    Fpt,
    loopback.fpt.Fpt,
    VoiceChoice(engine="fpt", voice="leminh", settings={"key": "KHOA_THU", "speed": -1}),
    before="speak;",
)
VIETTEL = Case(
    Viettel,
    loopback.viettel.Viettel,
    VoiceChoice(engine="viettel", voice="hue-baoquoc", settings={"key": "KHOA_THU"}),
)
ALL = pytest.mark.parametrize("case", [HTTP, FPT, VIETTEL], ids=["http", "fpt", "viettel"])
DIRECT = pytest.mark.parametrize("case", [HTTP, VIETTEL], ids=["http", "viettel"])
Play = Callable[..., Service]


@pytest.fixture
def play(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Play]:
    """Start a case's service with a script; what this process asks of the network goes there."""
    running = []
    monkeypatch.setenv("KHOA_THU", KEY)

    def start(case: Case, script: str = "", certificate: str = "good") -> Service:
        service = case.service(tmp_path, script, certificate)
        running.append(service)
        service.lead_here(monkeypatch)
        return service

    yield start
    for service in running:
        service.close()


def engine(case: Case, waiting: Waiting | None = None, *, offline: bool = False) -> Engine:
    clock = (waiting or Waiting()).clock
    manners = Manners(gap=0, read=0.5, probe=1, clock=clock, patience=Patience(base=1))
    return case.engine(Surroundings(offline=offline), manners)


@ALL
def test_speaks_what_was_asked(play: Play, case: Case) -> None:
    play(case)
    speech = engine(case).speak(WORDS, case.choice)
    assert speech.rate == 24_000
    assert abs(speech.seconds - SECONDS) < 0.15


def test_an_open_server_hears_words_voice_model_speed_and_key(play: Play) -> None:
    service = play(HTTP)
    fast = HTTP.choice.but(settings={**HTTP.choice.settings, "speed": 1.5, "model": "mai"})
    engine(HTTP).speak(WORDS, fast)
    (request,) = service.requests
    asked = {"model": "mai", "voice": "cô Mai", "input": WORDS, "response_format": "wav"}
    assert json.loads(request.body) == {**asked, "speed": 1.5}
    assert request.headers["authorization"] == f"Bearer {KEY}"


def test_a_server_in_the_house_needs_neither_tls_nor_key(play: Play) -> None:
    service = play(HTTP)
    plain = HTTP.choice.but(settings={"address": service.address})
    assert engine(HTTP).speak(WORDS, plain).seconds > 1
    assert "authorization" not in service.requests[0].headers


def test_a_provider_with_a_link_hears_the_key_once_and_the_link_never(play: Play) -> None:
    service = play(FPT)
    engine(FPT).speak(WORDS, FPT.choice)
    order, collected = service.requests
    assert (order.body.decode(), order.headers["api-key"]) == (WORDS, KEY)
    assert (order.headers["voice"], order.headers["speed"]) == ("leminh", "-1")
    assert collected.host == "file01.fpt.ai"
    assert KEY not in str(collected.headers)


def test_a_link_is_asked_again_until_the_sound_is_there(play: Play) -> None:
    service, waiting = play(FPT, "speak;later;later;later"), Waiting()
    assert engine(FPT, waiting).speak(WORDS, FPT.choice).seconds > 1
    assert [each.method for each in service.requests] == ["POST", "GET", "GET", "GET", "GET"]
    assert waiting.waits == [0.5, 1.0, 2.0]


def test_sound_that_never_comes_is_not_waited_for_for_ever(play: Play) -> None:
    play(FPT, "speak;" + "later;" * 200)
    waiting = Waiting(chance=0.99)
    with pytest.raises(EngineFault, match="chưa đọc xong"):
        engine(FPT, waiting).speak(WORDS, FPT.choice)
    assert 120 < sum(waiting.waits) < 160


@pytest.mark.parametrize("step", ["plain link", "no link", "refusal"])
def test_a_link_that_is_none_is_not_followed(play: Play, step: str) -> None:
    service = play(FPT, ";".join([step] * 9))
    with pytest.raises(EngineError):
        engine(FPT).speak(WORDS, FPT.choice)
    assert {each.method for each in service.requests} == {"POST"}


def test_a_provider_of_json_hears_its_own_words(play: Play) -> None:
    service = play(VIETTEL)
    engine(VIETTEL).speak(WORDS, VIETTEL.choice)
    asked = json.loads(service.requests[0].body)
    assert (asked["text"], asked["voice"], asked["token"]) == (WORDS, "hue-baoquoc", KEY)


MISBEHAVIOUR = [
    "429", "500", "503", "reset", "half a body", "html", "empty", "tiny", "noise", "silence",
    "first syllable", "cut short",
]  # fmt: skip


@ALL
@pytest.mark.parametrize("step", MISBEHAVIOUR)
def test_one_bad_answer_is_asked_again(play: Play, case: Case, step: str) -> None:
    service, waiting = play(case, case.before + step), Waiting()
    speech = engine(case, waiting).speak(WORDS, case.choice)
    assert abs(speech.seconds - SECONDS) < 0.15
    assert len(service.requests) == 2 + case.before.count(";")
    assert waiting.waits == [0.5]


@pytest.mark.parametrize("step", ["hang", "drip"])
def test_an_answer_that_takes_too_long_is_left_and_asked_again(play: Play, step: str) -> None:
    service = play(HTTP, step)
    began = time.monotonic()
    assert engine(HTTP).speak(WORDS, HTTP.choice).seconds > 1
    assert time.monotonic() - began < 4
    assert len(service.requests) == 2


@ALL
@pytest.mark.parametrize(("step", "wait"), [("429 after 7", 7.5), ("429 date", 2.5)])
def test_waits_as_long_as_the_service_asks(play: Play, case: Case, step: str, wait: float) -> None:
    play(case, step)
    waiting = Waiting()
    engine(case, waiting).speak(WORDS, case.choice)
    assert waiting.waits == [wait]


@ALL
def test_after_three_refusals_nobody_asks(play: Play, case: Case) -> None:
    service = play(case, "403;403;403")
    speaker = engine(case)
    for reason in ("403", "403", "403", "tạm nghỉ"):
        with pytest.raises(EngineUnavailable, match=reason):
            speaker.speak(WORDS, case.choice)
    assert len(service.requests) == 3


def test_one_address_down_does_not_close_another(play: Play) -> None:
    service = play(HTTP, "403;403;403")
    speaker = engine(HTTP)
    for _ in range(4):
        with pytest.raises(EngineUnavailable):
            speaker.speak(WORDS, HTTP.choice)
    other = HTTP.choice.but(settings={"address": service.address})
    assert speaker.speak(WORDS, other).seconds > 1
    assert other.source != HTTP.choice.source


@pytest.mark.parametrize("step", ["mp3", "streamed 0", "streamed ff", "two mp3"])
def test_sound_is_known_by_its_bytes(play: Play, step: str) -> None:
    play(HTTP, step)
    assert abs(engine(HTTP).speak(WORDS, HTTP.choice).seconds - SECONDS) < 0.2


@pytest.mark.parametrize("step", ["cut wav", "refusal", "html"])
def test_what_is_no_whole_speech_never_becomes_speech(play: Play, step: str) -> None:
    play(HTTP, ";".join([step] * 9))
    with pytest.raises(EngineFault):
        engine(HTTP).speak(WORDS, HTTP.choice)


def test_long_words_go_in_pieces_as_long_as_the_server_takes(play: Play) -> None:
    service = play(HTTP)
    words = "Bà con nhớ số một một một, ai cũng nhớ. " * 6
    short = HTTP.choice.but(settings={**HTTP.choice.settings, "max_chars": 60})
    engine(HTTP).speak(words, short)
    pieces = [json.loads(each.body)["input"] for each in service.requests]
    assert " ".join(pieces) == words.strip()
    assert all(len(piece) <= 60 for piece in pieces)


@ALL
@pytest.mark.parametrize("certificate", ["stranger", "other name"])
def test_a_false_certificate_gets_no_word_and_no_key(
    play: Play, case: Case, certificate: str
) -> None:
    service = play(case, certificate=certificate)
    with pytest.raises(EngineUnavailable, match="chứng thư"):
        engine(case).speak(WORDS, case.choice)
    assert service.requests == []


@ALL
def test_offline_asks_nobody(play: Play, case: Case) -> None:
    service = play(case)
    for act in ("ready", "speak"):
        with pytest.raises(EngineUnavailable, match="--offline"):
            speaker = engine(case, offline=True)
            speaker.ready(case.choice) if act == "ready" else speaker.speak(WORDS, case.choice)
    assert service.connections == 0


@DIRECT
@pytest.mark.parametrize("step", ["refusal", "told 400", "told 401", "hang", "reset", "500"])
def test_the_key_is_never_shown(
    play: Play, case: Case, step: str, caplog: pytest.LogCaptureFixture
) -> None:
    service = play(case, ";".join([step if case is HTTP else "refusal"] * 9))
    with caplog.at_level(logging.DEBUG), pytest.raises(EngineError) as caught:
        engine(case).speak(WORDS, case.choice)
    assert service.requests
    shown = "".join(traceback.format_exception(caught.value)) + caplog.text
    assert KEY not in shown
    assert "•••" in str(caught.value) or step in ("hang", "reset", "500")


@ALL
def test_without_a_key_in_the_environment_it_is_said_which_is_missing(
    play: Play, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = play(case)
    monkeypatch.delenv("KHOA_THU")
    with pytest.raises(EngineUnavailable, match="biến môi trường KHOA_THU"):
        engine(case).ready(case.choice)
    assert service.connections == 0


@ALL
@pytest.mark.parametrize("key", [KEY, "ABCDEF1234567890", "khoa_thu", "AIZA_9912345", 7])
def test_a_key_in_the_voice_file_is_refused_and_not_repeated(case: Case, key: Setting) -> None:
    choice = case.choice.but(settings={**case.choice.settings, "key": key})
    with pytest.raises(EngineUnavailable, match="biến môi trường") as caught:
        engine(case).ready(choice)
    assert f"“{key}”" not in str(caught.value)


@pytest.mark.parametrize(
    "address",
    [
        "", "giong.example", "ftp://giong.example", "http://giong.example", "http://8.8.8.8",
        "https://ai:mat-khau@giong.example", "https://giong.example/?key=1", "https://[::1",
    ],
)  # fmt: skip
def test_an_address_that_will_not_do_is_refused_before_anything_is_sent(
    play: Play, address: str
) -> None:
    service = play(HTTP)
    with pytest.raises(EngineUnavailable, match="ịa chỉ"):
        engine(HTTP).speak(WORDS, HTTP.choice.but(settings={"address": address}))
    assert service.connections == 0


@pytest.mark.parametrize(
    "address",
    ["http://localhost:8298", "http://192.168.1.9", "http://may-chu", "http://tts.local:80/v1/"],
)
def test_plain_http_is_for_the_house(address: str) -> None:
    choice = HTTP.choice.but(settings={"address": address})
    assert engine(HTTP).order(choice).home == address.rstrip("/")


def test_ready_knocks_once_at_each_address(play: Play) -> None:
    service = play(HTTP)
    speaker = engine(HTTP)
    other = HTTP.choice.but(settings={"address": service.address})
    for choice in (HTTP.choice, other, HTTP.choice, other):
        speaker.ready(choice)
    assert service.knocks == 2
    assert service.requests == []
