"""The gTTS engine against a service that speaks, and against one that does everything wrong."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from pipeline.engines.base import Surroundings
from pipeline.engines.gtts import Gtts
from pipeline.engines.online.manners import Manners
from pipeline.engines.online.retry import Patience
from pipeline.errors import EngineFault, EngineUnavailable
from pipeline.model import VoiceChoice
from tests.loopback.google import Google
from tests.loopback.service import pips
from tests.loopback.waiting import Waiting

WORDS = "Bà con nhớ số một một một."
LONG = (
    "Mua bán người là tội phạm nghiêm trọng, xâm phạm quyền con người; bà con không tin lời hứa "
    "việc nhẹ lương cao. Khi nghi ngờ, hãy gọi ngay cho công an xã hoặc tổng đài một một một!"
)

Play = Callable[..., Google]


@pytest.fixture
def play(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Play]:
    """Start a service with a script; everything this process then asks the network goes there."""
    running = []

    def start(script: str = "", certificate: str = "good") -> Google:
        google = Google(tmp_path, script, certificate)
        running.append(google)
        google.lead_here(monkeypatch)
        return google

    yield start
    for google in running:
        google.close()


def engine(waiting: Waiting | None = None, *, offline: bool = False) -> Gtts:
    clock = (waiting or Waiting()).clock
    manners = Manners(gap=0, read=0.5, probe=1, clock=clock, patience=Patience(base=1))
    return Gtts(Surroundings(offline=offline), manners)


def choice(voice: str = "", **settings: str | int) -> VoiceChoice:
    return VoiceChoice(engine="gtts", voice=voice, settings=dict(settings))


def test_a_sentence_is_one_request_with_its_very_words(play: Play) -> None:
    google = play()
    speech = engine().speak(WORDS, choice())
    (heard,) = google.heard
    assert (heard.host, heard.text, heard.language, heard.slow) == (
        "translate.google.com",
        WORDS,
        "vi",
        False,
    )
    assert speech.rate == 24_000
    assert abs(speech.seconds - len(WORDS.split()) * 0.25) < 0.15


def test_what_is_heard_is_what_was_said(play: Play) -> None:
    play()
    speech = engine().speak(WORDS, choice()).samples
    said = pips(WORDS)
    size = 1 << 19
    spectra = np.fft.rfft(speech, size) * np.conj(np.fft.rfft(said, size))
    likeness = np.fft.irfft(spectra, size).max() / (np.linalg.norm(speech) * np.linalg.norm(said))
    assert likeness > 0.98


def test_settings_reach_the_service(play: Play) -> None:
    google = play()
    engine().speak(WORDS, choice("en", tld="com.vn", slow=1))
    (heard,) = google.heard
    assert (heard.host, heard.language, heard.slow) == ("translate.google.com.vn", "en", True)


def test_long_words_go_in_pieces_over_one_connection_and_come_back_joined(play: Play) -> None:
    google = play()
    speech = engine().speak(LONG, choice())
    pieces = [heard.text for heard in google.heard]
    assert " ".join(pieces) == LONG
    assert len(pieces) > 1
    assert all(len(piece) <= 100 and piece[-1] in ".,;!" for piece in pieces)
    assert google.connections == 1
    pauses = sum({",": 0.05, ";": 0.1, ".": 0.2}[piece[-1]] for piece in pieces[:-1])
    pips_and_gaps = len(LONG.split()) * 0.25 - 0.05 * len(pieces)
    around_speech = speech.seconds - pips_and_gaps - pauses
    assert 0.1 * len(pieces) < around_speech < 0.18 * len(pieces)


MISBEHAVIOUR = [
    "429", "sorry", "500", "503", "reset", "half a body", "html", "no audio", "null", "empty",
    "bad base64", "tiny", "noise", "silence", "first syllable",
]  # fmt: skip


@pytest.mark.parametrize("step", MISBEHAVIOUR)
def test_one_bad_answer_is_asked_again(play: Play, step: str) -> None:
    google, waiting = play(step), Waiting(chance=0.5)
    speech = engine(waiting).speak(WORDS, choice())
    assert abs(speech.seconds - len(WORDS.split()) * 0.25) < 0.15
    assert len(google.heard) == 2
    assert waiting.waits == [0.5]


@pytest.mark.parametrize("step", ["hang", "drip"])
def test_an_answer_that_takes_too_long_is_left_and_asked_again(play: Play, step: str) -> None:
    google = play(step)
    began = time.monotonic()
    assert engine().speak(WORDS, choice()).seconds > 1
    assert time.monotonic() - began < 3
    assert len(google.heard) == 2


@pytest.mark.parametrize(("step", "wait"), [("429 after 7", 7.5), ("429 date", 2.5)])
def test_waits_as_long_as_the_service_asks(play: Play, step: str, wait: float) -> None:
    play(step)
    waiting = Waiting(chance=0.5)
    engine(waiting).speak(WORDS, choice())
    assert waiting.waits == [wait]


@pytest.mark.parametrize("step", ["429", "500", "sorry", "reset"])
def test_a_service_that_stays_down_is_left_after_four_tries(play: Play, step: str) -> None:
    google, waiting = play(";".join([step] * 9)), Waiting(chance=1)
    with pytest.raises(EngineUnavailable):
        engine(waiting).speak(WORDS, choice())
    assert len(google.heard) == 4
    assert waiting.waits == [1, 2, 4]


@pytest.mark.parametrize("step", ["html", "no audio", "empty", "silence", "first syllable"])
def test_answers_without_the_words_never_become_speech(play: Play, step: str) -> None:
    google = play(";".join([step] * 9))
    with pytest.raises(EngineFault):
        engine().speak(WORDS, choice())
    assert len(google.heard) == 4


@pytest.mark.parametrize(
    ("step", "error"),
    [("403", EngineUnavailable), ("429 after 3600", EngineUnavailable), ("400", EngineFault)],
)
def test_a_plain_no_is_taken_at_once(play: Play, step: str, error: type[Exception]) -> None:
    google, waiting = play(step), Waiting()
    with pytest.raises(error, match=step[:3]):
        engine(waiting).speak(WORDS, choice())
    assert len(google.heard) == 1
    assert waiting.waits == []


def test_after_three_failures_nobody_asks_until_a_rest_is_over(play: Play) -> None:
    google, waiting = play("403;403;403"), Waiting()
    gtts = engine(waiting)
    for _ in range(3):
        with pytest.raises(EngineUnavailable, match="403"):
            gtts.speak(WORDS, choice())
    with pytest.raises(EngineUnavailable, match="tạm nghỉ"):
        gtts.speak(WORDS, choice())
    assert len(google.heard) == 3
    waiting.waits.append(61)
    assert gtts.speak(WORDS, choice()).seconds > 1


def test_requests_keep_apart(play: Play) -> None:
    google, waiting = play(), Waiting(chance=0)
    gtts = Gtts(Surroundings(), Manners(gap=30, clock=waiting.clock))
    gtts.speak(LONG, choice())
    assert len(waiting.waits) == len(google.heard) - 1
    assert all(29 < wait <= 30 for wait in waiting.waits)


@pytest.mark.parametrize("certificate", ["stranger", "other name"])
def test_a_false_certificate_gets_no_word(play: Play, certificate: str) -> None:
    google = play(certificate=certificate)
    with pytest.raises(EngineUnavailable, match="chứng thư"):
        engine().ready(choice())
    with pytest.raises(EngineUnavailable, match="chứng thư"):
        engine().speak(WORDS, choice())
    assert google.heard == []
    assert google.knocks == 0


def test_ready_knocks_once(play: Play) -> None:
    google = play()
    gtts = engine()
    gtts.ready(choice())
    gtts.ready(choice())
    assert google.knocks == 1
    assert google.heard == []


@pytest.mark.parametrize(
    ("step", "reason"), [("429", "429"), ("503", "503"), ("hang", "thời gian|sau 1 giây")]
)
def test_a_service_that_will_not_speak_is_found_out_once(
    play: Play, step: str, reason: str
) -> None:
    google = play(step)
    gtts = engine()
    began = time.monotonic()
    for _ in range(2):
        with pytest.raises(EngineUnavailable, match=reason):
            gtts.ready(choice())
    assert time.monotonic() - began < 1.5
    assert google.knocks == 1


@pytest.mark.parametrize("proxy", ["http://127.0.0.1:9", "http://no-such-host.invalid:3128"])
def test_nobody_there_is_found_out_soon(monkeypatch: pytest.MonkeyPatch, proxy: str) -> None:
    monkeypatch.setenv("https_proxy", proxy)
    began = time.monotonic()
    with pytest.raises(EngineUnavailable):
        engine().ready(choice())
    assert time.monotonic() - began < 1.5


def test_offline_asks_nobody(play: Play) -> None:
    google = play()
    gtts = engine(offline=True)
    with pytest.raises(EngineUnavailable, match="--offline"):
        gtts.ready(choice())
    with pytest.raises(EngineUnavailable, match="--offline"):
        gtts.speak(WORDS, choice())
    assert google.connections == 0


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (choice("xx"), "“xx”"),
        (choice(tld="com@evil.example/"), "com.vn"),
        (choice(slow="yes"), "slow"),
        (choice(speed=2), "slow, tld"),
    ],
)
def test_a_wrong_choice_is_refused_before_anything_is_sent(
    play: Play, wrong: VoiceChoice, reason: str
) -> None:
    google = play()
    with pytest.raises(EngineUnavailable, match=reason):
        engine().speak(WORDS, wrong)
    assert google.connections == 0


@pytest.mark.parametrize("words", ["", " ", " . , "])
def test_nothing_to_say_sends_nothing(play: Play, words: str) -> None:
    google = play()
    with pytest.raises(EngineFault, match="Không có từ nào"):
        engine().speak(words, choice())
    assert google.connections == 0
