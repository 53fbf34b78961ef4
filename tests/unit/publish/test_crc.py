"""CRC-32 of parts in a row, held against zlib's of the whole."""

import zlib

from hypothesis import given
from hypothesis import strategies as st

from pipeline.publish.crc import Crc, joined


@given(st.lists(st.binary(max_size=2000)))
def test_parts_add_up_to_the_whole(parts: list[bytes]) -> None:
    assert joined(map(Crc.of, parts)) == zlib.crc32(b"".join(parts))


def test_long_parts_too() -> None:
    first, second = bytes(70_000_001), b"\1" * 1000
    assert joined([Crc.of(first), Crc.of(second)]) == zlib.crc32(second, zlib.crc32(first))
