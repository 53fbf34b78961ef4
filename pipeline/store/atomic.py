"""Nothing half-written is ever visible: write beside, flush to disk, rename."""

import contextlib
import os
import tempfile
from pathlib import Path

from .. import modes
from ..errors import StoreError, refusal


def write(path: Path, content: bytes, scratch: Path | None = None) -> None:
    """Write a file whole or not at all. `scratch` is a folder on the same file system.

    A new file may be read by everybody; one that is replaced keeps the mode it has.
    Raises StoreError, naming the path and what to do; then nothing is left behind.
    """
    beside = scratch or path.parent
    try:
        beside.mkdir(parents=True, exist_ok=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=beside, prefix=".viet-do-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(_mode(path))
            Path(name).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise
    except OSError as error:
        raise StoreError(f"Không ghi được {path}: {refusal(error)}") from error


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        return modes.FILE
