"""What the manifest beside an MP3 says of it, if there is one and it means this very file."""

import hashlib
from pathlib import Path

import msgspec

from . import manifest, names
from .manifest import BulletinEntry


def beside(path: Path, content: bytes) -> BulletinEntry | None:
    """None where no manifest lies beside, or it tells of other bytes."""
    try:
        told = manifest.read((path.parent / names.MANIFEST).read_bytes())
    except (OSError, msgspec.DecodeError):
        return None
    digest = hashlib.sha256(content).hexdigest()
    return next((entry for entry in told.bulletins if entry.sha256 == digest), None)
