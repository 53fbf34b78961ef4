"""Whether a file on disk is what was to be written there."""

from collections.abc import Iterable
from pathlib import Path

EDGE = 64  # bytes looked at on each side of a seam


def same(path: Path, parts: Iterable[bytes]) -> bool:
    """Whether the file holds these parts in a row: every byte is read. Raises OSError."""
    with path.open("rb", buffering=0) as file:
        return all(file.read(len(part)) == part for part in parts) and not file.read(1)


def seams(path: Path, parts: Iterable[bytes]) -> bool:
    """Whether the file has their length, and each begins and ends in its place. Raises OSError."""
    with path.open("rb", buffering=0) as file:
        end = 0
        for part in parts:
            for start in (0, max(0, len(part) - EDGE)):
                file.seek(end + start)
                wanted = part[start : start + EDGE]
                if file.read(len(wanted)) != wanted:
                    return False
            end += len(part)
        return file.seek(0, 2) == end
