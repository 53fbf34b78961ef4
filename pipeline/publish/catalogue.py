"""What is published below an output folder, station by station, newest week first."""

from collections.abc import Collection
from pathlib import Path

import msgspec

from ..model import Record, from_json
from ..plan import Week
from . import manifest, names
from .manifest import Manifest, StationEntry
from .overview import Overview, StationLine


class Issue(Record):
    """One week of one station."""

    week: Week
    line: StationLine

    @property
    def code(self) -> str:
        """Whose it is."""
        return self.line.station.code


class Catalogue(Record):
    """Everything there is to show."""

    title: str  # of the newest release
    stations: dict[str, tuple[Issue, ...]]  # by code

    @property
    def entries(self) -> tuple[StationEntry, ...]:
        """Every station, as its newest bundle calls it."""
        return tuple(issues[0].line.station for issues in self.stations.values())


def catalogue(output: Path, weeks: Collection[str] | None = None) -> Catalogue:
    """Read RELEASE.JSON of every week that lies there, or of `weeks`. A week without one, a draft,
    or another week's copy is not shown.
    """
    stations: dict[str, list[Issue]] = {}
    title = ""
    for folder in sorted(output.iterdir(), reverse=True):
        asked = names.is_week(folder.name) and (weeks is None or folder.name in weeks)
        told = _told(folder) if asked else None
        if told is None or told.draft or told.week != folder.name:
            continue
        title = title or told.title
        lying = {path.name for path in folder.iterdir()}
        week = _week(folder.name)
        for line in told.stations:
            if _is_shown(line, lying):
                stations.setdefault(line.station.code, []).append(Issue(week=week, line=line))
    return Catalogue(
        title=title, stations={code: tuple(stations[code]) for code in sorted(stations)}
    )


def manifest_of(output: Path, issue: Issue) -> Manifest | None:
    """What the bundle tells of itself; None if nothing this version understands lies there."""
    try:
        content = (output / str(issue.week) / issue.code / names.MANIFEST).read_bytes()
        told = manifest.read(content)
    except (OSError, msgspec.DecodeError):
        return None
    return told if all(names.is_bulletin(entry.file) for entry in told.bulletins) else None


def files_of(output: Path, issue: Issue) -> tuple[str, ...]:
    """Names in the bundle's folder."""
    folder = output / str(issue.week) / issue.code
    return tuple(sorted(path.name for path in folder.iterdir())) if folder.is_dir() else ()


def _is_shown(line: StationLine, lying: set[str]) -> bool:
    """Whether there is something to say: a bundle that lies there, or why there is none."""
    code = line.station.code
    if not names.is_station(code) or not all(
        names.is_bulletin(each.file) for each in line.bulletins
    ):
        return False
    return line.folder == code and code in lying if line.folder else bool(line.failed)


def _told(folder: Path) -> Overview | None:
    try:
        return from_json((folder / names.RELEASE).read_bytes(), Overview)
    except (OSError, msgspec.DecodeError):
        return None


def _week(name: str) -> Week:
    year, _, number = name.partition("-W")
    return Week(year=int(year), number=int(number))
