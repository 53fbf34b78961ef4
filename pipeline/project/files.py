"""Reading files people write: whatever is wrong with one is a problem, never a traceback."""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from ..model import Place
from .report import Report

LARGEST = 200_000  # bytes of a text; a message of a thousand words has 7,000
# what nobody sees and nobody can speak; U+2028 and U+2029 end lines for YAML but not for editors
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_NEARLY = {  # .yml, .YAML, .yaml.txt, .md.txt, …
    ".yaml": re.compile(r"(?:\.ya?ml)+(?:\.txt)?$", re.IGNORECASE),
    ".md": re.compile(r"(?:\.md)+(?:\.txt)?$", re.IGNORECASE),
}


class Shelf:
    """The files of one project folder."""

    def __init__(self, root: Path, report: Report) -> None:
        self._root = root
        self._report = report

    def reporting(self, report: Report) -> "Shelf":
        """The same files, with problems noted elsewhere."""
        return Shelf(self._root, report)

    def find(self, pattern: str) -> Iterator[Path]:
        """Files by pattern, in the order of their names; nearly right endings are noted."""
        wanted = PurePosixPath(pattern)
        for path in sorted(self._list(wanted.parent.as_posix()), key=self._name):
            right = _NEARLY[wanted.suffix].sub(wanted.suffix, path.name)
            if fnmatchcase(path.name, wanted.name):
                yield path
            elif right != path.name and fnmatchcase(right, wanted.name):
                self._report.lose(
                    self.start(path),
                    "file.name",
                    f"tệp tên “{path.name}” nên chương trình không đọc",
                    f"đổi tên tệp thành “{right}”",
                )

    def start(self, path: Path) -> Place:
        """The place of a file's first character."""
        return Place(file=self._name(path))

    def has(self, name: str) -> bool:
        """Whether a file of that relative path is there."""
        try:
            return (self._root / name).is_file()
        except (OSError, ValueError):  # no file can have such a name
            return False

    def inside(self, name: str) -> bool:
        """Whether that relative path stays in the project, links followed."""
        try:
            return (self._root / name).resolve().is_relative_to(self._root.resolve())
        except (OSError, ValueError, RuntimeError):  # a link to itself, an impossible name
            return True

    def text(self, path: Path, most: int = LARGEST) -> str | None:
        """The file's text, NFC, with plain line ends; None with the problem noted."""
        content = self._bytes(path)
        if content is None:
            return None
        start = self.start(path)
        if len(content) > most:
            self._report.lose(start, "file.large", "tệp quá lớn", "chia nhỏ hoặc bỏ bớt")
            return None
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            before = content.removeprefix(b"\xef\xbb\xbf")[: error.start].decode("utf-8")
            self._report.lose(
                start.after(plain(before), len(plain(before))),
                "file.encoding",
                "tệp không lưu theo bảng mã UTF-8",
                "mở tệp, chọn lưu thành (Save as) rồi chọn bảng mã UTF-8; chữ TCVN3, VNI thì "
                "chuyển sang Unicode trước",
            )
            return None
        text = plain(text)
        unseen = _UNSEEN.search(text)
        if unseen:
            self._report.lose(
                start.after(text, unseen.start()),
                "file.character",
                f"có ký tự lạ không thấy được (U+{ord(unseen[0]):04X})",
                "xóa ký tự này rồi gõ lại",
            )
            return None
        return text

    def digest(self, name: str) -> str:
        """SHA-256 of a file by relative path; empty when it cannot be read."""
        content = self._bytes(self._root / name)
        return hashlib.sha256(content).hexdigest() if content is not None else ""

    def path(self, name: str) -> Path:
        """Where a file of that relative path lies."""
        return self._root / name

    def _list(self, pattern: str) -> Iterator[Path]:
        """Files of a folder, or of all folders in one ("campaigns/*")."""
        folders = [self._root / pattern.removesuffix("/*")]
        if pattern.endswith("/*"):
            folders = list(self._entries(folders[0], Path.is_dir))
        for folder in folders:
            yield from self._entries(folder, Path.is_file)

    def _entries(self, folder: Path, kind: Callable[[Path], bool]) -> Iterator[Path]:
        try:
            for path in folder.iterdir():
                if not path.name.startswith(".") and kind(path):  # ._x: left by macOS
                    yield path
        except (FileNotFoundError, NotADirectoryError):
            return
        except OSError:
            self._unreadable(folder)

    def _name(self, path: Path) -> str:
        return unicodedata.normalize("NFC", path.relative_to(self._root).as_posix())

    def _bytes(self, path: Path) -> bytes | None:
        try:
            return path.read_bytes()
        except OSError:
            self._unreadable(path)
            return None

    def _unreadable(self, path: Path) -> None:
        fix = "kiểm tra quyền đọc, đóng chương trình khác đang mở nó"
        self._report.lose(self.start(path), "file.unreadable", "không mở được", fix)


def plain(text: str) -> str:
    """Composed letters (NFC) and plain line ends."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
