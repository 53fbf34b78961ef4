"""Logs as files people can read, one for each report.

    nhat-ky/<week>/<station>_<number>_<digest>.json

The number is the order in which they came in. Where two reports differ, the later one holds; to
undo one, delete its file.
"""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from ..errors import ProjectError
from ..model import Place, Problem, from_json
from ..store import atomic
from .record import Play, PlayLog

FOLDER = "nhat-ky"


class Book:
    """The logs of one project."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._folder = root / FOLDER

    def add(self, log: PlayLog) -> Path | None:
        """Keep a log; None if it has been kept before. Raises StoreError."""
        there = self._files(log.week, log.station)
        if any(path.stem.endswith(f"_{log.identity}") for path in there):
            return None
        number = 1 + max((int(path.stem.split("_")[1]) for path in there), default=0)
        path = self._folder / log.week / f"{log.station}_{number:02d}_{log.identity}.json"
        content = msgspec.json.format(msgspec.json.encode(log), indent=2) + b"\n"
        atomic.write(path, content)
        return path

    def plays(self, week: str, station: str) -> dict[str, Play]:
        """What holds for a station's week: broadcast code -> what its latest report says of it.

        Raises ProjectError when a file cannot be read.
        """
        return {play.code: play for log in self.logs(week, station) for play in log.plays}

    def logs(self, week: str, station: str) -> Iterator[PlayLog]:
        """Every report of a station's week, in the order in which they came in."""
        return map(self._read, self._files(week, station))

    def _files(self, week: str, station: str) -> list[Path]:
        found = (self._folder / week).glob(f"{station}_*_*.json")
        numbered = [path for path in found if path.stem.split("_")[1].isdecimal()]
        return sorted(numbered, key=lambda path: int(path.stem.split("_")[1]))

    def _read(self, path: Path) -> PlayLog:
        try:
            return from_json(path.read_bytes(), PlayLog)
        except (OSError, msgspec.DecodeError) as error:
            problem = Problem(
                place=Place(file=path.relative_to(self._root).as_posix()),
                code="playlog.unreadable",
                what=f"không đọc được bản nhật ký này ({error})",
                fix="xóa tệp này, rồi nhập lại bằng: truyenthanh report import",
            )
            raise ProjectError([problem]) from error
