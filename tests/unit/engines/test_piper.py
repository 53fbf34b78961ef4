"""The neural voice, with a real network in real child processes."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from importlib import util
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from pipeline.engines.base import Surroundings
from pipeline.engines.child import Child
from pipeline.engines.piper import Piper
from pipeline.errors import EngineFault, EngineUnavailable
from pipeline.model import VoiceChoice
from tests import models

WORDS = "Bà con cần cảnh giác."

Open = Callable[..., Piper]


def choice(voice: str = "giong-thu", **settings: Any) -> VoiceChoice:
    return VoiceChoice(engine="piper", voice=voice, settings=settings)


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Open]:
    """Open an engine with one model, "giong-thu", its configuration changed as told."""
    opened = []

    def engine(deadline: float = 30, **changes: Any) -> Piper:
        folder = models.folder(tmp_path, "giong-thu", **changes)
        opened.append(Piper(Surroundings(models=folder), deadline))
        return opened[-1]

    yield engine
    for each in opened:
        each.close()


def the_child(engine: Piper) -> Child:
    ((child, _),) = engine._idle[next(iter(engine._idle))]
    return child


def test_the_same_words_are_the_same_bytes_whatever_was_said_before(make: Open) -> None:
    engine = make()
    first = engine.speak(WORDS, choice())
    engine.speak("Một hai ba.", choice())
    assert np.array_equal(engine.speak(WORDS, choice()).samples, first.samples)
    engine.close()
    assert np.array_equal(engine.speak(WORDS, choice()).samples, first.samples)
    assert first.rate == 22_050


def test_settings_are_heard(make: Open) -> None:
    engine = make()
    usual = engine.speak(WORDS, choice())
    assert engine.speak(WORDS, choice(length_scale=1.5)).seconds > 1.3 * usual.seconds
    for name in ("noise_scale", "noise_w_scale"):
        other = engine.speak(WORDS, choice(**{name: 0}))
        assert not np.array_equal(other.samples, usual.samples)


def test_sentences_are_not_each_brought_to_full_scale(make: Open) -> None:
    speech = make().speak("Bà con chú ý. Gọi ngay.", choice())
    assert np.abs(speech.samples).max() < 0.99


@pytest.mark.parametrize("marked", ["[[ba]] con cần cảnh giác.", "Bà [[con]]", "[[", "]]a[["])
def test_brackets_never_become_phonemes(make: Open, marked: str) -> None:
    plain = marked.replace("[", " ").replace("]", " ")
    engine = make()
    if plain.strip():
        said, meant = (engine.speak(words, choice()) for words in (marked, plain))
        assert np.array_equal(said.samples, meant.samples)
    else:
        with pytest.raises(EngineFault, match="Không có từ nào"):
            engine.speak(marked, choice())


def test_a_voice_of_another_language_is_refused(make: Open) -> None:
    with pytest.raises(EngineUnavailable, match=r"“giong-thu”.*\(en-us\), không phải tiếng Việt"):
        make(espeak={"voice": "en-us"}).ready(choice())


def test_a_model_without_tones_is_refused(make: Open) -> None:
    """As vi_VN-vivos and vi_VN-25hours are: their maps have no digits, and piper only logs it."""
    toneless = {name: ids for name, ids in models.symbols().items() if not name.isdigit()}
    engine = make(phoneme_id_map=toneless)
    with pytest.raises(EngineUnavailable, match=r"“giong-thu”.*thiếu ký hiệu.*\(2 4 5 6\)"):
        engine.ready(choice())
    with pytest.raises(EngineUnavailable, match="thanh điệu"):
        engine.speak(WORDS, choice())


def test_a_model_that_says_tones_alike_is_refused(make: Open) -> None:
    alike = {name: [131] if name.isdigit() else ids for name, ids in models.symbols().items()}
    with pytest.raises(EngineUnavailable, match="sáu thanh"):
        make(phoneme_id_map=alike).ready(choice())


def test_symbols_beyond_the_network_are_refused(make: Open) -> None:
    with pytest.raises(EngineUnavailable, match="sáu thanh"):
        make(num_symbols=130).ready(choice())


def test_a_broken_model_is_refused_by_name(make: Open, tmp_path: Path) -> None:
    engine = make()
    model = tmp_path / "voices" / "models" / "giong-thu.onnx"
    model.unlink()
    model.write_bytes(b"<html>")
    with pytest.raises(EngineUnavailable, match=r"“giong-thu”.*không mở được mô hình"):
        engine.ready(choice())


@pytest.mark.parametrize("voice", ["", "../giong-thu", "giong-thu.onnx"])
def test_a_model_that_is_not_there_is_named_with_what_to_do(make: Open, voice: str) -> None:
    with pytest.raises(EngineUnavailable, match="truyenthanh voices add vi_VN-vais1000-medium"):
        make().ready(choice(voice))


@pytest.mark.skipif(os.name != "posix", reason="POSIX signals")
def test_a_crash_costs_its_text_only_and_is_not_tried_a_third_time(make: Open) -> None:
    engine, long = make(), WORDS * 20
    for _ in range(2):
        engine.ready(choice())
        crash = partial(os.kill, the_child(engine)._process.pid, signal.SIGSEGV)
        threading.Timer(0.2, crash).start()
        with pytest.raises(EngineFault, match=r"hỏng giữa chừng \(mã -11\)"):
            engine.speak(long, choice())
    with pytest.raises(EngineFault, match="2 lần nên không thử lại"):
        engine.speak(long, choice())
    assert engine.speak(WORDS, choice()).seconds > 0.5


def test_what_crashes_the_embedded_voice_leaves_us_alive(make: Open) -> None:
    """It does not crash this build of espeak-ng; should another build crash, only a child dies."""
    engine = make()
    with suppress(EngineFault):
        engine.speak("(-bà", choice())
    assert engine.speak(WORDS, choice()).seconds > 0.5


def test_a_child_killed_while_it_waits_is_replaced(make: Open) -> None:
    engine = make()
    engine.ready(choice())
    child = the_child(engine)
    child._process.kill()
    child._process.wait()
    with pytest.raises(EngineFault, match="hỏng giữa chừng"):
        engine.speak(WORDS, choice())
    assert engine.speak(WORDS, choice()).seconds > 0.5
    assert the_child(engine) is not child


def test_a_child_that_takes_too_long_is_ended(make: Open) -> None:
    engine = make()
    engine.ready(choice())
    engine._deadline = 0.01
    child = the_child(engine)
    with pytest.raises(EngineFault, match="không trả lời sau 0,01 giây"):
        engine.speak(WORDS * 20, choice())
    assert child._process.returncode is not None


@pytest.mark.skipif(os.name != "posix", reason="kills a process as POSIX systems do")
def test_no_child_outlives_us(tmp_path: Path) -> None:
    folder = models.folder(tmp_path, "giong-thu")
    script = (
        "import os, signal\n"
        "from pathlib import Path\n"
        "from pipeline.engines.piper import Piper\n"
        "from pipeline.engines.base import Surroundings\n"
        "from pipeline.model import VoiceChoice\n"
        f"engine = Piper(Surroundings(models=Path({str(folder)!r})))\n"
        "engine.ready(VoiceChoice(engine='piper', voice='giong-thu'))\n"
        "((child, _),) = next(iter(engine._idle.values()))\n"
        "print(child._process.pid, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    number = int(ran.stdout)
    ends = time.monotonic() + 10
    while _lives(number) and time.monotonic() < ends:
        time.sleep(0.02)
    assert not _lives(number)


def _lives(number: int) -> bool:
    try:
        return Path(f"/proc/{number}/stat").read_text().split()[2] != "Z"
    except OSError:
        return False


def test_the_revision_changes_with_the_model_and_its_configuration(tmp_path: Path) -> None:
    folder = models.folder(tmp_path, "giong-thu")

    def revision() -> str:
        return Piper(Surroundings(models=folder)).revision

    first = revision()
    assert first == revision()
    assert first.startswith("piper-tts-1.")
    configuration = folder / "giong-thu.onnx.json"
    changed = json.loads(configuration.read_text()) | {"hop_length": 255}
    configuration.write_text(json.dumps(changed))
    second = revision()
    (folder / "giong-thu.onnx").unlink()
    (folder / "giong-thu.onnx").write_bytes(b"another")
    assert len({first, second, revision()}) == 3


def test_without_the_package_it_is_said_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(util, "find_spec", lambda name: None)
    with pytest.raises(EngineUnavailable, match="pip install piper-tts"):
        Piper(Surroundings(models=tmp_path)).ready(choice())
