"""True peak against EBU Tech 3341, cases 15-23: within +0.2 and -0.4 dB."""

import math

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.signal import firwin

from pipeline.audio.pcm import Pcm
from pipeline.audio.peak import true_peak

from .sounds import sine

RATE = 48_000
SINES = {  # peak 0.50 of full scale; (hertz as a part of the rate, phase in degrees), dBTP
    "15": (1 / 4, 0.0, 0.50, -6.0),
    "16": (1 / 4, 45.0, 0.50, -6.0),
    "17": (1 / 6, 60.0, 0.50, -6.0),
    "18": (1 / 8, 67.5, 0.50, -6.0),
    "19": (1 / 4, 45.0, 1.41, 3.0),
}


def faded(samples: NDArray[np.float64]) -> Pcm:
    ramp = np.minimum(1, np.arange(len(samples)) / 2400)
    return Pcm((samples * ramp * ramp[::-1]).astype(np.float32), RATE)


@pytest.mark.parametrize("case", SINES)
def test_sines_whose_peaks_lie_between_samples(case: str) -> None:
    part, phase, size, expected = SINES[case]
    turns = 2 * np.pi * part * np.arange(2 * RATE) + math.radians(phase)
    assert_within(true_peak(faded(size * np.sin(turns))), expected)


@pytest.mark.parametrize("part", [4, 6])
@pytest.mark.parametrize("offset", range(4))
def test_a_burst_at_every_quarter_sample(offset: int, part: int) -> None:
    """Cases 20-23: one period at full scale in a soft sine of a sixth of the rate.

    Made at four times the rate, low-passed, one sample in four taken; the burst is a quarter or a
    sixth of the rate.
    """
    fast = 4 * RATE
    tone = 0.25 * np.sin(2 * np.pi * (RATE / 6) * np.arange(fast) / fast)
    count = 4 * part  # one period
    tone[fast // 2 : fast // 2 + count] = np.sin(2 * np.pi * np.arange(count) / count)
    taps = firwin(255, RATE / 2 * 0.9, fs=fast)
    smooth = np.convolve(tone, taps, mode="same")
    smooth[: fast // 100] = smooth[-fast // 100 :] = 0
    highest = 20 * math.log10(np.abs(smooth).max())
    assert_within(true_peak(faded(smooth[offset::4])), highest)


def test_long_sounds_are_measured_whole() -> None:
    """A peak in any chunk, also across the seam of two, counts as it would alone."""
    for at in (0.5, 9.9999, 10.0, 10.01, 23.4):
        quiet = sine(500, -40, 25, 8_000)
        samples = quiet.samples.copy()
        start = round(at * 8_000)
        samples[start : start + 40] += sine(2000, -3, 0.005, 8_000).samples[:40]
        alone = Pcm(samples[max(0, start - 4000) : start + 4000], 8_000)
        assert true_peak(Pcm(samples, 8_000)) == pytest.approx(true_peak(alone), abs=0.01)


def test_silence_has_no_peak() -> None:
    assert true_peak(Pcm(np.zeros(100, np.float32), RATE)) == -math.inf
    assert true_peak(Pcm(np.zeros(0, np.float32), RATE)) == -math.inf


def assert_within(measured: float, expected: float) -> None:
    assert -0.4 <= measured - expected <= 0.2
