"""CHAT-LUONG.*: what the bulletins of a week measure, against their limits, with pictures."""

from .collect import collect, covers, read, write
from .page import page
from .record import Quality

__all__ = ["Quality", "collect", "covers", "page", "read", "write"]
