import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.audio.pcm import Pcm, Samples
from pipeline.engines.guard import check_end, check_speech
from pipeline.errors import EngineFault

RATE = 16_000


def sine(seconds: float, level: float = 0.3) -> Samples:
    time = np.arange(round(seconds * RATE)) / RATE
    return (level * np.sin(2 * np.pi * 200 * time)).astype(np.float32)


def silence(seconds: float) -> Samples:
    return np.zeros(round(seconds * RATE), dtype=np.float32)


def check(samples: Samples, syllables: int) -> None:
    check_speech(Pcm(samples, RATE), syllables, "thử")


@pytest.mark.parametrize(
    ("samples", "reason"),
    [
        (silence(0), "rỗng"),
        (silence(3), "toàn khoảng lặng"),
        (sine(3, level=0.003), "toàn khoảng lặng"),
        (np.full(RATE, np.nan, dtype=np.float32), "hỏng"),
        (np.clip(sine(3, level=4), -1, 1), "vỡ"),
    ],
)
def test_refuses_what_is_no_speech(samples: Samples, reason: str) -> None:
    with pytest.raises(EngineFault, match=reason):
        check(samples, 10)


@given(st.integers(1, 60), st.floats(0.1, 1.5))
def test_passes_plausible_durations(syllables: int, each: float) -> None:
    check(sine(syllables * each), syllables)


@given(st.integers(1, 30), st.floats(0.01, 0.07) | st.floats(1.7, 3))
def test_refuses_implausible_durations(syllables: int, each: float) -> None:
    with pytest.raises(EngineFault, match=f"Đoạn {syllables} tiếng"):
        check(sine(syllables * each), syllables)


def test_silence_at_the_ends_does_not_make_up_for_missing_words() -> None:
    cut = np.concatenate([silence(0.5), sine(0.5), silence(4)])
    check(cut, 5)
    with pytest.raises(EngineFault, match="0,5 giây"):
        check(cut, 12)


def test_without_syllables_the_duration_is_not_judged() -> None:
    check(sine(30), 0)
    with pytest.raises(EngineFault, match="toàn khoảng lặng"):
        check(silence(30), 0)


@pytest.mark.parametrize("lag", [0, 1, 7])
def test_sound_that_stops_at_full_voice_was_cut(lag: int) -> None:
    whole = sine(2) * np.minimum(1, np.arange(2 * RATE)[::-1] / 800).astype(np.float32)
    check_end(Pcm(whole, RATE), "thử")
    check_end(Pcm(np.concatenate([sine(1), silence(0.05)]), RATE), "thử")
    with pytest.raises(EngineFault, match="cắt ngang"):
        check_end(Pcm(whole[: RATE + lag], RATE), "thử")


def test_loud_is_not_broken() -> None:
    check(sine(3, level=1.0), 10)
