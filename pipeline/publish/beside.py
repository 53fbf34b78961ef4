"""What the manifest in the same bundle says of an MP3, if it means this very file."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from . import manifest, names
from .contents import from_folder, from_zip
from .manifest import BulletinEntry


def beside(path: Path, content: bytes) -> BulletinEntry | None:
    """None where no manifest lies beside, or it tells of other bytes."""
    try:
        told = (path.parent / names.MANIFEST).read_bytes()
    except OSError:
        return None
    return next((entry for entry in _entries(told) if _is(entry, content)), None)


def entries(path: Path) -> Iterator[tuple[BulletinEntry, bytes]]:
    """Bulletins of a bundle's folder or zip, or the one a file is, with their content.

    What its manifest does not tell of, or tells of with other bytes, is left out. Raises OSError.
    """
    if path.is_file() and path.suffix.lower() != ".zip":
        content = path.read_bytes()
        entry = beside(path, content)
        if entry is not None:
            yield entry, content
        return
    files = (from_folder(path) if path.is_dir() else from_zip(path)).files
    for entry in _entries(files.get(names.MANIFEST, b"")):
        content = files.get(entry.file, b"")
        if _is(entry, content):
            yield entry, content


def _entries(content: bytes) -> tuple[BulletinEntry, ...]:
    try:
        return manifest.read(content).bulletins
    except msgspec.DecodeError:
        return ()


def _is(entry: BulletinEntry, content: bytes) -> bool:
    return entry.sha256 == hashlib.sha256(content).hexdigest()
