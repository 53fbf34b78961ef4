"""Finished work as dated bundles: arranged, read back, put into place at once."""

from .errors import Unfinished
from .inspection import verify
from .mirror import mirror
from .records import Fault, PublishedBundle, Release
from .release import publish
from .seal import Expected

__all__ = [
    "Expected",
    "Fault",
    "PublishedBundle",
    "Release",
    "Unfinished",
    "mirror",
    "publish",
    "verify",
]
