"""Nothing half-made is ever visible: bundles are made in `.dang-lam` and renamed into place.

    <output>/.dang-lam/<week>/moi/<code>/    being made
    <output>/.dang-lam/<week>/cu/<code>/     the former bundle, while the new one takes its place

The folder is on the same volume as the release, so that renaming is all it takes. What a killed run
leaves there is put right when the next one begins.
"""

import contextlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import StoreError, refusal
from . import names, sums

STAGING = ".dang-lam"
SPARED = "tep-la"  # files of other people that lay in a bundle which was replaced
FOLDER_MODE, FILE_MODE = 0o755, 0o644  # readable for a web server or a colleague


class Staging:
    """The workshop of one week below an output folder."""

    def __init__(self, output: Path, week: str) -> None:
        self._output = output
        self._root = output / STAGING / week
        self.home = output / week

    def open(self) -> None:
        """Put right what a killed run left, and make the folders. Raises StoreError."""
        with told(self._output):
            for week in sorted((self._output / STAGING).glob("*")):
                self._repair(week)
            self.home.mkdir(parents=True, exist_ok=True)
            for folder in ("moi", "cu"):
                (self._root / folder).mkdir(parents=True)

    def close(self) -> None:
        """Leave nothing behind, and no station without its former bundle."""
        with contextlib.suppress(OSError):  # then the next run does it
            self._repair(self._root)
            (self._output / STAGING).rmdir()

    def fresh(self, code: str) -> Path:
        """An empty folder for one bundle."""
        folder = self._root / "moi" / code
        with told(folder):
            if folder.exists():
                shutil.rmtree(folder)
            folder.mkdir()
        return folder

    def write(self, path: Path, content: bytes) -> None:
        """A file of the bundle being made, on disk when this returns."""
        with told(path), path.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())

    def read(self, path: Path) -> bytes:
        """A file as it now lies on disk."""
        with told(path, "đọc"):
            return path.read_bytes()

    def put(self, code: str, folder: Path, archive: Path) -> None:
        """Give the bundle and its zip their places. The former bundle is there until then."""
        place, aside = self.home / code, self._root / "cu" / code
        with told(place):
            _open_to_all(folder, archive)
            if place.exists():
                place.rename(aside)
            folder.rename(place)
            archive.replace(self.home / archive.name)
            _settle(self.home)
            if aside.exists():
                self._spare(aside, self.home.name)
                shutil.rmtree(aside)

    def put_paper(self, name: str, content: bytes) -> None:
        """A file of the week's folder itself, unless it is there already."""
        place, beside = self.home / name, self._root / name
        with told(place):
            if not (place.is_file() and place.read_bytes() == content):
                self.write(beside, content)
                beside.chmod(FILE_MODE)
                beside.replace(place)

    def _repair(self, week: Path) -> None:
        """A former bundle goes back where no new one has come; everything unfinished goes."""
        for aside in sorted((week / "cu").glob("*")):
            place = self._output / week.name / aside.name
            if not place.exists():
                place.parent.mkdir(parents=True, exist_ok=True)
                aside.rename(place)
            else:
                self._spare(aside, week.name)
        shutil.rmtree(week)

    def _spare(self, former: Path, week: str) -> None:
        """Files somebody else put into the former bundle are kept, apart."""
        ours = _own(former) | names.LITTER
        for path in sorted(former.iterdir()):
            if path.name not in ours:
                refuge = self._output / SPARED / week / former.name
                refuge.mkdir(parents=True, exist_ok=True)
                path.replace(refuge / path.name)


@contextmanager
def told(path: Path, deed: str = "ghi") -> Iterator[None]:
    """Turn a refusal of the operating system into a StoreError that names the path."""
    try:
        yield
    except OSError as error:
        named = error.filename or path
        raise StoreError(f"Không {deed} được {named}: {refusal(error)}") from error


def _own(bundle: Path) -> set[str]:
    """Names of the files that were published there."""
    try:
        listed = sums.read((bundle / names.SUMS).read_bytes())
    except (OSError, ValueError):
        return {path.name for path in bundle.iterdir() if names.is_allowed(path.name)}
    return {*listed, names.SUMS}


def _open_to_all(folder: Path, archive: Path) -> None:
    """The store keeps its files to itself; a release is for others."""
    folder.chmod(FOLDER_MODE)
    for path in (*folder.iterdir(), archive):
        path.chmod(FILE_MODE)


def _settle(folder: Path) -> None:
    """Have renames on disk. Windows cannot and need not do this for a folder."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
