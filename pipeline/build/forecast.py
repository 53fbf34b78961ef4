"""How far a build is and how long it will still take, from what its work has taken so far.

Counting tasks misleads: a sentence is spoken in a tenth of the time its piece takes to encode, and
the quick ones come first. So work is weighed in seconds: what tasks of a kind took on average, or,
before the first of a kind, what such a task usually takes beside the others. How much is done at a
time follows from the work done and the time that has passed.
"""

from collections import Counter, defaultdict
from collections.abc import Callable

from .events import Bundled, Done, Event, Failed, Planned

USUAL = {  # seconds beside each other, for pieces of half a minute; only until they are measured
    "Speak": 0.1, "Decode": 0.05, "Arrange": 0.2, "Master": 0.8, "Encode": 1.4, "Meter": 0.4,
}  # fmt: skip
ENOUGH = 3.0  # s of work before anything is foretold


class Forecast:
    """Takes events; knows the share done and the seconds left, of making sound or of bundling."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._left: Counter[str] = Counter()  # tasks by kind
        self._done: Counter[str] = Counter()
        self._took: dict[str, float] = defaultdict(float)  # s by kind
        self._since = clock()  # when this stretch of work began
        self._bundles: Bundled | None = None  # the first of them, and the last
        self._now = Bundled(done=0, of=1)

    def __call__(self, event: Event) -> None:
        """Take one event."""
        match event:
            case Planned():
                self._left, self._since, self._bundles = Counter(event.kinds), self._clock(), None
                self._done.clear()
                self._took.clear()
            case Done():
                kind = type(event.task.job).__name__
                self._left[kind] -= 1
                self._done[kind] += 1
                self._took[kind] += event.seconds
            case Failed():
                self._left[type(event.task.job).__name__] -= 1
            case Bundled():
                self._since = self._since if self._bundles else self._clock()
                self._bundles = self._bundles or event
                self._now = event

    @property
    def share(self) -> float:
        """0…1 of the work that is done."""
        if self._bundles:
            return self._now.done / self._now.of
        done, left = sum(self._took.values()), self._work_left()
        return done / (done + left) if done + left else 1.0

    @property
    def seconds(self) -> float | None:
        """Seconds left; None before enough has been seen."""
        passed = self._clock() - self._since
        if self._bundles:
            made, left = self._now.done - self._bundles.done, self._now.of - self._now.done
            return passed / made * left if made else None
        done = sum(self._took.values())
        if done < ENOUGH or passed <= 0:
            return None
        return self._work_left() / (done / passed)

    def _work_left(self) -> float:
        return sum(max(0, count) * self._each(kind) for kind, count in self._left.items())

    def _each(self, kind: str) -> float:
        """Seconds a task of this kind takes here."""
        if self._done[kind]:
            return self._took[kind] / self._done[kind]
        usual = sum(USUAL[each] * count for each, count in self._done.items())
        pace = sum(self._took.values()) / usual if usual else 1.0
        return USUAL[kind] * pace
