"""The meter against EBU Tech 3341 and 3342, in two channels and in one.

The published signals carry the same sine in both stereo channels; one channel alone reads 3.01 LU
lower, so a single one is made 3.01 dB higher here. Cases 7 and 8 are recorded programmes and
cannot be generated; case 6 has five channels.
"""

import math

import numpy as np
import pytest
from scipy.signal import sosfilt

from pipeline.audio import loudness
from pipeline.audio.pcm import Pcm

from .sounds import noise, sine, speech, steps

BOTH = 10 * math.log10(2)  # dB: two equal channels against one
RATES = [22_050, 24_000, 44_100, 48_000]

TECH_3341 = {  # integrated loudness: ((dBFS in both channels, s)…), LUFS
    "1": (((-23.0, 20),), -23.0),
    "2": (((-33.0, 20),), -33.0),
    "3": (((-36.0, 10), (-23.0, 60), (-36.0, 10)), -23.0),
    "4": (((-72.0, 10), (-36.0, 10), (-23.0, 60), (-36.0, 10), (-72.0, 10)), -23.0),
    "5": (((-26.0, 20), (-20.0, 20.1), (-26.0, 20)), -23.0),
}
TECH_3342 = {  # loudness range
    "1": (((-20.0, 20), (-30.0, 20)), 10.0),
    "2": (((-20.0, 20), (-15.0, 20)), 5.0),
    "3": (((-40.0, 20), (-20.0, 20)), 20.0),
    "4": (((-50.0, 20), (-35.0, 20), (-20.0, 20), (-35.0, 20), (-50.0, 20)), 15.0),
}


Parts = tuple[tuple[float, float], ...]


def one_channel(parts: Parts, rate: int = 48_000) -> Pcm:
    return steps(*((level + BOTH, seconds) for level, seconds in parts), rate=rate)


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("case", TECH_3341)
def test_integrated_of_tech_3341(case: str, rate: int) -> None:
    parts, expected = TECH_3341[case]
    side = steps(*parts, rate=rate)
    assert loudness.integrated(side, side) == pytest.approx(expected, abs=0.1)
    assert loudness.integrated(one_channel(parts, rate)) == pytest.approx(expected, abs=0.1)


def test_integrated_of_tech_3341_case_6_in_one_channel() -> None:
    """Case 6 is 5.0: channels at -28, -24 and -30 dBFS add up in power to -23 LUFS."""
    weights = {-28.0: 2, -24.0: 1, -30.0: 2 * 1.41}  # dBFS: channels, surround +1.5 dB
    level = 10 * math.log10(sum(n * 10 ** (db / 10) for db, n in weights.items()))
    assert loudness.integrated(steps((level, 20))) == pytest.approx(-23.0, abs=0.1)


@pytest.mark.parametrize("case", TECH_3342)
def test_range_of_tech_3342(case: str) -> None:
    parts, expected = TECH_3342[case]
    side = steps(*parts)
    assert loudness.spread(loudness.block_energies(side, side)) == pytest.approx(expected, abs=1.0)


CURVES = {  # curve, window in s, its steady signal, steps of the moving tones in s
    "9-11": (loudness.short_term, 3.0, ((-20.0, 1.34), (-30.0, 1.66)) * 5, 0.15),
    "12-14": (loudness.momentary, 0.4, ((-20.0, 0.18), (-30.0, 0.22)) * 25, 0.02),
}


@pytest.mark.parametrize("cases", CURVES)
def test_levels_that_alternate_within_the_window_read_steady(cases: str) -> None:
    """Cases 9 and 12 of Tech 3341."""
    curve, _, parts, _ = CURVES[cases]
    side = steps(*parts)
    assert curve(side, side) == pytest.approx(-23.0, abs=0.1)


@pytest.mark.parametrize("cases", CURVES)
@pytest.mark.parametrize("number", range(20))
def test_the_highest_level_of_a_tone_wherever_it_begins(cases: str, number: int) -> None:
    """Cases 10 and 13: each is -23, however the tone lies against the meter's own clock."""
    curve, window, _, step = CURVES[cases]
    side = steps((-120.0, step * number), (-23.0, window), (-120.0, 1.0))
    assert curve(side, side).max() == pytest.approx(-23.0, abs=0.1)


@pytest.mark.parametrize("cases", CURVES)
def test_the_highest_levels_of_tones_that_rise(cases: str) -> None:
    """Cases 11 and 14: twenty tones one after another, each 1 dB above the last."""
    curve, window, _, step = CURVES[cases]
    parts: list[tuple[float, float]] = []
    for number in range(20):
        before = step * number
        parts += [(-120.0, before), (-38.0 + number, window), (-120.0, window - before)]
    side = steps(*parts)
    heard = np.concatenate([[-np.inf] * round(window * 100 - 1), curve(side, side)])
    highest = heard.reshape(20, -1).max(axis=1)
    assert highest == pytest.approx(np.arange(-38.0, -18.0), abs=0.1)


def test_channels_add_up() -> None:
    """Two unlike channels: the powers are added before the level is taken."""
    left, right = noise(1, 5, -20), noise(2, 5, -26)
    apart = [10 ** (loudness.integrated(each) / 10) for each in (left, right)]
    assert loudness.integrated(left, right) == pytest.approx(10 * math.log10(sum(apart)), abs=0.02)


def test_long_sounds_are_weighted_as_one() -> None:
    """The meter reads a chunk at a time: nobody can tell where one ended."""
    whole = noise(4, 25.03, -20)
    weighted = sosfilt(loudness._weighting(whole.rate), whole.samples.astype(np.float64))
    blocks = np.square(weighted[: 250 * 4410]).reshape(250, 4410).mean(axis=1)
    assert loudness.block_energies(whole) == pytest.approx(blocks, rel=1e-9)


def test_weighting_is_the_published_table_at_48_khz() -> None:
    shelf = [1.53512485958697, -2.69169618940638, 1.19839281085285]
    shelf += [1.0, -1.69065929318241, 0.73248077421585]
    high_pass = [1.0, -2.0, 1.0, 1.0, -1.99004745483398, 0.99007225036621]
    assert loudness._weighting(48_000) == pytest.approx(np.array([shelf, high_pass]), abs=1e-8)


@pytest.mark.parametrize("rate", RATES)
def test_a_full_scale_sine_of_997_hz_reads_minus_three(rate: int) -> None:
    """BS.1770-5: 0 dBFS at 997 Hz in one front channel is -3.01 LUFS."""
    assert loudness.integrated(sine(997, 0, 5, rate)) == pytest.approx(-3.01, abs=0.03)


def test_silence_and_sounds_shorter_than_a_block_have_no_loudness() -> None:
    assert loudness.integrated(sine(1000, -20, 0.39)) == -math.inf
    assert loudness.integrated(Pcm(np.zeros(48_000, np.float32), 48_000)) == -math.inf
    assert loudness.integrated(Pcm(np.zeros(0, np.float32), 48_000)) == -math.inf


def test_energies_of_pieces_put_in_a_row_measure_like_the_whole() -> None:
    pieces = [
        speech("Thông báo của Ủy ban nhân dân xã về việc tiêm phòng cho đàn gia súc."),
        noise(3, 4.321, -30, 22_050),
        speech("Đề nghị bà con đến nhà văn hóa thôn đúng giờ."),
        sine(440, -40, 2.05, 22_050),
    ]
    whole = Pcm(np.concatenate([piece.samples for piece in pieces]), 22_050)
    energies = np.concatenate([loudness.block_energies(piece) for piece in pieces])
    assert loudness.integrated_from(energies) == pytest.approx(loudness.integrated(whole), abs=0.05)
