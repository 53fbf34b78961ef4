"""`truyenthanh measure` on sounds whose figures are known."""

import json
from pathlib import Path

from pipeline.audio import mp3
from pipeline.testing import pip

from .conftest import Command


def test_a_sine_measures_as_it_was_made(truyenthanh: Command, tmp_path: Path) -> None:
    path = tmp_path / "sine.wav"
    path.write_bytes(pip(1000.0, 5.0, level=-20.0).to_wav())
    done = truyenthanh("measure", "--json", str(path))
    figures = json.loads(done.stdout)
    assert done.returncode == 0
    assert abs(figures["seconds"] - 5.0) < 0.01
    assert (
        abs(figures["loudness"] + 20.0) < 0.2
    )  # BS.1770: a 1 kHz sine at -20 dBFS RMS, one channel
    assert abs(figures["true_peak"] + 17.0) < 0.2
    assert figures["clipped"] == 0
    assert figures["band"] > 0.99
    assert figures["stream"] is None


def test_an_mp3_shows_its_build(truyenthanh: Command, tmp_path: Path) -> None:
    path = tmp_path / "sine.mp3"
    path.write_bytes(mp3.encode(pip(440.0, 3.0), 96))
    done = truyenthanh("measure", str(path))
    assert done.returncode == 0
    assert "MP3 96 kbit/s không đổi, 44100 Hz" in done.stdout


def test_what_is_no_sound_is_named_and_the_rest_is_measured(
    truyenthanh: Command, tmp_path: Path
) -> None:
    good, bad = tmp_path / "a.wav", tmp_path / "b.wav"
    good.write_bytes(pip(440.0, 1.0).to_wav())
    bad.write_text("không phải âm thanh")
    done = truyenthanh("measure", str(bad), str(good))
    assert done.returncode == 2
    assert str(good) in done.stdout
    assert str(bad) in done.stderr
    assert "Traceback" not in done.stderr
