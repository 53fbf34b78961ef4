"""Nothing half-made is ever visible: bundles are made in `.dang-lam` and renamed into place.

    <output>/.dang-lam/<week>/moi/<code>/    being made
    <output>/.dang-lam/<week>/cu/<code>/     the former bundle, while the new one takes its place

The folder is on the same volume as the release, so that renaming is all it takes. What a killed run
leaves there is put right when the next one begins.
"""

import contextlib
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from .. import modes
from ..errors import StoreError, refusal
from . import names, sums
from .clone import clone
from .spliced import Content

STAGING = ".dang-lam"
SPARED = "tep-la"  # files of other people that lay in a bundle which was replaced
FLUSHING = 8  # files at once: a disk settles many for the price of one

Files = Mapping[str, Content]


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

    def write(self, path: Path, parts: Iterable[bytes]) -> None:
        """A file of a bundle being made. `put` has it on disk before anybody sees it."""
        with told(path), path.open("wb") as file:
            file.writelines(parts)

    def bind(
        self, folder: Path, archive: Path, layout: Iterable[bytes | str], files: Files
    ) -> None:
        """A zip beside the folder, as `archive.layout` says; its contents are in `files`.

        Where the file system can, the zip takes over the blocks of the folder's files.
        """
        with told(archive), archive.open("wb") as file:
            for each in layout:
                if isinstance(each, bytes):
                    file.write(each)
                elif not clone(folder / each, file):
                    file.writelines(files[each].parts)

    def put(self, bundles: Sequence[tuple[Path, Path]]) -> None:
        """Give bundles (folder, zip) their places, all on disk before the first is seen.

        Many at once, because a disk is asked to settle once for all of them. The former bundle of a
        station is there until its new one comes.
        """
        if not bundles:
            return
        written = [path for folder, archive in bundles for path in _open_to_all(folder, archive)]
        with told(self.home):
            with ThreadPoolExecutor(FLUSHING) as flushing:
                for _ in flushing.map(_flush, written):
                    pass
            for folder, archive in bundles:
                self._place(folder, archive)
            _flush(self.home)
            for folder, _ in bundles:
                self._forget(folder.name)

    def _place(self, folder: Path, archive: Path) -> None:
        place = self.home / folder.name
        if place.exists():
            place.rename(self._root / "cu" / folder.name)
        folder.rename(place)
        archive.replace(self.home / archive.name)

    def _forget(self, code: str) -> None:
        """The former bundle goes, but for files that are somebody else's."""
        aside = self._root / "cu" / code
        if aside.exists():
            self._spare(aside, self.home.name)
            shutil.rmtree(aside)

    def put_paper(self, name: str, content: bytes) -> None:
        """A file of the week's folder itself, unless it is there already."""
        place, beside = self.home / name, self._root / name
        with told(place):
            if not (place.is_file() and place.read_bytes() == content):
                self.write(beside, [content])
                beside.chmod(modes.FILE)
                _flush(beside)
                beside.replace(place)

    def drop_paper(self, name: str) -> None:
        """Take a file of the week's folder away that is no longer true."""
        with told(self.home / name):
            (self.home / name).unlink(missing_ok=True)

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
        raise StoreError(f"Không {deed} được {named}: {refusal(error, deed)}") from error


def _own(bundle: Path) -> set[str]:
    """Names of the files that were published there."""
    try:
        listed = sums.read((bundle / names.SUMS).read_bytes())
    except (OSError, ValueError):
        return {path.name for path in bundle.iterdir() if names.is_allowed(path.name)}
    return {*listed, names.SUMS, names.SIGNATURE}


def _open_to_all(folder: Path, archive: Path) -> list[Path]:
    """Let everybody read a bundle; all there is to flush."""
    folder.chmod(modes.FOLDER)
    written = [*folder.iterdir(), archive]
    for path in written:
        path.chmod(modes.FILE)
    return [*written, folder]


def _flush(path: Path) -> None:
    """Have a file, or the names in a folder, on disk. Windows cannot and need not do the latter."""
    if path.is_dir() and os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY if os.name == "posix" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
