"""What was found out about files here, so that what lies untouched is not read at every sending.

As in the ledger of releases, untouched is what the system tells no change of; nobody can set back
the time at which it noted one. Without notes everything is read.
"""

from collections.abc import Callable
from pathlib import Path

import msgspec

from ..errors import StoreError
from ..model import from_json
from ..publish.ledger import Stamp, stamp
from ..store import atomic

Entries = dict[str, tuple[Stamp, str]]


class Notes:
    """One word about each file, kept in a file of our own. Used from several threads."""

    def __init__(self, path: Path | None) -> None:
        """`path` None: nothing is remembered."""
        self._path = path
        self._known = _read(path) if path else {}
        self._used: Entries = {}

    def word(self, path: Path, find: Callable[[], str]) -> str:
        """What was found before, or what `find` says now."""
        now = stamp(path)
        known = self._known.get(str(path))
        said = known[1] if known is not None and known[0] == now else find()
        self._used[str(path)] = now, said
        return said

    def close(self) -> None:
        """Write down what was asked for. Notes that cannot be written only cost time, next time."""
        if self._path and self._used != self._known:
            try:
                atomic.write(self._path, msgspec.json.encode(self._used))
            except StoreError:
                self._path.unlink(missing_ok=True)


def _read(path: Path) -> Entries:
    try:
        return from_json(path.read_bytes(), Entries)
    except (OSError, msgspec.MsgspecError):
        return {}
