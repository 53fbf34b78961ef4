"""`truyenthanh measure` as a person calls it."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from pipeline.audio import id3, mp3
from pipeline.audio.splice import splice
from pipeline.cli.main import main
from pipeline.model import Tag
from pipeline.publish import publish
from pipeline.store import MemoryStore
from pipeline.testing import pip
from tests.unit.publish import kit


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    tag = Tag(
        title="Bản tin sáng",
        artist="Đài xã",
        album="Tuần 48",
        track=1,
        of=2,
        year=2026,
        date="0101",
        comment="Phát 5 giờ",
    )
    tone = pip(1000, 4)
    contents = {
        "tin.wav": tone.to_wav(),
        "tin.mp3": id3.write(splice([mp3.encode(tone, 64)]), tag),
        "công văn.mp3": "Kính gửi Ủy ban nhân dân xã".encode() * 9,
        "rỗng.wav": b"",
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    return {name: tmp_path / name for name in contents}


class Done(NamedTuple):
    returncode: int
    stdout: str
    stderr: str


Measure = Callable[..., Done]


@pytest.fixture
def measure(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Measure:
    """The command from its door, in this process: measuring brings in much."""

    def run(*arguments: object) -> Done:
        monkeypatch.setattr(sys, "argv", ["truyenthanh", "measure", *map(str, arguments)])
        return Done(main(), *capsys.readouterr())

    monkeypatch.setenv("LANGUAGE", "vi")  # what the door sets, taken back afterwards
    return run


def test_a_table_in_vietnamese(measure: Measure, files: dict[str, Path]) -> None:
    done = measure(files["tin.mp3"])
    assert (done.returncode, done.stderr) == (0, "")
    rows = dict(line.strip().split("  ", 1) for line in done.stdout.splitlines()[1:] if line)
    rows = {name: value.strip() for name, value in rows.items()}
    assert rows["Định dạng"] == "44100 Hz, 1 kênh"
    assert rows["Tốc độ bit"] == "64 kbit/s, không đổi"
    assert rows["Độ to (ITU-R BS.1770)"].startswith("−20,")
    assert rows["Mẫu bị xén đỉnh"] == "0"
    assert rows["Thẻ"] == "ID3v2.3"
    assert rows["Tên"] == "Bản tin sáng"
    assert "None" not in done.stdout


def test_one_line_of_json_for_each_file(measure: Measure, files: dict[str, Path]) -> None:
    done = measure("--json", files["tin.wav"], files["tin.mp3"])
    wav, mp3_ = map(json.loads, done.stdout.splitlines())
    assert done.returncode == 0
    assert wav["file"] == str(files["tin.wav"])
    assert wav["seconds"] == 4
    assert wav["true_peak"] == pytest.approx(-17, abs=0.1)
    assert mp3_["texts"]["TPE1"] == "Đài xã"
    assert mp3_["constant"] is True


def test_bad_files_are_named_after_the_others_are_measured(
    measure: Measure, files: dict[str, Path]
) -> None:
    done = measure("--json", files["công văn.mp3"], files["rỗng.wav"], files["tin.wav"])
    assert done.returncode == 2
    assert [json.loads(line)["file"] for line in done.stdout.splitlines()] == [
        str(files["tin.wav"])
    ]
    assert "công văn.mp3: Không phải tệp âm thanh đọc được." in done.stderr
    assert "rỗng.wav: Tệp âm thanh rỗng (0 byte)." in done.stderr


def test_what_cannot_be_opened_is_named_in_vietnamese(
    measure: Measure, files: dict[str, Path]
) -> None:
    missing, folder = files["tin.wav"].with_name("không có.wav"), files["tin.wav"].parent
    done = measure("--json", missing, folder, files["tin.wav"])
    assert done.returncode == 2
    assert len(done.stdout.splitlines()) == 1
    assert f"{missing}: không thấy tệp này." in done.stderr
    assert f"{folder}: " in done.stderr
    assert "Traceback" not in done.stderr


def test_a_bulletin_in_its_bundle_tells_its_rate_and_its_parts(
    measure: Measure, tmp_path: Path
) -> None:
    plan, store = kit.make_plan(kit.station(0), days=1), MemoryStore()
    kit.stock(plan, store, longer=2.0)
    folder = publish(plan, store, tmp_path / "ra").bundles[0].folder
    path = folder / plan.bulletins[0].file
    told = json.loads(measure("--json", path).stdout)
    assert [each["kind"] for each in told["chapters"]] == [kind for kind, _, _ in kit.KINDS]
    assert told["syllables_per_second"] == pytest.approx(12 / (2.1 + 0.9 + 4.0), rel=0.05)
    assert told["structure"]["header"] == "Info"
    assert told["faults"] == []
    elsewhere = tmp_path / "bản sao.mp3"
    elsewhere.write_bytes(path.read_bytes())
    assert json.loads(measure("--json", elsewhere).stdout)["syllables_per_second"] is None


def test_a_manifest_of_other_bytes_is_not_believed(measure: Measure, tmp_path: Path) -> None:
    plan, store = kit.make_plan(kit.station(0), days=1), MemoryStore()
    kit.stock(plan, store)
    folder = publish(plan, store, tmp_path / "ra").bundles[0].folder
    path = folder / plan.bulletins[0].file
    path.write_bytes(mp3.encode(pip(1000, 4), 64))
    assert json.loads(measure("--json", path).stdout)["chapters"] is None


def test_a_picture_is_drawn_of_one_sound(
    measure: Measure, files: dict[str, Path], tmp_path: Path
) -> None:
    picture = tmp_path / "hình.svg"
    done = measure(files["tin.mp3"], "--picture", picture)
    assert done.returncode == 0
    assert f"Đã vẽ hình vào {picture}" in done.stderr
    drawn = picture.read_text(encoding="utf-8")
    assert drawn.startswith("<svg")
    assert "Bản tin sáng" in drawn
    for wrong, why in (
        ((files["tin.mp3"], files["tin.wav"], "--picture", picture), "một tệp âm thanh thôi"),
        ((files["tin.mp3"], "--picture", tmp_path / "hình.png"), "hình.svg"),
        ((files["tin.mp3"], "--picture", tmp_path / "không có" / "x.svg"), "Không ghi được hình"),
    ):
        done = measure(*wrong)
        assert done.returncode != 0
        assert why in done.stderr


def test_what_would_keep_a_file_from_being_a_bulletin_is_said(
    measure: Measure, files: dict[str, Path]
) -> None:
    last = measure(files["tin.wav"]).stdout.strip().splitlines()[-1]
    assert "So với mức của một bản tin" in last
    assert "LUFS, phải từ −16,3 đến −15,7 LUFS" in last


def test_what_is_too_short_to_measure_is_not_called_silent(
    measure: Measure, tmp_path: Path
) -> None:
    for seconds, told in ((0.2, "ngắn quá nên không đo được độ to"), (0.6, "LUFS")):
        short = tmp_path / "ngắn.wav"
        short.write_bytes(pip(1000, seconds).to_wav())
        last = measure(short).stdout.strip().splitlines()[-1]
        assert told in last
        assert "không có tiếng" not in last
