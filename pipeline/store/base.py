"""The seam behind which finished work is kept."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from ..model import Record

Key = str  # 64 hexadecimal digits


class Provenance(Record):
    """Where an object came from. Kept beside it, outside its key."""

    job: str  # the job record as JSON
    inputs: tuple[Key, ...]
    sha256: str  # of the object's bytes
    size: int  # bytes
    label: str = ""


class Store(Protocol):
    """Objects by key. Writing the same key twice is harmless: the last whole object stays."""

    def has(self, key: Key) -> bool:
        """Whether the object is here and of the right size. Cheap; `get` is the full check."""

    def get(self, key: Key) -> bytes:
        """The object. Raises Missing, or Damaged for one not as written, which is then gone."""

    def put(self, key: Key, content: bytes, job: str, inputs: tuple[Key, ...], label: str) -> None:
        """Keep an object, whole or not at all. Raises StoreError when it cannot be written."""

    def provenance(self, key: Key) -> Provenance:
        """Where the object came from. Raises Missing."""

    def held(self) -> Iterator[Key]:
        """The keys of all objects, sorted."""

    def remove(self, keys: Iterable[Key]) -> int:
        """Forget these objects; the bytes freed."""
