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
import filecmp
import re
from collections.abc import Iterable
from pathlib import Path

import msgspec

from ..errors import VolumeError
from ..model import from_json
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

    def mend(self) -> None:
        """Put right what a pulled stick left. Raises VolumeError where only the system can."""
        if self._root.is_dir():
            self._seek_twins()
            self.close()

    def open(self) -> None:
        """Begin."""
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
            _move(self.content(number), fresh / name)

    def put(self) -> None:
        """Let the new bundle take the former one's place."""
        if self.place.exists():
            _move(self.place, self._root / f"{ASIDE}{self.place.name}")
        _move(self._root / FRESH, self.place)
        self.close()

    def close(self) -> None:
        """Leave no trace: a former bundle without heir goes back, what was half made goes."""
        for aside in self._asides():
            place = self._stick / aside.name.removeprefix(ASIDE)
            if place.exists():
                self._tidy(aside, place)
            else:
                _move(aside, place)
        for path in (*self._named(), *self._contents()):
            path.unlink()
        for folder in (self._root / FRESH, self._root):
            with contextlib.suppress(OSError):  # not there, or somebody keeps files in it
                folder.rmdir()
        disk.settle(self._stick)

    def _contents(self) -> list[Path]:
        return [each for each in self._root.iterdir() if _CONTENT.fullmatch(each.name)]

    def _named(self) -> list[Path]:
        fresh = self._root / FRESH
        return list(fresh.iterdir()) if fresh.is_dir() else []

    def _seek_twins(self) -> None:
        """What was on its way when the stick was pulled can have two entries for one content.

        Deleting one would take the other's content away. Only a check of the volume can tell.
        """
        fresh = self._root / FRESH
        folders = [(each, self._stick / each.name.removeprefix(ASIDE)) for each in self._asides()]
        folders.append((fresh, self.place))
        if any(_are_one(one, other) for one, other in folders) or any(
            filecmp.cmp(one, other, shallow=False)
            for one in self._contents()
            for other in self._named()
            if one.stat().st_size == other.stat().st_size > 0
        ):
            raise VolumeError(
                "Thẻ bị rút ra đúng lúc đang ghi bảng tệp nên cần được hệ thống kiểm tra lỗi. "
                "Windows: bấm phải vào thẻ, chọn Properties, Tools, Check. macOS: Disk Utility, "
                "First Aid. Linux: fsck.vfat -a. Xong hãy chạy lại lệnh này."
            )

    def _asides(self) -> list[Path]:
        return sorted(self._root.glob(f"{ASIDE}*"))

    def _tidy(self, aside: Path, place: Path) -> None:
        """Throw a former bundle away; other people's files in it stay on the stick.

        What tells whose they are goes last, should the stick be pulled out in between.
        """
        ours = _own(aside)
        for path in sorted(aside.iterdir(), key=lambda each: each.name in TELLING):
            if path.name.upper() in ours and path.is_file():
                path.unlink()
            else:
                _move(path, self._spared(place / path.name))
        aside.rmdir()

    def _spared(self, wanted: Path) -> Path:
        """Where somebody's file goes: where it was, or apart if the new bundle needs the name."""
        refuge, number = wanted, 1
        while refuge.exists():
            refuge = self._stick / SPARED / f"{number}-{wanted.name}"
            number += 1
        refuge.parent.mkdir(exist_ok=True)
        return refuge


def _move(path: Path, to: Path) -> None:
    """One rename, on the stick before anything else happens.

    Linux first writes the new entry without size and place; they come with what was moved, so that
    is flushed first, and the old entry's end last.
    """
    path.rename(to)
    disk.settle(to, to.parent, path.parent)


def _are_one(folder: Path, other: Path) -> bool:
    """Whether two entries lead to one folder: what is put into one then lies in both."""
    if not folder.is_dir() or not other.is_dir():
        return False
    probe = folder / "THU.TAM"
    probe.touch()
    try:
        return (other / probe.name).exists()
    finally:
        probe.unlink()


def is_ours(folder: Path) -> bool:
    """Whether a folder is a bundle that was published."""
    try:
        manifest = from_json((folder / names.MANIFEST).read_bytes(), dict)
        return manifest.get("kind") == "truyenthanh/bundle"
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return False


def _own(bundle: Path) -> set[str]:
    """Names of the files that were published there, in capitals as FAT may tell them."""
    try:
        listed = {*sums.read((bundle / names.SUMS).read_bytes()), names.SUMS, names.SIGNATURE}
    except (OSError, ValueError):
        listed = {path.name for path in bundle.iterdir() if names.is_allowed(path.name)}
    return {name.upper() for name in listed}
