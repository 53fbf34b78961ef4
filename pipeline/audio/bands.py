"""How the energy of a sound is spread over what a horn loudspeaker can and cannot play."""

import numpy as np
import scipy

from .pcm import Pcm

HORN = (300.0, 4000.0)  # Hz; below there is no horn, above there is little speech
CHUNK = 10  # s at a time; memory stays flat
WINDOW = 4096  # samples
Bands = tuple[float, float, float]


def bands(pcm: Pcm) -> Bands:
    """Mean square below 300 Hz, from 300 to 4000 Hz, and above. Full scale sine: 0.5 in all."""
    total, step = np.zeros(3), CHUNK * pcm.rate
    for start in range(0, len(pcm.samples), step):
        chunk = pcm.samples[start : start + step]
        hertz, power = scipy.signal.welch(chunk, pcm.rate, nperseg=min(WINDOW, len(chunk)))
        low, high = np.searchsorted(hertz, HORN)
        width = float(hertz[1] - hertz[0]) if len(hertz) > 1 else 0.0
        parts = (power[:low], power[low : high + 1], power[high + 1 :])
        total += np.array([part.sum() for part in parts]) * width * len(chunk)
    below, inside, above = (total / len(pcm.samples)).tolist()
    return below, inside, above


def shares(energies: Bands) -> Bands:
    """Each band's part of the whole, 0…1; all 0 for silence."""
    whole = sum(energies)
    low, middle, high = (energy / whole if whole > 0 else 0.0 for energy in energies)
    return low, middle, high
