"""Keeps requests apart, however many threads want to send one."""

import threading

from .clock import Clock


class Throttle:
    """Lets one caller go every `gap` seconds, plus up to half a gap by chance."""

    def __init__(self, gap: float, clock: Clock) -> None:
        self._gap = gap
        self._clock = clock
        self._free = float("-inf")  # when the next one may go
        self._lock = threading.Lock()

    def wait(self) -> None:
        """Return when it is the caller's turn."""
        with self._lock:
            now = self._clock.now()
            turn = max(now, self._free)
            self._free = turn + self._gap * (1 + self._clock.chance() / 2)
        if turn > now:
            self._clock.sleep(turn - now)
