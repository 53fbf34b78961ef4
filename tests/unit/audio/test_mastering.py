"""Mastering and encoding reach their level and stay under their ceiling, whatever is said."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.audio import mp3
from pipeline.audio.bed import Under
from pipeline.audio.chains import CHAINS
from pipeline.audio.limiter import limit
from pipeline.audio.loudness import integrated, level_of
from pipeline.audio.mastering import master
from pipeline.audio.pcm import Pcm
from pipeline.audio.peak import true_peak
from pipeline.audio.resample import to_rate
from pipeline.audio.timeline import Placed, arrange
from pipeline.errors import SoundError
from pipeline.model import SOUNDS, Sound

from .sounds import JINGLES, jingle, noise, sine, speech

LOUDNESS, CEILING = -16.0, -1.5  # as the planner asks
DECODED = -1.0  # dBTP
RATE = 44_100
SPOKEN = [  # words, rate, pitch: peaky, soft, quick, slow
    ("Đây là Đài truyền thanh xã. Kính chào bà con.", 120, 50),
    ("Báo cháy gọi 114! Báo công an gọi 113! Cấp cứu gọi 115!", 150, 80),
    ("Sông sâu, suối xiết: phụ huynh xin trông chừng con em.", 90, 20),
    ("Tập tát cặp cặp, bập bập, tắc tắc, cóc cóc, phập phập.", 120, 99),
    ("Không đưa mã OTP, không chuyển tiền cho người lạ.", 300, 0),
    (" ".join(["Bà con nhớ đóng bảo hiểm y tế, hạn cuối là thứ Sáu."] * 5), 120, 50),
]


def piece(words: str, rate: int, pitch: int, chain: str = "pa_horn") -> Pcm:
    said = Placed(speech(words, rate, pitch), "speech", 300)
    return arrange([said], None, RATE, CHAINS[chain])


def with_bed(words: str, ducked: float | None, chain: str) -> Pcm:
    bed = Under(jingle(JINGLES[-1]), gain=-9, ducked=ducked, lead=2000, tail=1500)
    return arrange([Placed(speech(words), "speech", 600)] * 2, bed, RATE, CHAINS[chain])


def assert_level(sound: Pcm, ceiling: float) -> None:
    assert integrated(sound) == pytest.approx(LOUDNESS, abs=0.1)
    assert true_peak(sound) <= ceiling


@pytest.mark.parametrize("chain", CHAINS)
@pytest.mark.parametrize("spoken", SPOKEN, ids=range(len(SPOKEN)))
def test_speech_at_its_level_mastered_and_decoded(spoken: tuple[str, int, int], chain: str) -> None:
    mastered = master(piece(*spoken, chain), LOUDNESS, CEILING)
    assert_level(mastered, CEILING)
    for bitrate in (96, 64):
        assert_level(mp3.decode(mp3.encode_at(mastered, bitrate, LOUDNESS, DECODED)), DECODED)


@pytest.mark.parametrize("chain", CHAINS)
@pytest.mark.parametrize("path", JINGLES, ids=[path.stem for path in JINGLES])
def test_music_at_its_level_mastered_and_decoded(path: Path, chain: str) -> None:
    music = arrange([Placed(jingle(path), "music", 0)], None, RATE, CHAINS[chain])
    mastered = master(music, LOUDNESS, CEILING)
    assert_level(mastered, CEILING)
    for bitrate in (96, 64):
        assert_level(mp3.decode(mp3.encode_at(mastered, bitrate, LOUDNESS, DECODED)), DECODED)


@pytest.mark.parametrize("sound", SOUNDS.values(), ids=list(SOUNDS))
def test_words_and_music_at_their_level(sound: Sound) -> None:
    piece = with_bed(SPOKEN[0][0], sound.ducked, sound.chain)
    mastered = master(piece, LOUDNESS, CEILING)
    assert_level(mastered, CEILING)
    assert_level(mp3.decode(mp3.encode_at(mastered, 64, LOUDNESS, DECODED)), DECODED)


@pytest.mark.parametrize("rate", [22_050, 24_000, 48_000])
def test_other_rates(rate: int) -> None:
    mastered = master(to_rate(piece(*SPOKEN[1]), rate), LOUDNESS, CEILING)
    assert_level(mp3.decode(mp3.encode_at(mastered, 64, LOUDNESS, DECODED)), DECODED)


SYLLABLES = "bà con xã đóng bảo hiểm y tế tập tát cặp phập cháy rừng sông suối xiết gọi một bốn"


@settings(max_examples=15, deadline=None)
@given(
    words=st.lists(st.sampled_from(SYLLABLES.split()), min_size=4, max_size=25),
    rate=st.sampled_from([80, 120, 200, 350]),
    pitch=st.sampled_from([0, 50, 99]),
    chain=st.sampled_from(sorted(CHAINS)),
    bitrate=st.sampled_from([48, 64, 96]),
)
def test_whatever_is_said(
    words: list[str], rate: int, pitch: int, chain: str, bitrate: int
) -> None:
    mastered = master(piece(" ".join(words), rate, pitch, chain), LOUDNESS, CEILING)
    heard = mp3.decode(mp3.encode_at(mastered, bitrate, LOUDNESS, DECODED))
    assert true_peak(heard) <= DECODED
    if mastered.seconds > mp3.SHORT:
        assert integrated(heard) == pytest.approx(LOUDNESS, abs=0.1)


def test_two_minutes_at_a_low_bit_rate() -> None:
    """Each encoding of a long piece has other peaks somewhere: the loop must not chase them."""
    words = " ".join(["Đề nghị bà con tiêm phòng cho đàn gia súc. Không chuyển tiền."] * 24)
    mastered = master(piece(words, 120, 50), LOUDNESS, CEILING)
    assert mastered.seconds > 100
    assert_level(mp3.decode(mp3.encode_at(mastered, 64, LOUDNESS, DECODED)), DECODED)


def test_what_cannot_be_is_said_and_not_shipped() -> None:
    """Clicks have no loudness that fits under the ceiling."""
    clicks = np.zeros(4 * RATE, np.float32)
    clicks[:: RATE // 2] = 1.0
    with pytest.raises(SoundError, match="Không đưa được đoạn này về −16"):
        mp3.encode_at(Pcm(clicks, RATE), 96, LOUDNESS, DECODED)


def test_silence_stays_silence() -> None:
    silent = Pcm(np.zeros(RATE, np.float32), RATE)
    mastered = master(silent, LOUDNESS, CEILING)
    assert not mastered.samples.any()
    assert not mp3.decode(mp3.encode_at(mastered, 64, LOUDNESS, DECODED)).samples.any()


@pytest.mark.parametrize("seconds", [0.12, 0.25, 0.35, 0.7])
def test_pieces_that_are_hardly_there(seconds: float) -> None:
    """Shorter than a gating block: taken with silence after it, as a listener hears it."""
    word = Pcm(speech("Alô alô.").samples[2000 : 2000 + round(seconds * 22_050)], 22_050)
    for chain in CHAINS:
        whole = arrange([Placed(word, "speech", 0)], None, RATE, CHAINS[chain])
        mastered = master(whole, LOUDNESS, CEILING)
        heard = mp3.decode(mp3.encode_at(mastered, 64, LOUDNESS, DECODED))
        off = 0.1 if seconds > 0.2 else mp3.JUMP
        assert level_of(heard) == pytest.approx(LOUDNESS, abs=off)
        assert true_peak(heard) <= DECODED


@settings(max_examples=30, deadline=None)
@given(
    seed=st.integers(0, 2**32 - 1),
    decibels=st.floats(-30, 12),
    clicks=st.integers(0, 30),
    ceiling=st.floats(-12, -0.5),
    rate=st.sampled_from([16_000, 22_050, 44_100, 48_000]),
)
def test_the_limiter_never_lets_a_peak_through(
    seed: int, decibels: float, clicks: int, ceiling: float, rate: int
) -> None:
    samples = noise(seed, 0.7, decibels, rate).samples.copy()
    at = np.random.default_rng(seed).integers(0, len(samples), clicks)
    samples[at] *= 30
    assert true_peak(limit(Pcm(samples, rate), ceiling)) <= ceiling


def test_the_limiter_leaves_alone_what_is_low_enough() -> None:
    low = sine(1000, -6, 1, RATE)
    assert np.array_equal(limit(low, -5.9).samples, low.samples)


def test_the_limiter_takes_no_more_than_it_must() -> None:
    """Far from the one peak nothing changes; at it, the ceiling is nearly reached."""
    samples = sine(1000, -12, 2, RATE).samples.copy()
    samples[RATE : RATE + 200] *= 4
    limited = limit(Pcm(samples, RATE), -1.0)
    assert -1.3 <= true_peak(limited) <= -1.0
    assert np.array_equal(limited.samples[: RATE // 2], samples[: RATE // 2])
    assert limited.samples[-1000:] == pytest.approx(samples[-1000:], abs=1e-4)


def test_the_limiter_turns_down_on_a_slope() -> None:
    """It has begun 10 ms before the peak: a sudden step of the gain would be heard as a click."""
    samples = sine(997, -12, 1, RATE).samples.copy()
    loud = slice(RATE // 2, RATE // 2 + 2000)
    samples[loud] *= 4
    limited = limit(Pcm(samples, RATE), -6.0).samples
    heard = np.flatnonzero(np.abs(samples) > 0.02)  # a zero tells no gain
    ratio = limited[heard] / samples[heard]
    gains = 20 * np.log10(np.interp(np.arange(RATE), heard, ratio))
    per_millisecond = gains[44:] - gains[:-44]
    assert gains[loud].max() < -5.5
    assert gains[RATE // 2 - 600] == pytest.approx(0, abs=0.01)
    assert np.abs(per_millisecond).max() < 1.2


def test_master_is_one_static_gain_where_nothing_is_limited() -> None:
    """A tone at two levels keeps their distance: nothing pumps."""
    tone = np.concatenate([sine(1000, -30, 3, RATE).samples, sine(1000, -24, 3, RATE).samples])
    out = master(Pcm(tone, RATE), LOUDNESS, CEILING).samples
    loud, soft = (np.sqrt(np.mean(np.square(out[a : a + RATE]))) for a in (4 * RATE, RATE))
    assert 20 * np.log10(loud / soft) == pytest.approx(6.0, abs=0.02)
