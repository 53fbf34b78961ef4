"""Who does the work: an executor for sound, and for each engine as many threads as it can serve.

Speech stays in this process: engines keep their breakers and quarantine here, and do their native
work in child processes of their own.
"""

from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from types import TracebackType
from typing import Self

from ..engines.base import Engine, Surroundings
from ..engines.registry import open_engine
from ..errors import EngineUnavailable
from ..model import Project, VoiceChoice
from ..plan import Task
from ..plan.jobs import Speak
from ..stages import Sources
from ..store import Store
from .worker import pool, work


class Crew:
    """Engines and executors for one run; a context manager."""

    def __init__(
        self,
        surroundings: Surroundings,
        sources: Sources,
        executor: Executor | None = None,
        jobs: int | None = None,
        engines: Callable[[str, Surroundings], Engine] = open_engine,
    ) -> None:
        """`executor` may be any; without one, `jobs` processes (one per core) are used."""
        self._open = engines
        self._surroundings = surroundings
        self._sources = sources
        self._given = executor
        self._jobs = jobs
        self._own: ProcessPoolExecutor | None = None
        self._engines: dict[str, Engine] = {}
        self._lanes: dict[str, ThreadPoolExecutor] = {}
        self._refusals: dict[tuple[str, str], str | None] = {}

    def engine(self, name: str) -> Engine:
        """The engine, opened once. Raises EngineUnavailable for an unknown name."""
        if name not in self._engines:
            self._engines[name] = self._open(name, self._surroundings)
        return self._engines[name]

    def revisions(self, project: Project) -> dict[str, str]:
        """Revision of every engine the project's voices may ask."""
        names = {choice.engine for voice in project.voices.values() for choice in voice.choices}
        return {name: self.engine(name).revision for name in sorted(names | {"recorded"})}

    def refusal(self, choice: VoiceChoice) -> str | None:
        """Why the voice cannot be had now (Vietnamese), or None. Asked once per run."""
        asked = choice.source, choice.voice
        if asked not in self._refusals:
            try:
                self.engine(choice.engine).ready(choice)
                self._refusals[asked] = None
            except EngineUnavailable as error:
                self._refusals[asked] = error.reason
        return self._refusals[asked]

    def submit(self, task: Task, store: Store) -> Future[float]:
        """Start a task; the future gives the seconds it took, or what went wrong."""
        if isinstance(task.job, Speak):
            engine = self.engine(task.job.engine)
            return self._lane(engine).submit(work, task, store, self._sources, engine)
        return self._executor().submit(work, task, store, self._sources)

    def _lane(self, engine: Engine) -> ThreadPoolExecutor:
        if engine.name not in self._lanes:
            self._lanes[engine.name] = ThreadPoolExecutor(engine.concurrency, engine.name)
        return self._lanes[engine.name]

    def _executor(self) -> Executor:
        if self._given is not None:
            return self._given
        if self._own is None:
            self._own = pool(self._jobs)
        return self._own

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for lane in self._lanes.values():
            lane.shutdown(cancel_futures=True)
        if self._own is not None:
            self._own.shutdown(cancel_futures=True)
        for engine in self._engines.values():
            engine.close()
