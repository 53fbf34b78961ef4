"""Silences, flat tops, a shifted zero and bands, on sounds made to have them."""

import numpy as np
import pytest

from pipeline.audio.bands import bands, shares
from pipeline.audio.flaws import clipping, decibels, offset
from pipeline.audio.pcm import Pcm
from pipeline.audio.silence import silence
from pipeline.audio.waveform import coarser, waveform

from .sounds import sine

RATE = 44_100


def row(*seconds: float) -> Pcm:
    """Silence and a tone by turns."""
    parts = [
        sine(1000, -20, each, RATE).samples if index % 2 else np.zeros(round(each * RATE))
        for index, each in enumerate(seconds)
    ]
    return Pcm(np.concatenate(parts).astype(np.float32), RATE)


def test_where_the_silences_are() -> None:
    found = silence(row(0.5, 1, 1.2, 1, 0.3, 1, 0.7))
    assert tuple(found) == pytest.approx((0.5, 1.2, 0.7, 2.7), abs=0.02)
    assert found.longest == found.inner
    assert tuple(silence(row(0, 2))) == pytest.approx((0, 0, 0, 0), abs=0.01)


def test_nothing_but_silence_is_all_lead() -> None:
    assert tuple(silence(row(2))) == (2, 0, 0, 2)


def test_three_samples_at_full_scale_are_clipped_two_are_not() -> None:
    samples = np.zeros(100, np.float32)
    samples[[10, 11, 20, 21, 22, 30, 31, 32, 33]] = 1.0
    samples[[31, 33]] = -1.0
    assert tuple(clipping(Pcm(samples, RATE))) == (7, 4)


def test_a_shifted_zero_is_measured() -> None:
    shifted = Pcm(sine(1000, -20, 1, RATE).samples + np.float32(0.001), RATE)
    assert decibels(offset(shifted)) == pytest.approx(-60, abs=0.1)
    assert decibels(0) == -np.inf


@pytest.mark.parametrize(("hertz", "band"), [(100, 0), (1000, 1), (8000, 2)])
def test_energy_goes_to_its_band(hertz: float, band: int) -> None:
    energies = bands(sine(hertz, -20, 12, RATE))
    assert shares(energies)[band] > 0.98
    assert sum(energies) == pytest.approx(10 ** (-20 / 10) / 2, rel=0.1)  # a sine of that height


def test_the_outline_of_a_rising_tone() -> None:
    at = np.arange(2 * RATE) / RATE
    rising = Pcm((at / 2 * np.sin(2 * np.pi * 440 * at)).astype(np.float32), RATE)
    outline = waveform(rising)
    assert len(outline) == 40
    assert list(outline) == pytest.approx(np.linspace(255 / 40, 255, 40), abs=3)
    assert coarser(outline, 20) == [outline[19], outline[39]]
