"""A store in a folder: `<root>/ab/<key>` holds the bytes, `<key>.json` where they came from.

The record is written after the bytes, so an object counts only when both are whole.
"""

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from ..errors import StoreError, refusal
from ..model import decoder, from_json
from . import atomic
from .base import Key, Provenance
from .errors import Damaged, Missing


class _Size(msgspec.Struct):
    """As much of a record as `has` looks at."""

    size: int


_SIZE = decoder(_Size)


class DirectoryStore:
    """Objects on disk. Safe for several processes at once; needs no lock."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._scratch = root / "tmp"

    def has(self, key: Key) -> bool:
        """Whether the object is here and of the size its record gives."""
        path = f"{self._root}/{key[:2]}/{key}"  # asked for every piece of a nation
        try:
            with open(f"{path}.json", "rb") as record:  # noqa: PTH123 - a third of Path's time
                return os.stat(path).st_size == _SIZE.decode(record.read()).size  # noqa: PTH116
        except (OSError, msgspec.DecodeError):
            return False

    def get(self, key: Key) -> bytes:
        """The object, checked against its SHA-256."""
        expected = self.provenance(key).sha256
        try:
            content = self._object(key).read_bytes()
        except FileNotFoundError:
            raise Missing(key) from None
        except OSError as error:
            raise _unread(self._object(key), error) from error
        if hashlib.sha256(content).hexdigest() != expected:
            self.remove([key])
            raise Damaged(key)
        return content

    def put(self, key: Key, content: bytes, job: str, inputs: tuple[Key, ...], label: str) -> None:
        """Keep an object, whole or not at all."""
        digest = hashlib.sha256(content).hexdigest()
        record = Provenance(job=job, inputs=inputs, sha256=digest, size=len(content), label=label)
        atomic.write(self._object(key), content, self._scratch)
        atomic.write(self._record(key), msgspec.json.encode(record), self._scratch)

    def provenance(self, key: Key) -> Provenance:
        """Where the object came from. Raises Missing, or Damaged for an unreadable record."""
        try:
            return from_json(self._record(key).read_bytes(), Provenance)
        except FileNotFoundError:
            raise Missing(key) from None
        except OSError as error:
            raise _unread(self._record(key), error) from error
        except msgspec.DecodeError:
            self.remove([key])
            raise Damaged(key) from None

    def held(self) -> Iterator[Key]:
        """All keys, sorted."""
        for record in sorted(self._root.glob("[0-9a-f][0-9a-f]/*.json")):
            yield record.stem

    def remove(self, keys: Iterable[Key]) -> int:
        """Forget these objects, records first; the bytes freed."""
        freed = 0
        for key in keys:
            self._record(key).unlink(missing_ok=True)
            path = self._object(key)
            if path.exists():
                freed += path.stat().st_size
                path.unlink(missing_ok=True)
        return freed

    def sweep(self) -> None:
        """Remove what a killed run left half-written. Only while no other run is at work."""
        shutil.rmtree(self._scratch, ignore_errors=True)

    def _object(self, key: Key) -> Path:
        return self._root / key[:2] / key

    def _record(self, key: Key) -> Path:
        return self._root / key[:2] / f"{key}.json"


def _unread(path: Path, error: OSError) -> StoreError:
    return StoreError(f"Không đọc được {path}: {refusal(error, 'đọc')}")
