"""What voices/HUONG-DAN.md shows can be used as it stands, and the second voice is a voice."""

import re
from pathlib import Path

import numpy as np
import pytest

from pipeline.audio.pcm import Pcm
from pipeline.engines.base import Surroundings
from pipeline.engines.espeak import Espeak
from pipeline.engines.online.service import Service
from pipeline.engines.registry import open_engine
from pipeline.project import load

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "voices" / "HUONG-DAN.md").read_text(encoding="utf-8")
EXAMPLES = [
    text for text in re.findall(r"^```yaml\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE)
    if text.startswith("id:")
]  # fmt: skip
TONES = ("ma", "má", "mà", "mả", "mã", "mạ")


def test_every_voice_shown_is_one_its_engine_takes(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("FPT_API_KEY", "VIETTEL_API_KEY"):
        monkeypatch.setenv(name, "khoa")
    for number, example in enumerate(EXAMPLES):
        (project / "voices" / f"vi-du-{number}.yaml").write_text(example, encoding="utf-8")
    voices = load(project).voices
    shown = {re.search(r"^id: (.+)$", example, re.MULTILINE)[1] for example in EXAMPLES}  # type: ignore[index]
    asked = set()
    for name in shown:
        for choice in voices[name].choices:
            engine = open_engine(choice.engine, Surroundings())
            if isinstance(engine, Service):
                asked.add(engine.name)
                assert engine.order(choice).limit > 0
    assert asked == {"http", "fpt", "viettel"}


def contour(speech: Pcm) -> np.ndarray:
    """Pitch at twenty places of a syllable, in semitones above 100 Hz, by autocorrelation."""
    length, hop = speech.rate // 25, speech.rate // 100
    window = np.hanning(length)
    own = np.fft.irfft(np.abs(np.fft.rfft(window, 4 * length)) ** 2)[:length]
    shortest, longest = speech.rate // 400, speech.rate // 70
    found = []
    for start in range(0, len(speech.samples) - length, hop):
        piece = speech.samples[start : start + length]
        if np.sqrt(np.mean(piece**2)) < 0.02:
            continue
        power = np.abs(np.fft.rfft((piece - piece.mean()) * window, 4 * length)) ** 2
        likeness = np.fft.irfft(power)[:length] / np.maximum(own / own[0], 0.05)
        lags = likeness[shortest:longest] / likeness[0]
        inner = lags[1:-1]
        peaks = (inner > lags[:-2]) & (inner >= lags[2:]) & (inner >= 0.88 * lags.max())
        lag = int(np.flatnonzero(peaks)[0]) + 1 if peaks.any() else int(lags.argmax())
        if lags[lag] > 0.4:
            found.append(12 * np.log2(speech.rate / (lag + shortest) / 100))
    places = np.linspace(0, len(found) - 1, 20)
    return np.interp(places, np.arange(len(found)), found)


def test_the_second_voice_is_higher_and_keeps_its_tones() -> None:
    """Measured: 4.2 semitones higher, contours alike to 0.2 semitones, correlation 0.999."""
    first, second = (
        load(ROOT).voices[name].choices[-1] for name in ("nu-mien-bac", "giong-thu-hai")
    )
    espeak = Espeak(Surroundings())
    low, high = (
        np.array([contour(espeak.speak(f"{tone}.", choice)) for tone in TONES])
        for choice in (first, second)
    )
    assert 3 < high.mean() - low.mean() < 6
    level, other = low - low.mean(), high - high.mean()
    assert np.corrcoef(level.ravel(), other.ravel())[0, 1] > 0.98
    assert other.std() > 0.95 * level.std()
    assert np.abs(level - other).max() < 1
