import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.engines.base import Surroundings
from pipeline.engines.tone import RATE, Tone
from pipeline.errors import EngineFault, EngineUnavailable
from pipeline.model import VoiceChoice

TONE = Tone(Surroundings())
SYLLABLES = st.lists(
    st.sampled_from(["mua", "bán", "người", "tội", "phạm"]), min_size=1, max_size=30
)


def choice(voice: str = "", **settings: int) -> VoiceChoice:
    return VoiceChoice(engine="tone", voice=voice, settings=dict(settings))


@given(SYLLABLES)
def test_lasts_exactly_as_documented(syllables: list[str]) -> None:
    speech = TONE.speak(" ".join(syllables), choice())
    assert len(speech.samples) * 1000 == (200 * len(syllables) + 50 * (len(syllables) - 1)) * RATE


@given(SYLLABLES, st.integers(20, 1000), st.integers(0, 1000))
def test_settings_change_the_times(syllables: list[str], pip: int, gap: int) -> None:
    speech = TONE.speak(" ".join(syllables), choice(pip=pip, gap=gap))
    expected = pip * len(syllables) + gap * (len(syllables) - 1)
    assert len(speech.samples) * 1000 == expected * RATE


def test_punctuation_is_no_syllable() -> None:
    plain, marked = (TONE.speak(words, choice()) for words in ("bà con", "Bà con , !"))
    assert np.array_equal(plain.samples, marked.samples)


def test_another_word_is_another_note() -> None:
    one, other = (TONE.speak(words, choice()) for words in ("một", "bảy"))
    assert len(one.samples) == len(other.samples)
    assert not np.array_equal(one.samples, other.samples)


@pytest.mark.parametrize("voice", ["", "low", "high"])
def test_pips_are_sines_at_a_quarter_of_full_scale(voice: str) -> None:
    samples = TONE.speak("một", choice(voice)).samples
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples)))) ** 2
    peak = int(spectrum.argmax())
    assert spectrum[max(0, peak - 4) : peak + 5].sum() > 0.99 * spectrum.sum()
    assert 0.24 < np.abs(samples).max() <= 0.25


def test_refuses_what_it_cannot_speak() -> None:
    with pytest.raises(EngineFault, match="Không có từ nào"):
        TONE.speak(" . ", choice())
    with pytest.raises(EngineUnavailable, match="low"):
        TONE.speak("một", choice("soprano"))
