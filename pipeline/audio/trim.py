"""Cutting an engine's silence off, so that pauses are ours to design."""

import numpy as np

from .pcm import Pcm

FRAME = 0.01  # s
BELOW_SPEECH = -45.0  # dB: quieter than this against the loud parts is silence
BEFORE, AFTER = 0.04, 0.10  # s kept around the words, so that soft consonants live


def trim(pcm: Pcm) -> Pcm:
    """The sound without the silence at its ends; unchanged when there is nothing else."""
    step = max(1, round(FRAME * pcm.rate))
    whole = len(pcm.samples) // step
    if whole == 0:
        return pcm
    power = np.square(pcm.samples[: whole * step].astype(np.float64)).reshape(whole, step).mean(1)
    loud = np.quantile(power, 0.95)
    heard = np.flatnonzero(power > loud * 10 ** (BELOW_SPEECH / 10))
    if loud == 0 or len(heard) == 0:
        return pcm
    start = max(0, heard[0] * step - round(BEFORE * pcm.rate))
    end = min(len(pcm.samples), (heard[-1] + 1) * step + round(AFTER * pcm.rate))
    return Pcm(pcm.samples[start:end], pcm.rate)
