"""A horn loudspeaker in a village, simulated at 16 kHz: the horn, the air, its echoes, the noise.

Invented within what is published: a re-entrant horn passes some 350 Hz to 5.5 kHz with resonances
of a few dB; air at 20 degrees and 70 % humidity takes about 23 dB per km at 4 kHz (ISO 9613-1);
another pole 100 m further is heard 290 ms later.
"""

from typing import NamedTuple

import numpy as np
from scipy.signal import butter, firwin2, oaconvolve, sosfilt

from .metrics import RATE, Sound

HORN = {
    200: -24,
    350: -4,
    600: 0,
    1100: 3,
    1700: -1,
    2400: 2,
    3200: -2,
    4200: 1,
    5500: -6,
    7000: -24,
}
TAPS = 511
AIR = {1000: 5.0, 2000: 9.0, 4000: 23.0, 8000: 77.0}  # Hz: dB per km
A_WEIGHTED = {
    63: -26.2,
    125: -16.1,
    250: -8.6,
    500: -3.2,
    1000: 0,
    2000: 1.2,
    4000: 1.0,
    8000: -1.1,
}


class Place(NamedTuple):
    """Where a listener stands."""

    distance: float  # m from the horn
    reverberation: float  # s until echoes have fallen by 60 dB
    echoes: float  # dB, their energy against the direct sound
    second: tuple[float, float] | None = None  # another horn: s later, dB


PLACES = {
    "near": Place(50, 0.8, -6.0),
    "far": Place(150, 1.4, -3.0, (0.290, -6.0)),
}


def heard(sound: Sound, place: str) -> Sound:
    """What comes to the listener, as long as what was sent and in time with it."""
    response, late = _response(PLACES[place])
    return oaconvolve(sound, response)[late : late + len(sound)]


def level(sound: Sound) -> float:
    """A-weighted, dB."""
    weighted = oaconvolve(sound, _curve(A_WEIGHTED), mode="same")
    return float(10 * np.log10(np.square(weighted).mean()))


def _curve(points: dict[int, float]) -> Sound:
    grid = np.geomspace(20, RATE / 2, 256)
    gains = 10 ** (np.interp(np.log(grid), np.log(list(points)), list(points.values())) / 20)
    return firwin2(TAPS, [0, *grid[:-1] / (RATE / 2), 1], [0, *gains[:-1], gains[-1]])


def _response(place: Place) -> tuple[Sound, int]:
    air = {hertz: -loss * place.distance / 1000 for hertz, loss in AIR.items()}
    direct = np.convolve(_curve(HORN), _curve({100: 0.0, **air}))
    late = len(direct) // 2
    generator = np.random.default_rng(round(place.distance))
    time = np.arange(round(place.reverberation * RATE)) / RATE
    tail = generator.standard_normal(len(time)) * 10 ** (-3 * time / place.reverberation)
    tail = sosfilt(butter(1, 3000, fs=RATE, output="sos"), tail)  # foliage and walls are duller
    tail[: round(0.008 * RATE)] = 0
    tail *= np.sqrt(10 ** (place.echoes / 10) / np.square(tail).sum())
    paths = np.zeros(max(len(tail), round(0.4 * RATE)))
    paths[: len(tail)] += tail
    paths[0] += 1
    if place.second:
        after, decibels = place.second
        paths[round(after * RATE)] += 10 ** (decibels / 20)
    return oaconvolve(direct, paths), late
