"""A published release to another place: a folder, a network share, an object store."""

from .base import Channel, Sent, Step, Tell
from .registry import known, open_channel
from .tree import Item, Tree, tree_of

__all__ = [
    "Channel",
    "Item",
    "Sent",
    "Step",
    "Tell",
    "Tree",
    "known",
    "open_channel",
    "tree_of",
]
