"""The six tones survive the chains: the melody of the voice is the same before and after.

Pitch is tracked after de Cheveigné and Kawahara, "YIN, a fundamental frequency estimator for speech
and music" (2002), steps 2 to 5.
"""

import numpy as np
import pytest
from numpy.typing import NDArray

from pipeline.audio.chains import CHAINS
from pipeline.audio.loudness import level_of
from pipeline.audio.pcm import Pcm
from pipeline.audio.resample import to_rate

from .sounds import sine, speech

RATE, TRACKED = 44_100, 11_025  # Hz: of bulletins, of the tracker
LOWEST, HIGHEST = 60.0, 450.0  # Hz
HOP, WINDOW = 0.01, 0.03  # s
VOICED = 0.35  # aperiodicity below which there is a pitch
TONES = ("ma", "má", "mà", "mả", "mã", "mạ")
VOICES = [(50, 120), (30, 100), (85, 140)]  # pitch, rate


def pitch(pcm: Pcm) -> NDArray[np.float64]:
    """Semitones above 1 Hz every 10 ms; NaN where nothing is voiced."""
    samples = to_rate(pcm, TRACKED).samples.astype(np.float64)
    longest, width = round(TRACKED / LOWEST), round(WINDOW * TRACKED)
    shortest = round(TRACKED / HIGHEST)
    found = []
    for start in range(0, len(samples) - longest - width, round(HOP * TRACKED)):
        frame = samples[start : start + width + longest]
        shifted = np.lib.stride_tricks.sliding_window_view(frame, width)[: longest + 1]
        difference = np.square(shifted - shifted[0]).sum(axis=1)
        relative = np.ones(longest + 1)
        total = np.cumsum(difference[1:])
        np.divide(difference[1:] * np.arange(1, longest + 1), total, relative[1:], where=total > 0)
        found.append(_period(relative, shortest))
    return 12 * np.log2(TRACKED / np.array(found))


def _period(relative: NDArray[np.float64], shortest: int) -> float:
    """In samples, between them too; NaN without one."""
    low = np.flatnonzero(relative[shortest:-1] < VOICED)
    if len(low) == 0:
        return np.nan
    at = int(low[0]) + shortest
    while at + 2 < len(relative) and relative[at + 1] < relative[at]:
        at += 1
    before, here, after = relative[at - 1 : at + 2]
    bend = before - 2 * here + after
    return at + (0.5 * (before - after) / bend if bend > 0 else 0.0)


def test_the_tracker_finds_a_pitch() -> None:
    for hertz in (80.0, 150.5, 333.3):
        heard = pitch(sine(hertz, -20, 0.3, RATE))
        assert heard == pytest.approx(12 * np.log2(hertz), abs=0.05)
    assert np.isnan(pitch(Pcm(np.zeros(RATE // 2, np.float32), RATE))).all()


@pytest.mark.parametrize("chain", CHAINS)
@pytest.mark.parametrize("voice", VOICES, ids=["middle", "low", "high"])
def test_the_melody_of_each_tone_is_kept(chain: str, voice: tuple[int, int]) -> None:
    high, rate = voice
    contours = []
    for tone in TONES:
        said = to_rate(speech(tone, rate, high), RATE)
        said = said.gained(-23.0 - level_of(said))
        before, after = pitch(said), pitch(CHAINS[chain](said))
        both = np.isfinite(before) & np.isfinite(after)
        assert both.sum() >= 0.6 * np.isfinite(before).sum()  # creaks and breaths have little
        off = np.abs(after - before)[both]  # semitones; a listener tells about a quarter of one
        assert np.median(off) < 0.05
        assert np.quantile(off, 0.9) < 0.15
        contours.append((before[both], after[both]))
    whole = [np.concatenate(each) for each in zip(*contours, strict=True)]
    assert np.corrcoef(*whole)[0, 1] > 0.95
