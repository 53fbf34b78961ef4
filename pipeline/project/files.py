"""Reading files people write: whatever is wrong with one is a problem, never a traceback."""

import hashlib
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from ..model import Place
from .nodes import Report

LARGEST = 2_000_000  # bytes of a text


class Shelf:
    """The files of one project folder."""

    def __init__(self, root: Path, report: Report) -> None:
        self._root = root
        self._report = report

    def find(self, pattern: str) -> Iterator[Path]:
        """Files by pattern, in the order of their names."""
        yield from sorted(path for path in self._root.glob(pattern) if path.is_file())

    def start(self, path: Path) -> Place:
        """The place of a file's first character."""
        return Place(file=path.relative_to(self._root).as_posix())

    def has(self, name: str) -> bool:
        """Whether a file of that relative path is there and inside the project."""
        path = (self._root / name).resolve()
        return path.is_file() and path.is_relative_to(self._root.resolve())

    def text(self, path: Path) -> str | None:
        """The file's text, NFC, with plain line ends; None with the problem noted."""
        content = self._bytes(path)
        if content is None:
            return None
        place = self.start(path)
        if len(content) > LARGEST:
            self._report.add(place, "file.large", "tệp quá lớn", "chia nhỏ hoặc bỏ bớt")
            return None
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = content[: error.start].count(b"\n") + 1
            self._report.add(
                Place(file=place.file, line=line),
                "file.encoding",
                "tệp không lưu theo bảng mã UTF-8",
                "mở tệp, chọn lưu thành (Save as) rồi chọn bảng mã UTF-8",
            )
            return None
        return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))

    def digest(self, name: str) -> str:
        """SHA-256 of a file by relative path; empty when it cannot be read."""
        content = self._bytes(self._root / name)
        return hashlib.sha256(content).hexdigest() if content is not None else ""

    def path(self, name: str) -> Path:
        """Where a file of that relative path lies."""
        return self._root / name

    def _bytes(self, path: Path) -> bytes | None:
        try:
            return path.read_bytes()
        except OSError:
            self._report.add(
                self.start(path),
                "file.unreadable",
                "không mở được tệp này",
                "kiểm tra quyền đọc tệp",
            )
            return None
