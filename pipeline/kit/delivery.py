"""Products put into their folders: what is there and right is left, what is no longer true goes.

<to>/<campaign>/<message>/…               the products of one message
<to>/<campaign>/<message>/BO-TAI-LIEU.JSON    what lies there, by channel, with digests and keys
"""

import contextlib
import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from ..model import Record
from ..publish.manifest import write as as_json
from ..publish.staging import FOLDER_MODE, told
from ..store import atomic
from .channel import Channel
from .content import Content
from .workshop import Workshop

SHEET = "BO-TAI-LIEU.JSON"


class Lying(Record):
    """What one channel has put there."""

    key: str  # of all it was made from
    files: dict[str, str]  # name -> SHA-256


class Sheet(Record):
    """The list of a message's products."""

    kind: Literal["truyenthanh/kit"] = "truyenthanh/kit"
    schema: Literal[1] = 1
    campaign: str
    message: str
    title: str
    digest: str  # of the words in print, as approved; its first digits stand on every product
    heard: str = ""  # digest of how they are said, as approved
    sample: bool
    channels: dict[str, Lying] = {}


class Made(Record):
    """What really lies there of one message."""

    digest: str  # of the words in print, as they were approved when it was made
    heard: str  # digest of how they were said then
    channels: frozenset[str]  # ids of those all of whose files are there


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
            _clear(to / name, _read(to / name / SHEET))
    return gone


def lying(to: Path) -> set[str]:
    """The messages whose products lie there."""
    folders = (path.parent for path in to.glob(f"*/*/{SHEET}"))
    return {f"{folder.parent.name}/{folder.name}" for folder in folders}


def lasting(content: Content, to: Path, workshop: Workshop) -> dict[str, Lying]:
    """What lies there for a message, by channel, and is made of it as it is now."""
    key = _key(content, workshop)
    there = _read(to / content.campaign / content.message / SHEET)
    return {name: each for name, each in there.items() if each.key == key}


def listed(folder: Path) -> set[str]:
    """Names of the products in a message's folder."""
    return _names(_read(folder / SHEET))


def made(to: Path) -> dict[str, Made]:
    """Each message's products, by what its sheet lists and its folder holds; no other file is read.

    What cannot be read is not there.
    """
    found: dict[str, Made] = {}
    for path in sorted(to.glob(f"*/*/{SHEET}")):
        sheet = _sheet(path)
        if sheet is not None:
            there = {each.name for each in path.parent.iterdir()}
            found[f"{path.parent.parent.name}/{path.parent.name}"] = Made(
                digest=sheet.digest,
                heard=sheet.heard,
                channels=frozenset(
                    name
                    for name, each in sheet.channels.items()
                    if each.files and there >= each.files.keys()
                ),
            )
    return found


def _one(content: Content, to: Path, workshop: Workshop, channels: Sequence[Channel]) -> Delivered:
    folder = to / content.campaign / content.message
    before = _read(folder / SHEET)
    key = _key(content, workshop)
    there = lasting(content, to, workshop)
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
        sample=content.sample,
        channels=there,
    )
    if made or there != before:
        _put(folder / SHEET, as_json(sheet))
        with told(folder, "xóa"):
            _drop(folder, _names(before) - _names(there))
    return Delivered(name=content.name, folder=folder, files=len(_names(there)), made=tuple(made))


def _put(path: Path, content: bytes) -> None:
    """Write a file that a web server or a colleague may reach, whatever this user's habits are."""
    atomic.write(path, content)
    with told(path):
        for folder in (path.parent, path.parent.parent):
            folder.chmod(FOLDER_MODE)


def _key(content: Content, workshop: Workshop) -> str:
    record = msgspec.json.encode((content, workshop.revision), order="deterministic")
    return _sha256(record)


def _whole(folder: Path, lying: Lying) -> bool:
    """Whether every file is there, to the byte."""
    try:
        return all(_sha256((folder / n).read_bytes()) == each for n, each in lying.files.items())
    except OSError:
        return False


def _read(path: Path) -> dict[str, Lying]:
    """What a sheet lists; nothing where there is none that this version can read."""
    sheet = _sheet(path)
    return sheet.channels if sheet else {}


def _sheet(path: Path) -> Sheet | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=Sheet)
    except (OSError, msgspec.DecodeError):
        return None


def _clear(folder: Path, lying: dict[str, Lying]) -> None:
    (folder / SHEET).unlink()
    _drop(folder, _names(lying))
    for each in (folder, folder.parent):
        with contextlib.suppress(OSError):  # somebody else's files lie there
            each.rmdir()


def _drop(folder: Path, files: Iterable[str]) -> None:
    for name in files:
        (folder / Path(name).name).unlink(missing_ok=True)


def _names(lying: dict[str, Lying]) -> set[str]:
    return {name for each in lying.values() for name in each.files}


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
