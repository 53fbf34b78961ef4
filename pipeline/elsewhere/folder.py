"""A folder on this machine or a network share; also what rsync or an SFTP program takes from.

Files are written beside and renamed into place. They have the times of the files they were made
from, and one that is right is not touched, so `rsync --archive` and SFTP programs that compare size
and time carry on only what has changed.

    <to>/.dang-gui/    what is being written; the next run clears what a killed one left
"""

import contextlib
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from .. import figures, modes
from ..errors import CarrierError, refusal
from ..model import Destination, Record
from ..publish import sitemap
from .base import Sent, Tell
from .delivery import deliver
from .tree import Item, Tree

ASIDE = ".dang-gui"
LINES = 4


class Stamp(Record):
    """What the system tells of a file without opening it."""

    size: int  # bytes
    modified: int  # ns


class FolderCarrier:
    """Publishes into folders."""

    name = "folder"
    network = False

    def publish(self, tree: Tree, to: Destination, tell: Tell) -> Sent:
        """See `Carrier`."""
        root = Path(to.to).expanduser().resolve()
        for here in (each.resolve() for each in tree.roots):
            if here.is_relative_to(root) or root.is_relative_to(here):
                raise CarrierError(
                    f"{root} là nơi đang có các gói, hoặc ở trong hay ở ngoài ngay nơi đó. "
                    "Hãy chọn một thư mục khác hẳn."
                )
        with _told(root):
            root.mkdir(exist_ok=True)
            remote = FolderRemote(root)
            remote.clear()
            try:
                return deliver(tree, remote, tell)
            finally:
                with contextlib.suppress(OSError):  # then the next run does it
                    remote.clear()


class FolderRemote:
    """One folder."""

    lines = LINES

    def __init__(self, root: Path) -> None:
        self._root = root
        self._aside = root / ASIDE

    def lying(self) -> Mapping[str, Stamp]:
        """Files under addresses of ours."""
        found: dict[str, Stamp] = {}
        for address in sitemap.public(self._root):
            told = (self._root / address).lstat()
            found[address] = Stamp(size=told.st_size, modified=told.st_mtime_ns)
        return found

    def same(self, item: Item, mark: Stamp) -> bool:
        """By size and time, as rsync and make hold too; where only the time differs, by content."""
        if mark.size != item.size:
            return False
        if mark.modified == item.path.stat().st_mtime_ns:
            return True
        with _told(self._root / item.address, "đọc"):
            there = Item(address=item.address, path=self._root / item.address, size=mark.size)
            return there.digest() == item.digest()

    def reserve(self, size: int) -> None:
        """Ask the disk."""
        free = shutil.disk_usage(self._root).free
        if free < size:
            raise CarrierError(
                f"{self._root} chỉ còn trống {figures.size(free)} mà cần {figures.size(size)}. "
                "Hãy giải phóng chỗ trống rồi chạy lại lệnh này."
            )

    def send(self, item: Item) -> None:
        """Copy, flush, rename."""
        place, beside = self._root / item.address, self._aside / item.address
        item.digest()
        with _told(place):
            beside.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(item.path, beside)
            beside.chmod(modes.FILE)
            with beside.open("rb+") as file:
                os.fsync(file.fileno())
            modified = item.path.stat().st_mtime_ns
            os.utime(beside, ns=(modified, modified))
            place.parent.mkdir(parents=True, exist_ok=True)
            beside.replace(place)

    def remove(self, address: str) -> None:
        """The file, and folders that have become empty."""
        place = self._root / address
        with _told(place):
            place.unlink(missing_ok=True)
            for folder in place.relative_to(self._root).parents[:-1]:
                with contextlib.suppress(OSError):  # not empty
                    (self._root / folder).rmdir()

    def clear(self) -> None:
        """Leave nothing aside."""
        if self._aside.exists():
            shutil.rmtree(self._aside)


@contextmanager
def _told(path: Path, deed: str = "ghi") -> Iterator[None]:
    """Turn a refusal of the operating system into a CarrierError that names the path."""
    try:
        yield
    except OSError as error:
        raise CarrierError(
            f"Không {deed} được {error.filename or path}: {refusal(error, deed)} "
            "Chạy lại lệnh này là gửi tiếp phần còn lại."
        ) from error
