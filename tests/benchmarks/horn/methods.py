"""What is compared: speech as it is, an equaliser with an ordinary compressor, and our chains."""

from collections.abc import Callable

import numpy as np
from scipy.signal import firwin2, oaconvolve

from pipeline.audio.chains import pa_horn
from pipeline.audio.pcm import Pcm

EQ = {250: -7.0, 500: -3.0, 1000: 0.0, 2000: 3.0, 3000: 6.0, 4000: 7.0, 6000: 1.0}  # Hz: dB
LOW, HIGH, SKIRT = 350.0, 5500.0, 12.0  # Hz and dB per octave
THRESHOLD, RATIO = -28.0, 3.0  # dBFS and dB per dB
ATTACK, RELEASE, BLOCK = 0.005, 0.080, 0.001  # s


def raw(pcm: Pcm) -> Pcm:
    return pcm


def eq_comp(pcm: Pcm) -> Pcm:
    """The mark to beat, kept here as it was so that it does not move with the product."""
    grid = np.geomspace(20, pcm.rate / 2, 256)
    gains = np.interp(np.log(grid), np.log(list(EQ)), list(EQ.values()))
    gains -= SKIRT * np.maximum(0, np.log2(LOW / grid))
    gains -= SKIRT * np.maximum(0, np.log2(grid / HIGH))
    factors = 10 ** (gains / 20)
    taps = firwin2(1023, [0, *grid[:-1] / (pcm.rate / 2), 1], [0, *factors])
    sound = oaconvolve(pcm.samples, taps, mode="same")
    step = round(BLOCK * pcm.rate)
    blocks = np.pad(sound, (0, -len(sound) % step)).reshape(-1, step)
    power = np.maximum(np.square(blocks).mean(axis=1), 1e-10)
    wanted = np.maximum(0, 10 * np.log10(power) - THRESHOLD) * (1 - 1 / RATIO)
    taken, now = np.empty_like(wanted), 0.0
    for index, each in enumerate(wanted.tolist()):
        now = each + (now - each) * np.exp(-BLOCK / (ATTACK if each > now else RELEASE))
        taken[index] = now
    middle = (np.arange(len(taken)) + 0.5) * step
    curve = np.interp(np.arange(len(sound)), middle, 10 ** (-taken / 20))
    return Pcm((sound * curve).astype(np.float32), pcm.rate)


METHODS: dict[str, Callable[[Pcm], Pcm]] = {"raw": raw, "eq+comp": eq_comp, "pa_horn": pa_horn}
