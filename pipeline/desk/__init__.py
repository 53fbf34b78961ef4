"""The officer's desk: a local page over the same engine and the same files as the command line."""

from .app import LARGEST, application
from .desk import Desk
from .guard import Guard

__all__ = ["LARGEST", "Desk", "Guard", "application"]
