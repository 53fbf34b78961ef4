"""The jingles in the repository are what the script makes."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile

from pipeline.audio.loudness import integrated
from pipeline.audio.pcm import Pcm

ROOT = Path(__file__).parents[3]
NAMES = ("nhac-hieu", "nhac-cat", "nhac-nen")
LSB = 2  # another machine's sine may round otherwise


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("nhac")
    script = ROOT / "scripts" / "make_jingles.py"
    subprocess.run([sys.executable, str(script), str(folder)], check=True, capture_output=True)
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_a_jingle_is_made_again(made: Path, name: str) -> None:
    new, rate = soundfile.read(made / f"{name}.wav", dtype="int16")
    kept, kept_rate = soundfile.read(ROOT / "jingles" / f"{name}.wav", dtype="int16")
    assert rate == kept_rate
    assert new.shape == kept.shape
    assert np.abs(new.astype(int) - kept.astype(int)).max() <= LSB


@pytest.mark.parametrize("name", NAMES)
def test_its_energy_lies_where_a_horn_plays(made: Path, name: str) -> None:
    samples, rate = soundfile.read(made / f"{name}.wav")
    power = np.square(np.abs(np.fft.rfft(samples)))
    hertz = np.fft.rfftfreq(len(samples), 1 / rate)
    inside = power[(hertz >= 280) & (hertz <= 4000)].sum()
    assert inside / power.sum() > 0.95


def test_the_bed_loops_without_a_seam(made: Path) -> None:
    samples, _ = soundfile.read(made / "nhac-nen.wav")
    usual = np.abs(np.diff(samples)).max()
    assert abs(samples[0] - samples[-1]) <= usual


def test_nothing_else_is_written(made: Path) -> None:
    assert {path.name for path in made.iterdir()} == {f"{name}.wav" for name in NAMES}
    for path in made.iterdir():
        samples, rate = soundfile.read(path, dtype="float32")
        assert integrated(Pcm(samples, rate)) > -30
