"""Time for tests: it passes as usual, but skips over every wait and keeps count of them."""

import time

from pipeline.engines.online.clock import Clock


class Waiting:
    """A clock and the waits asked of it, in seconds."""

    def __init__(self, chance: float = 0.5) -> None:
        self.waits: list[float] = []
        self.clock = Clock(self.now, self.waits.append, lambda: chance)

    def now(self) -> float:
        return time.monotonic() + sum(self.waits)
