"""Products put into their folders: what is there and right is left, what is no longer true goes.

A product is left as it is while its key is the same: the key is of its whole content, of the
templates and of the sound on air. Whether what lies there may be used is another question, which
`shelf` answers: a leaflet in last month's design says the same.
"""

import contextlib
import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from .. import modes
from ..model import Record
from ..publish.manifest import write as as_json
from ..publish.staging import told
from ..store import atomic
from .channel import Channel
from .content import Content
from .sheet import SHEET, Lying, Sheet, names, read
from .workshop import Workshop


class Delivered(Record):
    """What came of one message."""

    name: str  # "<campaign>/<message>"
    folder: Path
    files: int
    made: tuple[str, ...] = ()  # files that are new or were changed


def deliver(
    contents: Iterable[Content], to: Path, workshop: Workshop, channels: Sequence[Channel]
) -> tuple[Delivered, ...]:
    """Make what is missing or out of date. The same again makes nothing.

    Products of channels that were not asked for stay if they still say the same, and go if not.
    Raises PublishError for a template with a mistake, StoreError when nothing can be written.
    """
    return tuple(_one(content, to, workshop, channels) for content in contents)


def withdraw(to: Path, kept: Iterable[str]) -> tuple[str, ...]:
    """Take away the products of every message but `kept`; the names of those that went.

    Files of other people stay. Raises StoreError.
    """
    gone = tuple(sorted(lying(to) - set(kept)))
    for name in gone:
        with told(to / name, "xóa"):
            _clear(to / name, _read(to / name))
    return gone


def lying(to: Path) -> set[str]:
    """The messages whose products lie there."""
    folders = (path.parent for path in to.glob(f"*/*/{SHEET}"))
    return {f"{folder.parent.name}/{folder.name}" for folder in folders}


def _one(content: Content, to: Path, workshop: Workshop, channels: Sequence[Channel]) -> Delivered:
    folder = to / content.campaign / content.message
    before = _read(folder)
    key = _key(content, workshop)
    there = {name: each for name, each in before.items() if each.key == key}
    made: list[str] = []
    for channel in channels:
        if channel.id in there and _whole(folder, there[channel.id]):
            continue
        files = channel.make(content, workshop)
        for name, each in files.items():
            _put(folder / name, each)
        there[channel.id] = Lying(key=key, files={n: _sha256(each) for n, each in files.items()})
        made += files
    sheet = Sheet(
        campaign=content.campaign,
        message=content.message,
        title=content.title,
        digest=content.digest,
        heard=content.heard,
        call_digest=content.call_digest,
        call_heard=content.call_heard,
        sample=content.sample,
        channels=there,
    )
    if made or there != before:
        _put(folder / SHEET, as_json(sheet))
        with told(folder, "xóa"):
            _drop(folder, names(before) - names(there))
    return Delivered(name=content.name, folder=folder, files=len(names(there)), made=tuple(made))


def _put(path: Path, content: bytes) -> None:
    """Write a file that a web server or a colleague may reach, whatever this user's habits are."""
    atomic.write(path, content)
    with told(path):
        for folder in (path.parent, path.parent.parent):
            folder.chmod(modes.FOLDER)


def _key(content: Content, workshop: Workshop) -> str:
    record = msgspec.json.encode((content, workshop.revision), order="deterministic")
    return _sha256(record)


def _whole(folder: Path, lying: Lying) -> bool:
    """Whether every file is there, to the byte."""
    try:
        return all(_sha256((folder / n).read_bytes()) == each for n, each in lying.files.items())
    except OSError:
        return False


def _read(folder: Path) -> dict[str, Lying]:
    """What a sheet lists; nothing where there is none that this version can read."""
    sheet = read(folder)
    return sheet.channels if sheet else {}


def _clear(folder: Path, lying: dict[str, Lying]) -> None:
    (folder / SHEET).unlink()
    _drop(folder, names(lying))
    for each in (folder, folder.parent):
        with contextlib.suppress(OSError):  # somebody else's files lie there
            each.rmdir()


def _drop(folder: Path, files: Iterable[str]) -> None:
    for name in files:
        (folder / Path(name).name).unlink(missing_ok=True)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
