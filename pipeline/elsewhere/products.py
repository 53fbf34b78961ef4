"""What the kit made, as a part of the site: leaflets and posts bear its addresses.

Known by the list in each message's folder. A file that is no longer what its list says, or that
somebody laid beside, says what nobody approved: it is not sent.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from ..model import from_json
from ..publish import sitemap

LIST = "BO-TAI-LIEU.JSON"


class _Channel(msgspec.Struct):
    files: dict[str, str]  # name -> SHA-256


class _List(msgspec.Struct):
    channels: dict[str, _Channel]


def products(output: Path) -> Iterator[tuple[str, str]]:
    """Address and SHA-256 of each. Raises OSError."""
    for path in sorted((output / sitemap.KITS).glob(f"*/*/{LIST}")):
        try:
            listed = from_json(path.read_bytes(), _List)
        except msgspec.DecodeError:
            continue
        for channel in listed.channels.values():
            for name, digest in channel.files.items():
                file = path.parent / name
                address = file.relative_to(output).as_posix()
                if sitemap.is_product(address) and _is(file, digest):
                    yield address, digest


def _is(file: Path, digest: str) -> bool:
    try:
        with file.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest() == digest
    except OSError:
        return False
