"""The meter against EBU Tech 3341 and 3342, one channel.

The published signals carry the same sine in both stereo channels; one channel alone reads 3.01 LU
lower, so the levels here are 3.01 dB higher.
"""

import math

import numpy as np
import pytest

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


def one_channel(parts: tuple[tuple[float, float], ...], rate: int) -> Pcm:
    return steps(*((level + BOTH, seconds) for level, seconds in parts), rate=rate)


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("case", TECH_3341)
def test_integrated_of_tech_3341(case: str, rate: int) -> None:
    parts, expected = TECH_3341[case]
    assert loudness.integrated(one_channel(parts, rate)) == pytest.approx(expected, abs=0.1)


def test_integrated_of_tech_3341_case_6_in_one_channel() -> None:
    """Case 6 is 5.0: channels at -28, -24 and -30 dBFS add up in power to -23 LUFS."""
    weights = {-28.0: 2, -24.0: 1, -30.0: 2 * 1.41}  # dBFS: channels, surround +1.5 dB
    level = 10 * math.log10(sum(n * 10 ** (db / 10) for db, n in weights.items()))
    assert loudness.integrated(steps((level, 20))) == pytest.approx(-23.0, abs=0.1)


@pytest.mark.parametrize("case", TECH_3342)
def test_range_of_tech_3342(case: str) -> None:
    parts, expected = TECH_3342[case]
    assert loudness.spread(one_channel(parts, 48_000)) == pytest.approx(expected, abs=1.0)


def test_short_term_and_momentary_of_a_steady_tone() -> None:
    """Cases 9 and 12 of Tech 3341: levels that alternate within the window read steady."""
    nine = one_channel(((-20.0, 1.34), (-30.0, 1.66)) * 5, 48_000)
    twelve = one_channel(((-20.0, 0.18), (-30.0, 0.22)) * 25, 48_000)
    assert loudness.short_term(nine)[1:] == pytest.approx(-23.0, abs=0.1)
    assert loudness.momentary(twelve)[10:] == pytest.approx(-23.0, abs=0.1)


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
