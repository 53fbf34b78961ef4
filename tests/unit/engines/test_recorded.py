import hashlib
from pathlib import Path

import numpy as np
import pytest

from pipeline.audio.pcm import Pcm
from pipeline.engines.base import Surroundings
from pipeline.engines.recorded import Recorded
from pipeline.errors import EngineFault, EngineUnavailable
from pipeline.model import VoiceChoice

SOUND = Pcm((0.3 * np.sin(np.arange(16_000) / 20)).astype(np.float32), 16_000)


def keep(folder: Path, content: bytes) -> tuple[Recorded, VoiceChoice, Path]:
    """A project with one sound file: the engine that finds it, its voice, its path."""
    path = folder / "bản ghi.wav"
    path.write_bytes(content)
    digest = hashlib.sha256(content).hexdigest()
    engine = Recorded(Surroundings(source={digest: path}.__getitem__))
    return engine, VoiceChoice(engine="recorded", voice=digest), path


def test_is_the_recording_whatever_the_words(tmp_path: Path) -> None:
    engine, voice, _ = keep(tmp_path, SOUND.to_wav())
    for words in ("Ama thột", ""):
        heard = engine.speak(words, voice)
        assert heard.rate == SOUND.rate
        assert np.allclose(heard.samples, SOUND.samples, atol=1 / 32_000)


def test_a_changed_file_is_refused(tmp_path: Path) -> None:
    engine, voice, path = keep(tmp_path, SOUND.to_wav())
    path.write_bytes(SOUND.to_wav() + b"\0")
    with pytest.raises(EngineFault, match=r"bản ghi\.wav đã bị đổi"):
        engine.speak("", voice)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    engine, voice, path = keep(tmp_path, SOUND.to_wav())
    path.unlink()
    with pytest.raises(EngineFault, match="Không đọc được"):
        engine.speak("", voice)


def test_a_recording_the_project_does_not_have(tmp_path: Path) -> None:
    engine, _, _ = keep(tmp_path, SOUND.to_wav())
    with pytest.raises(EngineFault, match="không còn tệp ghi âm"):
        engine.speak("", VoiceChoice(engine="recorded", voice="0" * 64))


def test_a_file_that_is_no_sound(tmp_path: Path) -> None:
    engine, voice, _ = keep(tmp_path, b"<html>not a sound</html>" * 50)
    with pytest.raises(EngineFault, match=r"Tệp ghi âm bản ghi\.wav không dùng được"):
        engine.speak("", voice)


@pytest.mark.parametrize("name", ["", "vi", "0" * 63, "G" * 64, "../../etc/passwd"])
def test_a_voice_is_a_digest(tmp_path: Path, name: str) -> None:
    engine, _, _ = keep(tmp_path, SOUND.to_wav())
    with pytest.raises(EngineUnavailable, match="SHA-256"):
        engine.speak("", VoiceChoice(engine="recorded", voice=name))


def test_without_a_project_there_is_nobody() -> None:
    engine = Recorded(Surroundings())
    with pytest.raises(EngineUnavailable):
        engine.ready(VoiceChoice(engine="recorded"))
    with pytest.raises(EngineUnavailable):
        engine.speak("", VoiceChoice(engine="recorded", voice="0" * 64))
