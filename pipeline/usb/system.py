"""What this machine tells of its volumes: each system is asked in its own way."""

import contextlib
import sys
from pathlib import Path
from types import ModuleType

from ..errors import VolumeError
from .volume import Volume


def volume_of(folder: Path) -> Volume:
    """The volume a folder lies on. Raises VolumeError where the system cannot tell."""
    told: Volume = _system().volume_of(folder.resolve())
    return told


def sticks() -> tuple[Volume, ...]:
    """Removable volumes the machine sees, by where they are; also those not of FAT."""
    system, found = _system(), {}
    for root in system.roots():
        with contextlib.suppress(VolumeError, OSError):  # a reader without a card in it
            volume = system.volume_of(root)
            if volume.removable:
                found[volume.root] = volume
    return tuple(found[root] for root in sorted(found))


def _system() -> ModuleType:
    if sys.platform == "win32":
        from . import windows as system
    elif sys.platform == "darwin":
        from . import macos as system
    else:
        from . import linux as system
    return system
