"""Bytes that really reach the stick, and really come back from it."""

import errno
import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path

CHUNK = 1 << 20  # bytes
NO_CACHE = 48  # F_NOCACHE in macOS's <sys/fcntl.h>
UNSUPPORTED = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP)  # some drivers flush no folders
Tell = Callable[[int], None]  # so many bytes more are done


def write(source: Path, target: Path, day: float, tell: Tell) -> str:
    """Copy a file and flush it to the stick; its SHA-256. `day`: the time it is to carry."""
    digest = hashlib.sha256()
    with source.open("rb") as reading, target.open("xb", buffering=0) as writing:
        while chunk := reading.read(CHUNK):
            digest.update(chunk)
            rest = memoryview(chunk)
            while rest:
                rest = rest[writing.write(rest) :]
            tell(len(chunk))
        _flush(writing.fileno())
    os.utime(target, (day, day))
    return digest.hexdigest()


def read_back(path: Path, tell: Tell) -> str:
    """The SHA-256 of a file as it lies on the stick, not in memory, where the system lets us."""
    digest = hashlib.sha256()
    with path.open("rb", buffering=0) as file:
        _forget(file.fileno())
        while chunk := file.read(CHUNK):
            digest.update(chunk)
            tell(len(chunk))
    return digest.hexdigest()


def settle(*paths: Path) -> None:
    """Have entries on the stick, in this order. Windows writes them at once to removable disks."""
    if os.name != "posix":
        return
    for path in dict.fromkeys(paths):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        except OSError as error:
            if error.errno not in UNSUPPORTED:
                raise
        finally:
            os.close(handle)


def flush() -> None:
    """Have everything on the stick that the system still holds."""
    if os.name == "posix":
        os.sync()


def _flush(handle: int) -> None:
    """Have a file's bytes on the stick, not in the memory of the system or of the stick."""
    os.fsync(handle)
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)


def _forget(handle: int) -> None:
    """Let the system drop what it keeps of a file in memory."""
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(handle, NO_CACHE, 1)
    elif hasattr(os, "posix_fadvise"):
        os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
