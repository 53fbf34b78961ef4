"""The embedded voice, with the real library in real child processes."""

import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.engines.base import Surroundings
from pipeline.engines.espeak import CHILD, LIBRARY, Espeak
from pipeline.errors import EngineFault, EngineUnavailable
from pipeline.model import VoiceChoice

WORDS = "Mua bán người là tội phạm nghiêm trọng, bà con cần cảnh giác."
CRASHER = "(-bà"  # brings espeak-ng 1.52 down; the reading guard lets no such text through


def choice(voice: str = "vi", **settings: int) -> VoiceChoice:
    return VoiceChoice(engine="espeak", voice=voice, settings=dict(settings))


@pytest.fixture
def espeak() -> Espeak:
    return Espeak(Surroundings())


def test_the_same_words_are_the_same_bytes_every_time(espeak: Espeak) -> None:
    heard = {espeak.speak(WORDS, choice()).samples.tobytes() for _ in range(20)}
    assert len(heard) == 1


def test_speech_sounds_like_speech(espeak: Espeak) -> None:
    speech = espeak.speak(WORDS, choice())
    assert speech.rate == 22_050
    assert 14 * 0.2 < speech.seconds < 14 * 0.5
    assert 0.3 < np.abs(speech.samples).max() < 0.99


def test_settings_are_heard(espeak: Espeak) -> None:
    usual = espeak.speak(WORDS, choice())
    assert espeak.speak(WORDS, choice(rate=180)).seconds < 0.8 * usual.seconds
    assert espeak.speak(WORDS, choice(wordgap=10)).seconds > usual.seconds + 0.5
    quiet = espeak.speak(WORDS, choice(volume=45))
    assert np.abs(quiet.samples).max() < 0.6 * np.abs(usual.samples).max()
    assert not np.array_equal(espeak.speak(WORDS, choice(pitch=70)).samples, usual.samples)


def test_no_voice_given_is_the_vietnamese_one(espeak: Espeak) -> None:
    given, usual = (espeak.speak(WORDS, choice(voice)) for voice in ("", "vi"))
    assert np.array_equal(given.samples, usual.samples)


@pytest.mark.parametrize("voice", ["xx", "vi+nosuch", "../vi", "aav/vi", "Vietnamese (Northern)"])
def test_an_unknown_voice_is_not_replaced_by_another(espeak: Espeak, voice: str) -> None:
    with pytest.raises(EngineUnavailable, match="vi-vn-x-central"):
        espeak.speak(WORDS, choice(voice))


def test_a_crash_costs_its_text_only_and_is_not_tried_a_third_time(espeak: Espeak) -> None:
    for _ in range(2):
        with pytest.raises(EngineFault, match="hỏng giữa chừng"):
            espeak.speak(CRASHER, choice())
    with pytest.raises(EngineFault, match="2 lần nên không thử lại"):
        espeak.speak(CRASHER, choice())
    assert espeak.speak("bà", choice()).seconds > 0.1
    with pytest.raises(EngineFault, match="hỏng giữa chừng"):
        espeak.speak(CRASHER, choice(rate=130))  # another order, not yet known to be bad


def test_a_child_that_takes_too_long_is_ended() -> None:
    with pytest.raises(EngineFault, match="không trả lời sau 0"):
        Espeak(Surroundings(), deadline=0.001).speak(WORDS, choice())


LETTERS = "".join(map(chr, range(ord("a"), ord("z") + 1))) + (
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
)
GUARDED = st.text(LETTERS + LETTERS.upper() + "    .,;:?!", min_size=1, max_size=120)


def speaks_or_has_nothing_to_say(words: str) -> None:
    engine = Espeak(Surroundings())
    if any(map(str.isalpha, words)):
        assert engine.speak(words, choice()).seconds > 0
    else:
        with pytest.raises(EngineFault, match="Không có từ nào"):
            engine.speak(words, choice())


@given(GUARDED)
@settings(max_examples=40, deadline=None)
def test_no_guarded_words_bring_it_down(words: str) -> None:
    speaks_or_has_nothing_to_say(words)


@pytest.mark.slow
@given(GUARDED)
@settings(max_examples=5_000, deadline=None)
def test_thousands_of_guarded_words_do_not_bring_it_down(words: str) -> None:
    speaks_or_has_nothing_to_say(words)


@pytest.mark.parametrize("words", ["", " ", ".,;:?!"])
def test_nothing_to_say_is_said(espeak: Espeak, words: str) -> None:
    with pytest.raises(EngineFault, match="Không có từ nào"):
        espeak.speak(words, choice())


def test_revision_names_the_library_and_the_settings(espeak: Espeak) -> None:
    assert espeak.revision.startswith("espeakng-loader-0.")
    assert len(espeak.revision.split("+")[1]) == 8


@pytest.fixture
def deep(tmp_path: Path) -> Path:
    """A folder whose path is far longer than espeak-ng's limit of 159 bytes, and not ASCII."""
    folder = tmp_path.joinpath(*["máy tính của đài truyền thanh xã"] * 8)
    assert len(str(folder).encode()) > 300
    return folder


def test_speaks_from_a_deep_folder(espeak: Espeak, deep: Path) -> None:
    shutil.copytree(espeak._home, deep / "espeakng_loader", ignore=_foreign)
    script = (
        "from pipeline.engines.espeak import Espeak\n"
        "from pipeline.engines.base import Surroundings\n"
        "from pipeline.model import VoiceChoice\n"
        "engine = Espeak(Surroundings())\n"
        f"speech = engine.speak({WORDS!r}, VoiceChoice(engine='espeak'))\n"
        "print(engine._home)\n"
        "print(len(speech.samples))\n"
    )
    paths = f"import sys; sys.path[:0] = [{str(deep)!r}, *{sys.path!r}]\n"
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", paths + script],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    home, length = ran.stdout.splitlines()
    assert home == str(deep / "espeakng_loader")
    assert int(length) == len(espeak.speak(WORDS, choice()).samples)


def _foreign(folder: str, names: list[str]) -> list[str]:
    """Dictionaries of other languages: 18 of the 21 MB."""
    return [name for name in names if name.endswith("_dict") and name[:2] not in ("vi", "en")]


def test_a_missing_library_is_said_to_be_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "espeakng_loader").mkdir()
    (tmp_path / "espeakng_loader" / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "espeakng_loader", raising=False)
    with pytest.raises(EngineUnavailable, match="pip install espeakng-loader"):
        Espeak(Surroundings()).ready(choice())


def test_a_child_that_cannot_start_is_nobody_to_ask(
    espeak: Espeak, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    with pytest.raises(EngineUnavailable, match="Không khởi động được"):
        espeak.speak(WORDS, choice())


def test_the_child_says_which_part_is_missing(espeak: Espeak, tmp_path: Path) -> None:
    library = espeak._home / LIBRARY

    def code(*order: str, home: Path) -> int:
        child = [sys.executable, "-I", "-S", str(CHILD), *order]
        return subprocess.run(child, input=b"a", cwd=home, capture_output=True).returncode

    assert code(str(tmp_path / "no.so"), "vi", home=espeak._home) == 3
    assert code(str(library), "vi", home=tmp_path) == 3
    assert code(str(library), "xx", home=espeak._home) == 4
