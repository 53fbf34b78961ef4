"""The outline of a bulletin: how loud it is from beginning to end, in a hundred letters."""

import numpy as np
from numpy.typing import NDArray

POINTS = 100
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"  # steps of 1 dB
FLOOR = -46.0  # LUFS, the digit 0: a published bulletin never comes near the last digit, -11


def outline(energies: NDArray[np.float64]) -> str:
    """K-weighted mean squares of each 100 ms -> one digit for each hundredth of the time.

    A digit counts the decibels above `FLOOR`. Empty for no sound at all.
    """
    if not len(energies):
        return ""
    edges = np.linspace(0, len(energies), POINTS + 1)
    first = np.minimum(edges[:-1].astype(int), len(energies) - 1)
    last = np.maximum(np.ceil(edges[1:]).astype(int), first + 1)
    sums = np.concatenate([[0.0], np.cumsum(energies)])
    means = (sums[last] - sums[first]) / (last - first)
    steps = 10 * np.log10(np.maximum(means, 1e-12)) - 0.691 - FLOOR  # ITU-R BS.1770-5, eq. 2
    return "".join(DIGITS[step] for step in np.clip(np.round(steps), 0, 35).astype(int))


def heights(drawn: str) -> tuple[int, ...]:
    """Decibels above the floor. What is no digit counts as silence."""
    return tuple(max(DIGITS.find(digit), 0) for digit in drawn)
