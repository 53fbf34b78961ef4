"""A published release to another place: a folder, a network share, an object store."""

from .base import Carrier, Sent, Step, Tell
from .registry import known, open_carrier
from .tree import Item, Tree, tree_of

__all__ = [
    "Carrier",
    "Item",
    "Sent",
    "Step",
    "Tell",
    "Tree",
    "known",
    "open_carrier",
    "tree_of",
]
