"""Volumes on Windows: GetVolumePathName, GetDriveType, GetVolumeInformation (Win32 API)."""

import ctypes
from pathlib import Path
from typing import Any

from ..errors import VolumeError
from .volume import Volume

REMOVABLE = 2
LONGEST = 261  # characters


def volume_of(folder: Path) -> Volume:
    """The volume a folder lies on. Raises VolumeError."""
    system: Any = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined]
    root, kind = (ctypes.create_unicode_buffer(LONGEST) for _ in range(2))
    known = system.GetVolumePathNameW(str(folder), root, LONGEST)
    if not known or not system.GetVolumeInformationW(
        root, None, 0, None, None, None, kind, LONGEST
    ):
        raise VolumeError(f"Không hỏi được hệ thống về {folder}. Thẻ có thể đã bị rút ra.")
    removable = system.GetDriveTypeW(root) == REMOVABLE
    return Volume(root=root.value, filesystem=kind.value, removable=removable)


def roots() -> list[Path]:
    """Drives by their letters, but for A and B: a floppy drive without a disk asks for one."""
    system: Any = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined]
    drives = system.GetLogicalDrives()
    return [Path(f"{chr(65 + n)}:\\") for n in range(2, 26) if drives >> n & 1]
