"""Files of the site are written aside and appear in an order in which no link is ever dead.

All are on disk before the first is renamed, and what nothing names any more goes last. A run that
is killed leaves the site as it was or in part as it will be; the next one ends the work.
"""

import os
import shutil
from pathlib import Path

from ... import modes
from .. import sitemap
from ..staging import STAGING, told

ASIDE = "trang"


class Shelf:
    """The pages below an output folder."""

    def __init__(self, output: Path) -> None:
        self._output = output
        self._aside = output / STAGING / ASIDE
        self._kept: set[str] = set()
        self._new: list[str] = []

    def put(self, address: str, content: bytes | None) -> None:
        """Have this file there with this content; None: just as it is."""
        self._kept.add(address)
        place = self._output / address
        if content is None or _holds(place, content):
            return
        beside = self._aside / address
        with told(beside):
            beside.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(content)
            beside.chmod(modes.FILE)
            if os.name != "posix":
                _to_disk(beside)
        self._new.append(address)

    def settle(self) -> int:
        """Let everything appear, take away what was not put; how many files changed."""
        with told(self._output):
            if self._new and os.name == "posix":
                os.sync()
            for address in sorted(self._new, key=sitemap.order):
                place = self._output / address
                place.parent.mkdir(parents=True, exist_ok=True)
                (self._aside / address).replace(place)
            gone = [each for each in sitemap.written(self._output) if each not in self._kept]
            for address in sorted(gone, key=sitemap.order, reverse=True):
                (self._output / address).unlink()
            self._tidy({(self._output / address).parent for address in gone})
            self.clear()
        return len(self._new) + len(gone)

    def clear(self) -> None:
        """Leave nothing aside."""
        shutil.rmtree(self._aside, ignore_errors=True)
        if self._aside.parent.is_dir() and not any(self._aside.parent.iterdir()):
            self._aside.parent.rmdir()

    def _tidy(self, folders: set[Path]) -> None:
        """Folders that have become empty go."""
        for folder in sorted(folders, key=lambda each: len(each.parts), reverse=True):
            while folder != self._output and folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
                folder = folder.parent


def _holds(place: Path, content: bytes) -> bool:
    try:
        return place.stat().st_size == len(content) and place.read_bytes() == content
    except OSError:
        return False


def _to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
