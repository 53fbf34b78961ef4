"""Finished work as dated bundles: arranged, read back, put into place at once."""

from .errors import Unfinished
from .inspection import verify
from .records import Fault, PublishedBundle, Release
from .release import publish

__all__ = [
    "Fault",
    "PublishedBundle",
    "Release",
    "Unfinished",
    "publish",
    "verify",
]
