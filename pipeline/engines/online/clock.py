"""Time and chance, as values an engine is given."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Clock:
    """The real ones unless a test gives others."""

    now: Callable[[], float] = time.monotonic  # s
    sleep: Callable[[float], None] = time.sleep  # s
    chance: Callable[[], float] = random.random  # at least 0, less than 1
