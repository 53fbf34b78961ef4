"""The seam between a release and the places it goes to.

A new carrier is one module, one entry point, one class in the contract test. Most need no more than
a `Remote` (see delivery.py), which is held to the order in which a reader may see files.
"""

from collections.abc import Callable
from typing import Literal, Protocol

from ..model import Destination, Record
from .tree import Tree


class Step(Record):
    """One thing that has been done there."""

    deed: Literal["sent", "removed"]
    address: str  # within the tree
    bytes: int = 0  # of it
    of: int = 0  # bytes to be sent, all together


Tell = Callable[[Step], None]  # called after each step, one at a time; what it raises ends the work


class Sent(Record):
    """What was done to have the tree there."""

    sent: int  # files
    bytes: int  # of those
    kept: int  # files that had been there, to the byte
    removed: int  # files


class Carrier(Protocol):
    """Brings trees to places of one kind."""

    name: str  # the entry point's name, and what stands before :// in an address
    network: bool  # needs the internet

    def publish(self, tree: Tree, to: Destination, tell: Tell) -> Sent:
        """Have the tree's files there, and nothing visible at any moment that names what is not.

        What is there already is not sent again, what is there but wrong is replaced. Interrupted at
        any moment, the same call goes on. Files of other people are not touched.
        Raises CarrierError, PublishError when the tree is not whole.
        """
