"""How messages were on air: their words, their sound, how long it took, from published weeks."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from ..audio.excerpt import excerpt
from ..errors import SoundError
from ..model import Record
from ..publish import BulletinEntry, ElementEntry, names
from ..publish.manifest import read

WEEKS, STATIONS = 8, 4  # looked at, newest weeks first: stations of one day say the same

Name = tuple[str, str]  # campaign, message


class Aired(Record):
    """One message, as it was published last."""

    spoken: tuple[str, ...]
    seconds: float  # the pause after it included
    sound: bytes  # MP3

    @property
    def sha256(self) -> str:
        """Of its sound."""
        return hashlib.sha256(self.sound).hexdigest()


def measured(output: Path) -> dict[Name, Aired]:
    """How each message was last aired. What cannot be read is passed over."""
    found: dict[Name, Aired] = {}
    for folder, entry in _bulletins(output):
        news = [
            (name, each)
            for each in entry.elements
            if each.message and (name := (each.campaign or "", each.message)) not in found
        ]
        if news and (content := _content(folder / entry.file, entry)):
            for name, each in news:
                try:
                    found[name] = _aired(each, content)
                except SoundError:
                    continue
    return found


def _aired(element: ElementEntry, content: bytes) -> Aired:
    return Aired(
        spoken=tuple(line.spoken or line.text for line in element.lines),
        seconds=round(element.end - element.start, 3),
        sound=excerpt(content, element.start, element.end),
    )


def _content(path: Path, entry: BulletinEntry) -> bytes:
    """The file, if it is the one that was published; else nothing."""
    try:
        content = path.read_bytes()
    except OSError:
        return b""
    return content if hashlib.sha256(content).hexdigest() == entry.sha256 else b""


def _bulletins(output: Path) -> Iterator[tuple[Path, BulletinEntry]]:
    weeks = sorted(
        each for each in output.glob("*-W*") if names.is_week(each.name) and each.is_dir()
    )
    for week in reversed(weeks[-WEEKS:]):
        stations = sorted(each for each in week.iterdir() if names.is_station(each.name))
        for station in stations[:STATIONS]:
            try:
                manifest = read((station / names.MANIFEST).read_bytes())
            except (OSError, msgspec.DecodeError):
                continue
            yield from ((station, entry) for entry in manifest.bulletins)
