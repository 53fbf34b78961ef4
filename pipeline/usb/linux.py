"""Volumes on Linux: /proc/self/mountinfo and /sys (proc(5), sysfs-block in the kernel's ABI)."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from ..errors import VolumeError
from .volume import Volume

_OCTAL = re.compile(r"\\([0-7]{3})")


def volume_of(folder: Path, system: Path = Path("/")) -> Volume:
    """The volume a folder lies on. `system`: where proc and sys are. Raises VolumeError."""
    try:
        table = (system / "proc/self/mountinfo").read_text("utf-8", "surrogateescape")
    except OSError as error:
        raise VolumeError(f"Không hỏi được hệ thống về {folder} ({error.strerror}).") from error
    holding = [each for each in _mounts(table) if folder.is_relative_to(each[0])]
    if not holding:
        raise VolumeError(f"Không biết {folder} nằm trên ổ đĩa nào.")
    # of several at one place the last one hides the others
    root, device, filesystem = max(reversed(holding), key=lambda each: len(os.fsencode(each[0])))
    block = system / "sys/dev/block" / device
    return Volume(root=root, filesystem=filesystem, removable=_is_removable(block))


def roots(system: Path = Path("/")) -> list[Path]:
    """Where volumes are mounted. Nothing where the system does not tell."""
    try:
        table = (system / "proc/self/mountinfo").read_text("utf-8", "surrogateescape")
    except OSError:
        return []
    return [Path(place) for place, _, _ in _mounts(table)]


def _mounts(table: str) -> Iterator[tuple[str, str, str]]:
    """Place, device number and file system of each mount."""
    for line in table.splitlines():
        own, _, source = line.partition(" - ")
        fields = own.split(" ")
        if len(fields) > 4:
            yield _OCTAL.sub(lambda m: chr(int(m[1], 8)), fields[4]), fields[2], source.split()[0]


def _is_removable(block: Path) -> bool:
    """Whether a disk, or the disk of a partition, is a stick or a card."""
    if not block.exists():
        return False
    place = block.resolve()
    disk = place.parent if (place / "partition").exists() else place
    bus = place.parts
    return (
        _said(disk / "removable") == "1"
        or any(part.startswith("usb") for part in bus)
        or _said(disk / "device/type") == "SD"  # a reader inside the machine
    )


def _said(path: Path) -> str:
    try:
        return path.read_text("ascii", "replace").strip()
    except OSError:
        return ""
