"""Volumes on macOS: what `diskutil info -plist` says."""

import plistlib
import subprocess
from pathlib import Path
from xml.parsers.expat import ExpatError

from ..errors import VolumeError
from .volume import Volume

SECONDS = 20


def volume_of(folder: Path) -> Volume:
    """The volume a folder lies on. Raises VolumeError."""
    place = folder
    while not place.is_mount():
        place = place.parent
    command = ["/usr/sbin/diskutil", "info", "-plist", str(place)]
    try:
        told = subprocess.run(command, capture_output=True, check=True, timeout=SECONDS)  # noqa: S603
    except (OSError, subprocess.SubprocessError) as error:
        raise VolumeError(f"Không hỏi được hệ thống về {folder} ({error}).") from error
    return understood(told.stdout, str(place))


def roots(volumes: Path = Path("/Volumes")) -> list[Path]:
    """Where volumes are mounted."""
    return [each for each in sorted(volumes.iterdir()) if each.is_mount()]


def understood(answer: bytes, place: str) -> Volume:
    """What diskutil's property list means. Raises VolumeError."""
    try:
        said = plistlib.loads(answer)
    except (plistlib.InvalidFileException, ExpatError, ValueError) as error:
        raise VolumeError(f"Không hiểu hệ thống nói gì về {place} ({error}).") from error
    removable = said.get("RemovableMediaOrExternalDevice", not said.get("Internal", True))
    return Volume(
        root=str(said.get("MountPoint") or place),
        filesystem=str(said.get("FilesystemType", "")),
        removable=bool(removable),
    )
