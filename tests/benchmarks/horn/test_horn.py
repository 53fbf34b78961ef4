"""The horn chain keeps what the bench says it gains: a few cells of it, for `make fuzz`."""

import numpy as np
import pytest

pytest.importorskip("pystoi", reason="needs the dependency group “bench”")

from tests.benchmarks.horn import cells, metrics, noises, voices
from tests.benchmarks.horn.table import cells as measured
from tests.benchmarks.horn.table import mean, worth

pytestmark = pytest.mark.slow


def test_the_horn_chain_gains_more_than_an_equaliser_with_a_compressor() -> None:
    talk = cells.Talk(voices.embedded(), cells.crowd())
    found = list(
        measured({"espeak": talk}, places=("far",), noises=("traffic", "rain"), levels=(-6.0, 0.0))
    )
    raw, usual, ours = (mean(found, "ESTOI", name) for name in ("raw", "eq+comp", "pa_horn"))
    assert ours >= raw + 0.08
    assert ours >= usual + 0.01
    assert mean(found, "STOI", "pa_horn") >= mean(found, "STOI", "raw")
    assert mean(found, "SIIB", "pa_horn") >= 1.6 * mean(found, "SIIB", "raw")
    assert worth(found, "pa_horn")[0] >= 5.0


def test_siib_is_highest_for_the_same_sound_and_falls_with_noise() -> None:
    talk = cells.Talk(voices.embedded(), [])
    hiss = noises.rain(len(talk.clean) / metrics.RATE)[: len(talk.clean)] * np.std(talk.clean)
    scores = [metrics.siib(talk.clean, talk.clean + hiss * size) for size in (0.0, 0.1, 1.0, 10.0)]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > 1000
    assert scores[-1] < 10
