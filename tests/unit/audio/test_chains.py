"""The shaping chains: what they pass, what they take, and that a long sound is shaped as one."""

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.signal import oaconvolve

from pipeline.audio import chains
from pipeline.audio.pcm import Pcm

from .sounds import noise, sine

RATES = [16_000, 22_050, 44_100, 48_000]


def response(chain: str, hertz: float, rate: int) -> float:
    """dB the chain gives a soft tone, below what the compressor heeds."""
    out = chains.CHAINS[chain](sine(hertz, -60, 2, rate)).samples[rate // 2 : -rate // 2]
    return float(20 * np.log10(np.sqrt(2 * np.mean(np.square(out)))) + 60)


@pytest.mark.parametrize("rate", RATES)
def test_the_horn_curve_is_the_documented_one(rate: int) -> None:
    for hertz, gain in chains.EQ.items():
        if chains.BAND[0] <= hertz <= chains.BAND[1] and hertz < rate * 0.4:
            assert response("pa_horn", hertz, rate) == pytest.approx(gain, abs=0.6)
    assert response("pa_horn", 80, rate) < -20
    if rate > 40_000:
        assert response("pa_horn", 12_000, rate) < -25


@pytest.mark.parametrize("rate", RATES)
def test_clean_takes_rumble_only(rate: int) -> None:
    assert response("clean", 20, rate) < -40
    for hertz in (150, 300, 1000, 3000, 6000):
        assert response("clean", hertz, rate) == pytest.approx(0, abs=0.2)


def test_the_compressor_holds_what_stands_out() -> None:
    """18 dB louder at the input is 18/RATIO louder at the output, once it has settled."""
    loud, soft = (chains.CHAINS["pa_horn"](sine(1000, level, 2, 44_100)) for level in (-4, -22))
    levels = [np.sqrt(np.mean(np.square(each.samples[44_100:88_000]))) for each in (loud, soft)]
    assert 20 * np.log10(levels[0] / levels[1]) == pytest.approx(18 / chains.RATIO, abs=0.4)


def test_the_gain_has_come_down_when_a_loud_sound_begins() -> None:
    """The first 10 ms of it are hardly louder than the rest: no onset sticks out."""
    quiet, loud = sine(2000, -60, 0.5, 44_100), sine(2000, -10, 0.5, 44_100)
    out = chains.pa_horn(Pcm(np.concatenate([quiet.samples, loud.samples]), 44_100)).samples
    begins, settled = (np.abs(out[at : at + 441]).max() for at in (22_050, 33_075))
    assert 20 * np.log10(begins / settled) < 6


@pytest.mark.parametrize("seconds", [0.0, 0.001, 9.999, 10.0, 20.01, 25.3])
def test_a_long_sound_is_shaped_as_one(seconds: float) -> None:
    """It is worked on in chunks: nobody can tell where one ended."""
    whole = noise(7, seconds, -40)
    out = chains.CHAINS["pa_horn"](whole).samples
    assert np.abs(out - _at_once(whole)).max(initial=0) < 1e-6
    assert len(chains.CHAINS["clean"](whole).samples) == len(whole.samples)


def _at_once(pcm: Pcm) -> NDArray[np.float32]:
    if len(pcm.samples) == 0:
        return pcm.samples
    taps = chains._equaliser(pcm.rate)
    shaped = oaconvolve(pcm.samples, taps)[len(taps) // 2 :][: len(pcm.samples)]
    step = round(chains.BLOCK * pcm.rate)
    padded = np.pad(shaped, (0, -len(shaped) % step)).reshape(-1, step)
    level = 10 * np.log10(np.maximum(np.square(padded).mean(axis=1), 1e-10))
    taken = chains._followed(np.maximum(0, level - chains.THRESHOLD) * (1 - 1 / chains.RATIO))
    ahead = np.append(taken, np.zeros(chains.LOOK_AHEAD))[chains.LOOK_AHEAD :]
    gains = 10 ** (-ahead / 20)
    middle = (np.arange(len(gains)) + 0.5) * step
    return (shaped * np.interp(np.arange(len(shaped)), middle, gains)).astype(np.float32)


@pytest.mark.parametrize("chain", chains.CHAINS)
def test_silence_stays_silence(chain: str) -> None:
    silent = Pcm(np.zeros(44_100, np.float32), 44_100)
    assert not chains.CHAINS[chain](silent).samples.any()
