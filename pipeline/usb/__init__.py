"""A bundle on a stick for an old player: in play order, checked, and never half there."""

from .bundles import bundle_of
from .copying import Copied, copy
from .system import sticks, volume_of
from .volume import Volume

__all__ = ["Copied", "Volume", "bundle_of", "copy", "sticks", "volume_of"]
