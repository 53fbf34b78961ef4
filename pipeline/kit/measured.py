"""How long messages were on air, as the manifests of published weeks tell."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from ..model import Record
from ..publish import names
from ..publish.manifest import Manifest, read

WEEKS, STATIONS = 8, 4  # looked at, newest weeks first: stations of one day say the same


class Aired(Record):
    """One message, as it was published last."""

    spoken: tuple[str, ...]
    seconds: float  # its last pause included


def measured(output: Path) -> dict[tuple[str, str], Aired]:
    """Campaign and message -> how it was last aired. What cannot be read is passed over."""
    found: dict[tuple[str, str], Aired] = {}
    for manifest in _manifests(output):
        for bulletin in manifest.bulletins:
            for each in bulletin.elements:
                if each.campaign and each.message:
                    spoken = tuple(line.spoken or line.text for line in each.lines)
                    aired = Aired(spoken=spoken, seconds=round(each.end - each.start, 3))
                    found.setdefault((each.campaign, each.message), aired)
    return found


def _manifests(output: Path) -> Iterator[Manifest]:
    weeks = sorted(each for each in output.glob("*-W*") if names.is_week(each.name))
    for week in reversed(weeks[-WEEKS:]):
        stations = sorted(each for each in week.iterdir() if names.is_station(each.name))
        for station in stations[:STATIONS]:
            try:
                yield read((station / names.MANIFEST).read_bytes())
            except (OSError, msgspec.DecodeError):
                continue
