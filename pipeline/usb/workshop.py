"""Where a bundle is made on the stick, and how it takes the place of the former one.

    <stick>/TT-TAM/01.TAM …     contents, under names that no player plays
    <stick>/TT-TAM/MOI/         checked contents take their names here, in play order
    <stick>/TT-TAM/CU-<code>/   the former bundle, while the new one takes its place
    <stick>/<code>/             what plays

Old players play files in the order of a folder's entries. On FAT a new name takes the first gap
that is long enough, so order is sure only in a folder in which nothing was ever deleted: MOI is
such a folder, and moving a file into it adds an entry at its end. A whole folder keeps its entries
when it is moved. What a pulled stick leaves is put right by the next copy.
"""

import contextlib
import re
from collections.abc import Iterable
from pathlib import Path

import msgspec

from ..errors import VolumeError
from ..publish import names, sums
from . import disk

WORKSHOP, FRESH, ASIDE = "TT-TAM", "MOI", "CU-"
SPARED = "TEP-LA"  # somebody's file whose name the new bundle needs
TELLING = (names.SUMS, names.MANIFEST)  # whose bundle it is, and what belongs to it
_CONTENT = re.compile(r"[0-9]{2,3}\.TAM")


class Workshop:
    """One station's bundle on one stick."""

    def __init__(self, stick: Path, code: str) -> None:
        self.place = stick / code
        self._stick = stick
        self._root = stick / WORKSHOP

    def open(self) -> None:
        """Put right what a pulled stick left, and begin."""
        self.check()
        self._repair()
        self._root.mkdir(exist_ok=True)

    def check(self) -> None:
        """Raises VolumeError where something of somebody else's has the station's name."""
        if not self.place.exists() or is_ours(self.place):
            return
        if not self.place.is_dir() or any(self.place.iterdir()):
            raise VolumeError(
                f"Trên thẻ đã có {self.place.name} không phải do chương trình này chép nên "
                "chưa đụng đến. Hãy đổi tên hoặc dời nó đi rồi chạy lại."
            )

    def content(self, number: int) -> Path:
        """Where the content of the file with this number in play order is written."""
        return self._root / f"{number:02d}.TAM"

    def name(self, held: Iterable[str]) -> None:
        """Give the contents their names, in play order."""
        fresh = self._root / FRESH
        fresh.mkdir()
        for number, name in enumerate(held, start=1):
            self.content(number).rename(fresh / name)
        disk.settle(fresh, self._root)

    def put(self) -> None:
        """Let the new bundle take the former one's place."""
        aside = self._root / f"{ASIDE}{self.place.name}"
        if self.place.exists():
            self.place.rename(aside)
        (self._root / FRESH).rename(self.place)
        disk.settle(self._root, self._stick)
        self.close()

    def close(self) -> None:
        """Leave no trace; the former bundle, if it is still aside, goes back."""
        if self._root.is_dir():
            self._repair()
            disk.settle(self._stick)

    def _repair(self) -> None:
        """Of a run that was cut off: a former bundle goes back, what was half made goes."""
        if not self._root.is_dir():
            return
        for aside in sorted(self._root.glob(f"{ASIDE}*")):
            place = self._stick / aside.name.removeprefix(ASIDE)
            if place.exists():
                self._tidy(aside)
            else:
                aside.rename(place)
        fresh = self._root / FRESH
        made = [each for each in self._root.iterdir() if _CONTENT.fullmatch(each.name)]
        made += fresh.iterdir() if fresh.is_dir() else ()
        for path in made:
            path.unlink()
        for folder in (fresh, self._root):
            with contextlib.suppress(OSError):  # somebody keeps files there
                folder.rmdir()

    def _tidy(self, aside: Path) -> None:
        """Throw the former bundle away; other people's files in it stay on the stick.

        What tells whose they are goes last, should the stick be pulled out in between.
        """
        ours = _own(aside)
        for path in sorted(aside.iterdir(), key=lambda each: each.name in TELLING):
            if path.name.upper() in ours and path.is_file():
                path.unlink()
            else:
                self._spare(path)
        with contextlib.suppress(OSError):
            aside.rmdir()

    def _spare(self, path: Path) -> None:
        kept = self.place / path.name
        if kept.exists():
            kept = self._stick / SPARED / path.name
            kept.parent.mkdir(exist_ok=True)
        if not kept.exists():
            path.rename(kept)


def is_ours(folder: Path) -> bool:
    """Whether a folder is a bundle that was published."""
    try:
        manifest = msgspec.json.decode((folder / names.MANIFEST).read_bytes())
        return isinstance(manifest, dict) and manifest.get("kind") == "truyenthanh/bundle"
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return False


def _own(bundle: Path) -> set[str]:
    """Names of the files that were published there, in capitals as FAT may tell them."""
    try:
        listed = {*sums.read((bundle / names.SUMS).read_bytes()), names.SUMS, names.SIGNATURE}
    except (OSError, ValueError):
        listed = {path.name for path in bundle.iterdir() if names.is_allowed(path.name)}
    return {name.upper() for name in listed}
