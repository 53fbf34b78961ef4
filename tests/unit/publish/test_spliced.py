"""A bulletin as parts is the bulletin as one: bytes, digests, and nothing read twice."""

import hashlib
import zlib

import pytest

from pipeline.errors import SoundError
from pipeline.publish.spliced import Content, Own, Splicer
from pipeline.store import MemoryStore, Missing
from tests.unit.publish import kit


def test_parts_in_a_row_are_the_file() -> None:
    plan, store = kit.make_plan(), MemoryStore()
    kit.stock(plan, store)
    splicer = Splicer(plan, store)
    for bulletin in plan.bulletins:
        content, whole = splicer.content(bulletin, {}), kit.mp3_of(bulletin, store)
        assert b"".join(content.parts) == whole
        assert content.size == len(whole)
        assert content.sha256 == hashlib.sha256(whole).hexdigest()
        assert content.crc32 == zlib.crc32(whole)


class Reading(MemoryStore):
    """As a disk does: other bytes each time, of the same content."""

    def get(self, key: str) -> bytes:
        return bytes(bytearray(super().get(key)))


def test_what_stations_share_lies_in_memory_once() -> None:
    plan, store = kit.make_plan(), Reading()
    kit.stock(plan, store)
    splicer = Splicer(plan, store)
    first, second = (bundle.bulletins[0] for bundle in plan.bundles)
    one, other = (splicer.content(each, {}).parts[1:-1] for each in (first, second))
    pairs = zip(first.rundown, second.rundown, one, other, strict=True)
    alike = [(a.encode == b.encode, x is y) for a, b, x, y in pairs]
    assert all(same_piece == same_bytes for same_piece, same_bytes in alike)
    assert {same for same, _ in alike} == {True, False}


def test_a_bundles_own_pieces_go_with_the_bundle() -> None:
    plan, store = kit.make_plan(), MemoryStore()
    kit.stock(plan, store)
    splicer, own = Splicer(plan, store), Own()
    mine, others = (
        {element.encode for bulletin in bundle.bulletins for element in bulletin.rundown}
        for bundle in plan.bundles
    )
    for bulletin in plan.bundles[0].bulletins:
        splicer.content(bulletin, own)
    assert own.keys() == mine - others


def test_a_piece_that_is_missing_or_no_sound_is_told() -> None:
    plan, store = kit.make_plan(), MemoryStore()
    bulletin = plan.bulletins[0]
    with pytest.raises(Missing):
        Splicer(plan, store).content(bulletin, {})
    kit.stock(plan, store)
    store.put(bulletin.rundown[0].encode, b"no frames", "{}", (), "")
    with pytest.raises(SoundError):
        Splicer(plan, store).content(bulletin, {})


def test_bytes_of_one_part() -> None:
    content = Content.of(b"paper")
    assert (content.parts, content.size) == ((b"paper",), 5)
    assert (content.sha256, content.crc32) == (
        hashlib.sha256(b"paper").hexdigest(),
        zlib.crc32(b"paper"),
    )
