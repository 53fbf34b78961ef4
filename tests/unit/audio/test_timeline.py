"""The timeline: levels, pauses to the sample, guards, a bed that steps back under words."""

import numpy as np
import pytest
from numpy.typing import NDArray

from pipeline.audio.balance import WORKING
from pipeline.audio.bed import Under
from pipeline.audio.loudness import integrated
from pipeline.audio.pcm import Pcm
from pipeline.audio.resample import to_rate
from pipeline.audio.timeline import GUARD, Placed, arrange
from pipeline.audio.trim import trim

from .sounds import noise, sine, speech

RATE = 44_100
WORDS = "Đề nghị bà con tiêm phòng cho đàn gia súc."


def flat(seconds: float, level: float = 0.1, rate: int = RATE) -> Pcm:
    """A sound whose every sample is heard: no zero crossing hides where it begins and ends."""
    return Pcm(np.full(round(seconds * rate), level, np.float32), rate)


def runs(samples: NDArray[np.float32]) -> list[tuple[int, int]]:
    """Where sound begins and ends, in samples."""
    edges = np.flatnonzero(np.diff((samples != 0).astype(int), prepend=0, append=0))
    return [(int(a), int(b)) for a, b in edges.reshape(-1, 2)]


def test_pauses_and_guards_are_exact_to_the_sample() -> None:
    parts = [
        Placed(flat(1.0), "speech", 333),
        Placed(flat(0.5), "speech", 0),
        Placed(flat(0.5), "speech", 1001),
        Placed(flat(0.25), "speech", 700),
    ]
    piece = arrange(parts, None, RATE)
    first = GUARD + RATE + round(0.333 * RATE)
    second = first + 2 * (RATE // 2) + round(1.001 * RATE)
    assert runs(piece.samples) == [
        (GUARD, GUARD + RATE),
        (first, first + 2 * (RATE // 2)),
        (second, second + RATE // 4),
    ]
    assert len(piece.samples) == second + RATE // 4 + round(0.7 * RATE) + GUARD
    assert piece.samples.dtype == np.float32


def test_all_speech_is_at_the_working_level_with_one_gain() -> None:
    loud, soft = speech(WORDS).gained(-3), speech(WORDS).gained(-9)
    piece = arrange([Placed(loud, "speech", 0), Placed(soft, "speech", 0)], None, RATE)
    assert integrated(piece) == pytest.approx(WORKING, abs=0.1)
    middle = len(piece.samples) // 2
    halves = (Pcm(piece.samples[:middle], RATE), Pcm(piece.samples[middle:], RATE))
    assert integrated(halves[0]) - integrated(halves[1]) == pytest.approx(6, abs=0.3)


@pytest.mark.parametrize("gain", [-12.0, -4.0, 3.0])
def test_music_is_set_against_the_speech(gain: float) -> None:
    music = Placed(noise(1, 3, -9), "music", 500, gain=gain)
    piece = arrange([music, Placed(speech(WORDS), "speech", 0)], None, RATE)
    alone = Pcm(piece.samples[GUARD : GUARD + 3 * RATE], RATE)
    assert integrated(alone) == pytest.approx(WORKING + gain, abs=0.1)


def test_fades_are_straight_for_speech_and_equal_power_for_music() -> None:
    parts = [
        Placed(flat(1), "speech", 0, fade_in=100, fade_out=200),
        Placed(flat(1), "music", 0, fade_in=100, fade_out=200),
    ]
    samples = arrange(parts, None, RATE).samples[GUARD:]
    for start, halfway in ((0, 0.5), (RATE, np.sqrt(0.5))):
        full = samples[start + RATE // 2]
        assert samples[start + round(0.05 * RATE)] / full == pytest.approx(halfway, abs=0.01)
        assert samples[start + round(0.9 * RATE)] / full == pytest.approx(halfway, abs=0.01)
        assert samples[start + round(0.7 * RATE)] / full == pytest.approx(1, abs=0.01)


def test_the_bed_is_open_before_words_and_at_least_20_db_lower_under_them() -> None:
    lead, tail, open_, ducked = 3000, 2000, -8.0, -30.0
    bed = Under(noise(5, 1.7, -20), gain=open_, ducked=ducked, lead=lead, tail=tail)
    said = Placed(Pcm(np.zeros(4 * RATE, np.float32), RATE), "speech", 0)
    piece = arrange([said], bed, RATE)  # words that are silent, so that the bed is heard alone

    def level(start: float, end: float) -> float:
        part = piece.samples[GUARD + round(start * RATE) : GUARD + round(end * RATE)]
        return integrated(Pcm(part, RATE))

    assert len(piece.samples) == 2 * GUARD + 9 * RATE
    assert level(0.5, 2.7) == pytest.approx(WORKING + open_, abs=0.3)
    assert level(3.0, 7.0) == pytest.approx(WORKING + ducked, abs=0.3)
    assert level(0.5, 2.7) - level(3.0, 7.0) >= 20
    assert level(7.9, 8.4) < WORKING + open_  # it fades already
    assert np.abs(piece.samples[-GUARD - 200 : -GUARD]).max() < 0.001


def test_guards_are_digital_silence_also_with_a_bed() -> None:
    bed = Under(noise(5, 2, -20), gain=-8, ducked=-22, lead=1500, tail=1500)
    for under in (None, bed):
        piece = arrange([Placed(speech(WORDS), "speech", 0)], under, RATE)
        assert not piece.samples[:GUARD].any()
        assert not piece.samples[-GUARD:].any()
        assert piece.samples[GUARD : GUARD + 5000].any()


def test_a_bed_without_sound_and_a_piece_without_words_change_nothing() -> None:
    words = [Placed(speech(WORDS), "speech", 0)]
    nothing = Under(Pcm(np.zeros(0, np.float32), RATE), gain=-8, ducked=-22, lead=0, tail=0)
    assert np.array_equal(arrange(words, nothing, RATE).samples, arrange(words, None, RATE).samples)
    music = [Placed(noise(1, 1, -20), "music", 0)]
    bed = Under(noise(5, 2, -20), gain=-8, ducked=-22, lead=500, tail=500)
    assert np.array_equal(arrange(music, bed, RATE).samples, arrange(music, None, RATE).samples)


def test_every_rate_comes_to_the_rate_of_the_piece() -> None:
    parts = [Placed(sine(1000, -20, 1, rate), "speech", 100) for rate in (22_050, 24_000, RATE)]
    piece = arrange(parts, None, RATE)
    assert len(piece.samples) == 2 * GUARD + 3 * (RATE + round(0.1 * RATE))


def test_resampling_keeps_length_and_level() -> None:
    for rate in (8_000, 16_000, 22_050, 24_000, 48_000):
        same = to_rate(sine(1000, -20, 2, rate), RATE)
        assert same.rate == RATE
        assert len(same.samples) == 2 * RATE
        assert integrated(same) == pytest.approx(integrated(sine(1000, -20, 2, RATE)), abs=0.05)
    assert to_rate(same, RATE) is same


def test_trimming_leaves_the_words_and_a_little_around_them() -> None:
    silence = Pcm(np.zeros(RATE, np.float32), RATE)
    word = sine(500, -20, 1, RATE)
    whole = np.concatenate([silence.samples, word.samples, silence.samples])
    trimmed = trim(Pcm(whole, RATE))
    assert trimmed.seconds == pytest.approx(1.14, abs=0.02)
    start = int(np.flatnonzero(trimmed.samples)[0])
    assert np.array_equal(trimmed.samples[start : start + 100], word.samples[1:101])


def test_trimming_takes_the_noise_of_a_quiet_room_but_no_soft_consonant() -> None:
    room = noise(2, 3, -85).samples.copy()
    room[RATE : 2 * RATE] += sine(500, -20, 1, RATE).samples
    room[2 * RATE : 2 * RATE + 4410] += noise(3, 0.1, -55).samples  # a final s
    assert trim(Pcm(room, RATE)).seconds == pytest.approx(1.24, abs=0.02)


@pytest.mark.parametrize("seconds", [0.0, 0.005, 1.0])
def test_trimming_has_nothing_to_do_on_silence(seconds: float) -> None:
    silent = Pcm(np.zeros(round(seconds * RATE), np.float32), RATE)
    assert len(trim(silent).samples) == len(silent.samples)


@pytest.mark.parametrize("tail", [40, 300, 700, 1500])
@pytest.mark.parametrize("lead", [0, 60, 500, 3000])
def test_a_bed_comes_and_goes_without_a_step(lead: int, tail: int) -> None:
    """However short its lead and tail are, it begins and ends at nothing."""
    bed = Under(flat(9.0), gain=0.0, ducked=-20.0, lead=lead, tail=tail)
    said = Placed(Pcm(np.zeros(RATE, np.float32), RATE), "speech", 0)
    samples = arrange([said], bed, RATE).samples
    loudest = np.abs(samples).max()
    assert np.abs(np.diff(samples[GUARD + 1 :])).max() < loudest * 0.01
    words = samples[GUARD + round(lead * RATE / 1000) :][RATE // 10 : RATE - RATE // 10]
    assert words == pytest.approx(words[0], rel=1e-4)  # held under words
    assert words[0] < loudest / 2 if tail >= 1500 or lead >= 3000 else words[0] <= loudest


def test_a_short_bed_is_looped_without_a_click() -> None:
    bed = Under(sine(440.7, -12, 1.0), gain=0.0, ducked=0.0, lead=2000, tail=2000)
    said = Placed(Pcm(np.zeros(3 * RATE, np.float32), RATE), "speech", 0)
    samples = arrange([said], bed, RATE).samples[GUARD:-GUARD]
    peaks = np.abs(samples[RATE : 6 * RATE]).reshape(-1, 441).max(axis=1)
    steepest = 2 * np.pi * 440.7 / RATE * np.median(peaks)
    assert np.abs(np.diff(samples)).max() < 1.5 * steepest
    assert peaks.min() > 0.3 * np.median(peaks)


def test_nothing_makes_a_piece_of_silence() -> None:
    assert not arrange([], None, RATE).samples.any()
    assert len(arrange([], None, RATE).samples) == 2 * GUARD
