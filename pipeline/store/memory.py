"""A store in memory: the same promises as on disk, for tests and for trying things."""

import hashlib
from collections.abc import Iterable, Iterator

from .base import Key, Provenance
from .errors import Missing


class MemoryStore:
    """Objects in a dictionary. One process only."""

    def __init__(self) -> None:
        self._objects: dict[Key, tuple[bytes, Provenance]] = {}

    def has(self, key: Key) -> bool:
        """Whether the object is here."""
        return key in self._objects

    def get(self, key: Key) -> bytes:
        """The object."""
        return self._entry(key)[0]

    def put(self, key: Key, content: bytes, job: str, inputs: tuple[Key, ...], label: str) -> None:
        """Keep an object."""
        digest = hashlib.sha256(content).hexdigest()
        record = Provenance(job=job, inputs=inputs, sha256=digest, size=len(content), label=label)
        self._objects[key] = (content, record)

    def provenance(self, key: Key) -> Provenance:
        """Where the object came from."""
        return self._entry(key)[1]

    def held(self) -> Iterator[Key]:
        """All keys, sorted."""
        yield from sorted(self._objects)

    def remove(self, keys: Iterable[Key]) -> int:
        """Forget these objects; the bytes freed."""
        return sum(len(self._objects.pop(key)[0]) for key in list(keys) if key in self._objects)

    def _entry(self, key: Key) -> tuple[bytes, Provenance]:
        try:
            return self._objects[key]
        except KeyError:
            raise Missing(key) from None
