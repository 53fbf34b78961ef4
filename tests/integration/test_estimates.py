"""Durations are foretold from the text: within ten per cent of what the embedded voice takes."""

from pathlib import Path

import numpy as np
import pytest

from pipeline.audio.trim import trim
from pipeline.engines.base import Surroundings
from pipeline.engines.espeak import Espeak
from pipeline.plan.scripts import speech_seconds
from pipeline.project import load
from pipeline.reading import Lexicon, segments

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def durations() -> tuple[np.ndarray, np.ndarray]:
    """Foretold and real seconds of the segments of every third message."""
    project = load(ROOT)
    choice = next(each for each in project.voices["nu-mien-bac"].choices if each.engine == "espeak")
    lexicon, engine = Lexicon().over(project.lexicon), Espeak(Surroundings())
    spoken = [
        segment
        for campaign in project.campaigns
        for message in campaign.messages[::3]
        for paragraph in message.paragraphs
        for segment in segments(paragraph.text, lexicon)
    ]
    real = [trim(engine.speak(segment.spoken, choice)).seconds for segment in spoken]
    return np.array([speech_seconds(each, choice) for each in spoken]), np.array(real)


def test_a_message_is_foretold_within_ten_per_cent(
    durations: tuple[np.ndarray, np.ndarray],
) -> None:
    foretold, real = durations
    assert abs(foretold.sum() / real.sum() - 1) < 0.03
    for start in range(0, len(real) - 8, 8):
        part = slice(start, start + 8)
        assert abs(foretold[part].sum() / real[part].sum() - 1) < 0.1


def test_so_are_nineteen_segments_of_twenty(durations: tuple[np.ndarray, np.ndarray]) -> None:
    foretold, real = durations
    assert np.mean(np.abs(foretold / real - 1) < 0.1) > 0.95
