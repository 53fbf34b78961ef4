"""Stops asking a service that has failed again and again, and tries it once in a while."""

import threading
from collections.abc import Callable


class Breaker:
    """Closed, it admits everybody. After `failures` in a row it opens and admits nobody.

    After `rest` seconds it admits one caller: if that passes it closes, if that fails it rests
    again. A caller that never tells how it went holds the door for another rest. Safe to use from
    many threads.
    """

    def __init__(self, failures: int, rest: float, now: Callable[[], float]) -> None:
        self._failures = failures
        self._rest = rest
        self._now = now
        self._row = 0  # failures in a row
        self._opened: float | None = None
        self._lock = threading.Lock()

    def admits(self) -> bool:
        """Whether the caller may ask now. If so it must tell `passed` or `failed`."""
        with self._lock:
            if self._opened is None:
                return True
            if self._now() - self._opened < self._rest:
                return False
            self._opened = self._now()
            return True

    def passed(self) -> None:
        """Note an answer as it should be."""
        with self._lock:
            self._row = 0
            self._opened = None

    def failed(self) -> None:
        """Note that nothing came of it."""
        with self._lock:
            self._row += 1
            if self._row >= self._failures:
                self._opened = self._now()
