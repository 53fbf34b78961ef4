"""Bulletins heard back part by part, with an ear that writes down what it is told to."""

import shutil
import sys
from pathlib import Path

import pytest

from pipeline.api.listening import Hearing, listen
from pipeline.audio.pcm import Pcm
from pipeline.cli.listen import _report
from pipeline.errors import TruyenThanhError
from pipeline.hearing import Whisper
from pipeline.hearing.whisper import MODEL
from pipeline.publish import publish
from pipeline.store import MemoryStore
from pipeline.testing import pip
from tests.unit.publish import kit


class Told:
    """Hears its lines one after the other; keeps how long each sound was."""

    def __init__(self, *lines: str) -> None:
        self.lines = list(lines)
        self.seconds: list[float] = []

    def hear(self, sound: Pcm) -> str:
        self.seconds.append(sound.seconds)
        return self.lines.pop(0)


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    plan, store = kit.make_plan(kit.station(0), days=1), MemoryStore()
    kit.stock(plan, store)
    return publish(plan, store, tmp_path / "ra").bundles[0].folder


def right() -> list[str]:
    """What the sample bulletin says, as a machine spells it: with figures."""
    return [
        "Đây là đài truyền thanh xã Yên Thế.",
        "Việc nhẹ lương cao, ngày 30/7.",
        "Hãy gọi số một một một.",
        "Đài truyền thanh xã Yên Thế xin chào.",
    ]


def test_a_bulletin_heard_right(bundle: Path) -> None:
    ear = Told(*right())
    (found,) = listen(bundle, ear)
    assert [each.title for each in found.passages][1] == "Việc nhẹ, lương cao"
    assert all(each.comparison.differences == () for each in found.passages)
    assert "nghe đúng cả 9 tiếng" in _report(found)
    wanted = [seconds + 0.4 for kind, _, seconds in kit.KINDS if kind != "sting"]
    assert ear.seconds == pytest.approx(wanted, abs=0.3)  # music alone is not listened to


def test_a_bulletin_heard_otherwise_names_the_place(bundle: Path) -> None:
    lines = right()
    lines[1] = "Việc nhẹ lượng cao ngày mười ba tháng bảy"
    (found,) = listen(next(bundle.glob("*.MP3")), Told(*lines))
    report = _report(found)
    assert "0:01 Việc nhẹ, lương cao: nghe khác" in report
    assert "… lương cao ngày [ba mươi] → “mười ba”" in report
    assert "“lượng”" not in report  # only marks: counted, and listed when asked for
    assert "1 tiếng chỉ khác dấu" in report
    assert "“lượng” (chỉ khác dấu)" in _report(found, marks=True)


def test_a_zip_is_heard_as_its_folder(bundle: Path) -> None:
    folder = list(listen(bundle, Told(*right())))
    archive = next(bundle.parent.glob("*.zip"))
    assert list(listen(archive, Told(*right()))) == folder


def test_any_sound_with_a_script(tmp_path: Path) -> None:
    path = tmp_path / "ghi âm.wav"
    path.write_bytes(pip(440, 2).to_wav())
    (found,) = listen(path, Told("Gọi số 111 nhé"), script="Gọi số 111 nhé bà con.")
    assert isinstance(found, Hearing)
    (difference,) = found.passages[0].comparison.differences
    assert (difference.said, difference.heard) == (("bà", "con"), ())


def test_a_file_nobody_knows_the_words_of(bundle: Path, tmp_path: Path) -> None:
    lone = tmp_path / "riêng.mp3"
    shutil.copy(next(bundle.glob("*.MP3")), lone)
    with pytest.raises(TruyenThanhError, match=r"--script TỆP\.txt"):
        list(listen(lone, Told()))


def test_without_the_extra_it_is_said_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "faster_whisper", None)
    with pytest.raises(TruyenThanhError) as raised:
        Whisper()
    assert "Máy này chưa cài phần nghe lại." in str(raised.value)
    assert f'"{sys.executable}" -m pip install ".[asr]"' in str(raised.value)


def test_a_model_that_is_none_is_refused_before_anything_is_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "faster_whisper", type(sys)("faster_whisper"))
    monkeypatch.setattr(sys.modules["faster_whisper"], "WhisperModel", None, raising=False)
    monkeypatch.delenv(MODEL, raising=False)
    with pytest.raises(TruyenThanhError, match=f"{MODEL}"):
        Whisper()
    (tmp_path / "config.json").write_text("{}")
    monkeypatch.setenv(MODEL, str(tmp_path))
    with pytest.raises(TruyenThanhError, match=r"thiếu model\.bin, tokenizer\.json"):
        Whisper()
