"""Finished work as dated bundles: arranged, read back, put into place at once."""

from .beside import beside, entries
from .errors import Unfinished
from .inspection import verify
from .manifest import BulletinEntry, ElementEntry
from .names import DRAFTS
from .portal import refresh
from .records import Fault, PublishedBundle, Release
from .release import publish
from .seal import Expected

__all__ = [
    "DRAFTS",
    "BulletinEntry",
    "ElementEntry",
    "Expected",
    "Fault",
    "PublishedBundle",
    "Release",
    "Unfinished",
    "beside",
    "entries",
    "publish",
    "refresh",
    "verify",
]
