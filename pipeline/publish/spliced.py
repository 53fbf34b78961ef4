"""A bulletin's MP3 from its pieces: tag, Info frame, frames, tag. Nothing is joined in memory.

A file is a row of parts, of which all but the first and the last are shared with other files. Its
SHA-256 takes one pass over them; its CRC-32 follows from those of the parts.
"""

import hashlib
import threading
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ..audio import id3, splice
from ..plan import BulletinPlan, BundlePlan, Key, Plan
from ..store import Store
from .crc import Crc, joined


@dataclass(frozen=True, eq=False)
class Content:
    """What a file is to hold, and what can be said of it before it is written."""

    parts: tuple[bytes, ...]
    size: int  # bytes
    sha256: str
    crc32: int

    @classmethod
    def of(cls, content: bytes) -> "Content":
        """Bytes in one part."""
        return _row([(content, Crc.of(content))])


@dataclass(frozen=True, eq=False)
class Piece:
    """One encoded piece, read and looked through once."""

    sound: splice.Piece
    crc: Crc


Own = dict[Key, Piece]  # pieces of one bundle that no other bundle has


class Splicer:
    """Splices the bulletins of one release. Safe for several threads at once."""

    def __init__(self, plan: Plan, store: Store) -> None:
        self._plan = plan
        self._store = store
        self._kept: dict[Key, Piece] = {}
        self._reading = threading.Lock()

    def content(self, bulletin: BulletinPlan, own: Own) -> Content:
        """The bulletin's file. `own` holds what its bundle has read already, and takes up more.

        Raises Missing or Damaged for a piece, SoundError for pieces that cannot be joined.
        """
        pieces = [self._piece(element.encode, own) for element in bulletin.rundown]
        tag = bulletin.tag
        front = id3.front(tag) + splice.header([piece.sound for piece in pieces])
        back = id3.back(tag)
        return _row(
            [
                (front, Crc.of(front)),
                *((piece.sound.content, piece.crc) for piece in pieces),
                (back, Crc.of(back)),
            ]
        )

    def _piece(self, key: Key, own: Own) -> Piece:
        kept = self._kept if key in self._shared else own
        if key not in kept:
            with self._reading:  # several threads begin with the same pieces
                if key not in kept:
                    content = self._store.get(key)
                    kept[key] = Piece(splice.Piece.of(content), Crc.of(content))
        return kept[key]

    @cached_property
    def _shared(self) -> frozenset[Key]:
        """Pieces that stand in more than one bundle."""
        uses = Counter(key for bundle in self._plan.bundles for key in _keys(bundle))
        return frozenset(key for key, count in uses.items() if count > 1)


def _keys(bundle: BundlePlan) -> set[Key]:
    return {element.encode for bulletin in bundle.bulletins for element in bulletin.rundown}


def _row(parts: Sequence[tuple[bytes, Crc]]) -> Content:
    digest = hashlib.sha256()
    for part, _ in parts:
        digest.update(part)
    return Content(
        parts=tuple(part for part, _ in parts),
        size=sum(len(part) for part, _ in parts),
        sha256=digest.hexdigest(),
        crc32=joined(crc for _, crc in parts),
    )
