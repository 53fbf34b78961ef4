"""Putting a new campaign's files into a project: all of them or none, and never over anything."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from .. import modes
from ..errors import TruyenThanhError, refusal


def place(folder: Path, written: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write a new folder with these files. Raises TruyenThanhError; then nothing is there."""
    if folder.exists():
        raise TruyenThanhError(f"{folder} đã có nên được giữ nguyên. Hãy chọn tên khác.")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".viet-do-"))
        try:
            for name, content in written.items():
                _write(beside / name, content)
            beside.chmod(modes.FOLDER)
            beside.rename(folder)
        except BaseException:
            shutil.rmtree(beside, ignore_errors=True)
            raise
    except OSError as error:
        raise TruyenThanhError(f"Không ghi được {folder}: {refusal(error)}") from error
    return tuple(folder / name for name in written)


def _write(path: Path, content: bytes) -> None:
    """On disk before its folder is seen, and for everybody to read."""
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    path.chmod(modes.FILE)
