"""Something long under way, as a value that any number of pages watch."""

import threading
import time
from collections.abc import Iterator
from typing import Generic, Literal, TypeVar

from ..model import Record

Phase = Literal["idle", "running", "done", "failed", "stopped"]
EVERY = 0.2  # s between two pictures
QUIET = 10.0  # s after which a watcher is told that nothing has happened


class Stage(Record):
    """How far it is."""

    phase: Phase = "idle"


S = TypeVar("S", bound=Stage)


class Busy(Exception):
    """It is under way already."""


class Watched(Generic[S]):
    """The stage of something that is done in another thread."""

    def __init__(self, first: S) -> None:
        self._changed = threading.Condition()
        self._now = first

    @property
    def now(self) -> S:
        """How far it is."""
        with self._changed:
            return self._now

    def begin(self, stage: S) -> None:
        """From here on it is under way. Raises Busy."""
        with self._changed:
            if self._now.phase == "running":
                raise Busy
            self._now = stage
            self._changed.notify_all()

    def tell(self, **changes: object) -> None:
        """Something of it is otherwise now."""
        with self._changed:
            self._now = self._now.but(**changes)
            self._changed.notify_all()

    def watch(self) -> Iterator[S | None]:
        """Each new stage until it ends; None from time to time while nothing changes."""
        seen: S | None = None
        while True:
            with self._changed:
                if self._now is seen:
                    self._changed.wait(QUIET)
                now = self._now
            yield now if now is not seen else None
            if now.phase != "running":
                return
            seen = now
            time.sleep(EVERY)
