"""Finished work, kept by the key of the task that made it."""

from .base import Provenance, Store
from .directory import DirectoryStore
from .errors import Damaged, Missing
from .memory import MemoryStore

__all__ = ["Damaged", "DirectoryStore", "MemoryStore", "Missing", "Provenance", "Store"]
