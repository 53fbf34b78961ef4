"""RELEASE.JSON: what lies in a week's folder, station by station."""

import hashlib
from pathlib import Path
from typing import Literal

import msgspec

from ..model import Record, from_json
from ..plan import Unapproved
from . import names
from .manifest import Manifest, SlotEntry, StationEntry, read


class BulletinLine(Record):
    """One MP3 of the release."""

    file: str
    title: str
    slots: tuple[SlotEntry, ...] = ()
    seconds: float
    bytes: int
    sha256: str
    engines: tuple[str, ...]
    not_used: dict[str, str]  # engine asked before -> why it does not speak here (Vietnamese)


class StationLine(Record):
    """One station of the release."""

    station: StationEntry
    folder: str | None  # below the week's folder; None: there is no bundle
    zip: str | None
    bulletins: tuple[BulletinLine, ...]
    failed: dict[str, str]  # bulletin id -> why not (Vietnamese)
    former: bool = False  # nothing could be made this time; the bundle is an earlier one
    sums: str = ""  # SHA-256 of its SHA256SUMS: one digest for the whole bundle

    @property
    def seconds(self) -> float:
        """Duration of all bulletins."""
        return sum(bulletin.seconds for bulletin in self.bulletins)


class Overview(Record):
    """The whole file."""

    kind: Literal["truyenthanh/release"] = "truyenthanh/release"
    schema: Literal[1] = 1
    week: str
    title: str
    stations: tuple[StationLine, ...]  # by code
    unapproved: tuple[Unapproved, ...] = ()  # what stays out of the week
    unwritten: dict[str, str] = {}  # name -> title of messages without words, which stay out too
    draft: bool = False  # not published: holds what nobody has approved
    sample: bool = False  # some of it is approved as a sample alone: by nobody, really


def line(manifest: Manifest, sums: bytes = b"") -> StationLine:
    """A station as its bundle describes it; `sums` is its SHA256SUMS."""
    code = manifest.station.code
    return StationLine(
        station=manifest.station,
        folder=code,
        zip=names.archive_of(code, manifest.week),
        bulletins=tuple(
            BulletinLine(
                file=entry.file,
                title=entry.title,
                slots=entry.slots,
                seconds=entry.seconds,
                bytes=entry.bytes,
                sha256=entry.sha256,
                engines=tuple(sorted({voice.engine for voice in entry.voices.values()})),
                not_used=entry.not_used,
            )
            for entry in manifest.bulletins
        ),
        failed=manifest.failed,
        sums=hashlib.sha256(sums).hexdigest() if sums else "",
    )


def silent_line(manifest: Manifest, home: Path) -> StationLine:
    """A station for which nothing could be made: its former bundle, if there is one."""
    former = _lying(home / manifest.station.code)
    if former is None:
        return line(manifest).but(folder=None, zip=None)
    return former.but(failed=manifest.failed, former=True)


def others(home: Path, known: set[str]) -> list[StationLine]:
    """Stations in the week's folder that this plan does not name."""
    lines = {each.station.code: each for each in _former(home)}
    lying = {path.name: path for path in home.iterdir() if names.is_station(path.name)}
    for code in sorted(lying.keys() - known):
        found = _lying(lying[code])
        if found is not None and (code not in lines or not lines[code].former):
            lines[code] = found
    gone = {code for code, each in lines.items() if each.folder and code not in lying}
    return [lines[code] for code in sorted(lines.keys() - known - gone)]


def _lying(folder: Path) -> StationLine | None:
    try:
        manifest = read((folder / names.MANIFEST).read_bytes())
        return line(manifest, (folder / names.SUMS).read_bytes())
    except (OSError, msgspec.DecodeError):
        return None


def _former(home: Path) -> tuple[StationLine, ...]:
    try:
        content = (home / names.RELEASE).read_bytes()
        return from_json(content, Overview).stations
    except (OSError, msgspec.DecodeError):
        return ()
