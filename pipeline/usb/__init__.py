"""A bundle on a stick for an old player: in play order, checked, and never half there."""

from .copying import Copied, copy
from .volume import Volume, volume_of

__all__ = ["Copied", "Volume", "copy", "volume_of"]
