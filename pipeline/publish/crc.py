"""CRC-32 of bytes in a row from the CRC-32 of each, as zlib's `crc32_combine` does.

The CRC of A and B in a row is that of A, multiplied by x to the power of B's bits, modulo the
polynomial of ISO 3309 (bits reflected), plus that of B. Python's zlib does not offer it.
"""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

POLYNOMIAL = 0xEDB88320
ONE = 1 << 31  # the polynomial 1; x is the next bit down


@dataclass(frozen=True)
class Crc:
    """CRC-32 of some bytes, and the factor for whatever stands before them."""

    value: int
    factor: int

    @classmethod
    def of(cls, content: bytes) -> "Crc":
        """Of bytes in memory; they are read once."""
        return cls(zlib.crc32(content), _shift(len(content)))


def joined(parts: Iterable[Crc]) -> int:
    """CRC-32 of all parts in a row."""
    whole = 0
    for part in parts:
        whole = _times(part.factor, whole) ^ part.value
    return whole


def _times(one: int, other: int) -> int:
    """The product of two polynomials."""
    product = 0
    while one:
        if one & ONE:
            product ^= other
        one = one << 1 & 0xFFFFFFFF
        other = other >> 1 ^ (POLYNOMIAL if other & 1 else 0)
    return product


@cache
def _square(power: int) -> int:
    """The polynomial x to the power of 2 to the power of `power`."""
    return ONE >> 1 if power == 0 else _times(_square(power - 1), _square(power - 1))


def _shift(size: int) -> int:
    """The polynomial x to the power of the bits in `size` bytes."""
    factor, power = ONE, 3
    while size:
        if size & 1:
            factor = _times(_square(power), factor)
        size, power = size >> 1, power + 1
    return factor
