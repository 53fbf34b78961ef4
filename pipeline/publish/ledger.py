"""What was published and how it lay on disk then, so that a finished week is recognised at once.

A bundle is named by a key, like everything else that is made: the SHA-256 of its plan and of this
program. The ledger notes the key and, for each file, what the system says of it without opening it.
Where all of that is unchanged, so are the bytes, as make, git and rsync hold as well: nobody writes
to a file without its time of change moving. Where anything differs, or no ledger is there, every
byte is read. It is written when a run ends: after a power cut there is none, and all is read.
"""

import hashlib
import os
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import msgspec

from ..errors import StoreError
from ..model import Record, from_json
from ..plan import BundlePlan, Element, Plan
from ..store import atomic
from . import names
from .overview import StationLine

PROGRAM = Path(__file__).parents[1]
SHAPING = frozenset({".py", ".html", ".css", ".typ", ".ttf", ".svg"})  # what papers come from
NOTHING: Mapping[str, str] = MappingProxyType({})


class Stamp(Record, array_like=True):
    """A file as the system tells of it."""

    size: int  # bytes
    modified: int  # ns
    changed: int  # ns; no program can set this one back
    inode: int


class Entry(Record):
    """One station's bundle."""

    key: str
    files: dict[str, Stamp]  # by name
    zip: Stamp
    line: StationLine  # what RELEASE.JSON tells of it


class Ledger:
    """The bundles of one week in one output folder."""

    def __init__(self, path: Path | None) -> None:
        """`path` None: nothing is remembered, and everything always read."""
        self._path = path
        self._entries = _read(path) if path else {}
        self._noted = False

    def lying(self, code: str, key: str, folder: Path, archive: Path) -> StationLine | None:
        """What to tell of the bundle of this key, if it lies there untouched."""
        entry = self._entries.get(code)
        if entry is None or entry.key != key:
            return None
        try:
            untouched = entry.zip == stamp(archive) and entry.files == _stamps(folder)
        except OSError:  # gone, or not readable
            return None
        return entry.line if untouched else None

    def note(self, key: str, line: StationLine, folder: Path, archive: Path) -> None:
        """Take down a bundle that was found or made right. Raises OSError."""
        self._entries[line.station.code] = Entry(
            key=key, files=_stamps(folder), zip=stamp(archive), line=line
        )
        self._noted = True

    def close(self) -> None:
        """Write it down. A ledger that cannot be written only costs time, next time."""
        if self._path and self._noted:
            try:
                atomic.write(self._path, msgspec.json.encode(self._entries))
            except StoreError:
                self._path.unlink(missing_ok=True)


class Names:
    """Gives bundles their keys. What stations share is looked at once."""

    def __init__(
        self, plan: Plan, signer: str = "", templates: Mapping[str, str] = NOTHING
    ) -> None:
        """`signer`: the public key of who signs the bundles; `templates`: the office's own."""
        whole = plan.but(tasks={}, bundles=(), voiceless={})  # all a paper may tell of
        self._whole = _digest((program(), whole, signer, dict(templates)))
        self._elements: dict[int, str] = {}  # by identity: the plan keeps them alive

    def key(self, bundle: BundlePlan, failed: Mapping[str, str], note: str) -> str:
        """The name of a bundle: two of the same name have the same bytes."""
        heard = [[self._element(each) for each in own.rundown] for own in bundle.bulletins]
        own = bundle.but(bulletins=tuple(each.but(rundown=()) for each in bundle.bulletins))
        return _digest((self._whole, own, heard, failed, note))

    def _element(self, element: Element) -> str:
        if id(element) not in self._elements:
            self._elements[id(element)] = _digest(element)
        return self._elements[id(element)]


def _digest(value: object) -> str:
    return hashlib.sha256(msgspec.json.encode(value, order="deterministic")).hexdigest()


@cache
def program() -> str:
    """SHA-256 of this program's own files: another version may print other papers."""
    digest = hashlib.sha256()
    for path in _own_files():
        digest.update(path.relative_to(PROGRAM).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _own_files() -> Iterable[Path]:
    return sorted(path for path in PROGRAM.rglob("*") if path.suffix in SHAPING)


def _read(path: Path) -> dict[str, Entry]:
    try:
        return from_json(path.read_bytes(), dict[str, Entry])
    except (OSError, msgspec.MsgspecError):
        return {}


def _stamps(folder: Path) -> dict[str, Stamp]:
    with os.scandir(folder) as found:
        return {
            each.name: stamp(Path(each.path)) for each in found if each.name not in names.LITTER
        }


def stamp(path: str | Path) -> Stamp:
    """What the system tells of a file. Raises OSError."""
    told = os.lstat(path)
    return Stamp(
        size=told.st_size,
        modified=told.st_mtime_ns,
        changed=told.st_ctime_ns,
        inode=told.st_ino,
    )
