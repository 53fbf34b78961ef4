"""Running a plan's missing tasks, inputs first, as many at once as the crew can take."""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait
from typing import Protocol

from ..errors import StoreError, TruyenThanhError
from ..plan import Key, Plan, Task
from ..plan.jobs import Speak
from ..plan.stale import missing
from ..store import Damaged, Missing, Store
from .events import Done, Event, Failed, Planned, Remade

AT_ONCE = 64  # of one lane submitted and not finished; memory stays flat however long the plan is
PATIENCE = 3  # how often one task may find the same input gone before that is an error


class Workers(Protocol):
    """Whoever does tasks: a `Crew`, or anything else that can."""

    def submit(self, task: Task, store: Store) -> Future[float]:
        """Start a task; the future gives the seconds it took, or what went wrong."""


def build(plan: Plan, results: Iterable[Key], store: Store, crew: Workers) -> Iterator[Event]:
    """Run what is missing for `results`, yielding what happens.

    A task that fails stops only what needs it. Raises StoreError when results cannot be kept at
    all (a full disk), TruyenThanhError when the worker processes die.
    """
    return _Run(plan, store, crew).events(tuple(results))


class _Run:
    """The state of one run: what waits for what, what is ready, what is under way."""

    def __init__(self, plan: Plan, store: Store, crew: Workers) -> None:
        self._plan = plan
        self._store = store
        self._crew = crew
        self._waiting: dict[Key, set[Key]] = {}  # task -> inputs not there yet
        self._users: dict[Key, set[Key]] = {}  # task -> tasks waiting for it
        self._ready: dict[str, deque[Key]] = defaultdict(deque)  # by lane
        self._busy: Counter[str] = Counter()  # tasks under way, by lane
        self._running: dict[Future[float], Key] = {}
        self._setbacks: Counter[tuple[Key, Key]] = Counter()  # by task and lost input

    def events(self, results: tuple[Key, ...]) -> Iterator[Event]:
        todo = missing(self._plan, results, self._store.has)
        kinds = Counter(type(self._plan.tasks[key].job).__name__ for key in todo)
        yield Planned(run=len(todo), kept=len(self._plan.tasks) - len(todo), kinds=kinds)
        self._enqueue(todo)
        try:
            while any(self._ready.values()) or self._running:
                self._start()
                finished, _ = wait(self._running, return_when=FIRST_COMPLETED)
                for future in finished:
                    yield self._settle(self._running.pop(future), future)
        finally:
            for future in self._running:
                future.cancel()

    def _enqueue(self, todo: list[Key]) -> None:
        pending = {*todo, *self._waiting, *self._running.values()}
        for key in todo:
            if key in self._waiting or key in self._running.values():
                continue
            lacking = {each for each in self._plan.tasks[key].inputs if each in pending}
            self._waiting[key] = lacking
            for each in lacking:
                self._users.setdefault(each, set()).add(key)
            if not lacking:
                self._ready[self._lane(key)].append(key)

    def _start(self) -> None:
        for lane, ready in self._ready.items():
            while ready and self._busy[lane] < AT_ONCE:
                key = ready.popleft()
                del self._waiting[key]
                self._busy[lane] += 1
                self._running[self._crew.submit(self._plan.tasks[key], self._store)] = key

    def _lane(self, key: Key) -> str:
        """Who does it: an engine, or the processes for sound. None waits behind another's queue."""
        job = self._plan.tasks[key].job
        return job.engine if isinstance(job, Speak) else ""

    def _settle(self, key: Key, future: Future[float]) -> Event:
        task = self._plan.tasks[key]
        self._busy[self._lane(key)] -= 1
        error = future.exception()
        match error:
            case None:
                self._release(key)
                return Done(task, future.result())
            case Missing() | Damaged() if self._setbacks[key, error.key] < PATIENCE:
                return self._again(key, error.key)
            case StoreError():
                raise error
            case BrokenExecutor():
                raise TruyenThanhError(
                    "Một tiến trình làm việc đã chết giữa chừng, có thể do máy thiếu bộ nhớ. "
                    "Hãy chạy lại lệnh này; phần đã làm xong được giữ nguyên."
                ) from error
        self._abandon(key)
        return Failed(task, error)

    def _release(self, key: Key) -> None:
        """A result is there: tasks that waited for nothing else are ready, and come next.

        So a piece once begun is finished, and how long each kind of work takes is known early.
        """
        for user in self._users.pop(key, ()):
            lacking = self._waiting.get(user)
            if lacking is not None:
                lacking.discard(key)
                if not lacking:
                    self._ready[self._lane(user)].appendleft(user)

    def _again(self, key: Key, lost: Key) -> Event:
        """An input vanished under a task: make the input again, then the task."""
        self._setbacks[key, lost] += 1
        self._enqueue(missing(self._plan, (lost,), self._store.has))
        self._enqueue([key])
        return Remade(lost)

    def _abandon(self, key: Key) -> None:
        """A result will not come: nor will anything that needs it."""
        gone: list[Key] = [key]
        while gone:
            users = self._users.pop(gone.pop(), ())
            gone += [user for user in users if self._waiting.pop(user, None) is not None]
