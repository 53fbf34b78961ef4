"""The files people brought, by content."""

from collections.abc import Mapping
from pathlib import Path

Sources = Mapping[str, Path]  # SHA-256 of a sound file -> where it lies
