"""From a project to finished work: plan, build, and where a voice fails, plan again without it.

One bulletin has one set of voices. When an engine cannot speak one of its sentences, the whole
bulletin moves to the next voice; what the first engine has already said is kept for another time.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..errors import EngineError, TruyenThanhError
from ..model import Project
from ..plan import BulletinPlan, Casting, Key, Plan, Week, plan
from ..plan.jobs import Speak
from ..plan.stale import beneath, missing
from ..store import Store
from .crew import Crew
from .events import Event, Failed
from .scheduler import build

Report = Callable[[Event], None]


@dataclass(frozen=True)
class Outcome:
    """What came of a run."""

    plan: Plan
    voiceless: dict[str, str]  # bulletin id -> why nobody can speak it (Vietnamese)
    errors: dict[str, tuple[BaseException, ...]]  # bulletin id -> what stood in its way

    @property
    def failed(self) -> dict[str, str]:
        """Bulletin id -> why it is not there, in Vietnamese."""
        reasons = {
            bulletin: "; ".join(sorted({_reason(error) for error in why}))
            for bulletin, why in self.errors.items()
        }
        return {**self.voiceless, **reasons}


def settle(
    project: Project,
    week: Week,
    store: Store,
    crew: Crew,
    stations: tuple[str, ...] = (),
    casting: Casting | None = None,
) -> tuple[Plan, Casting]:
    """A plan in which every sentence still to be spoken has an engine that is ready.

    An engine is asked whether it is ready only when there is something for it to say, once. What
    it said earlier stays in use even when it is out of reach now.
    """
    casting = casting or Casting(revisions=crew.revisions(project))
    while True:
        planned = plan(project, week, casting, stations)
        refused = {
            bulletin.id: {engine: reason for engine in engines if (reason := crew.refusal(engine))}
            for bulletin, engines in _unspoken(planned, store)
        }
        further = _moved(planned, casting, refused)
        if further is casting:
            return planned, casting
        casting = further


def produce(
    project: Project,
    week: Week,
    store: Store,
    crew: Crew,
    report: Report,
    stations: tuple[str, ...] = (),
) -> Outcome:
    """Build a week, moving bulletins to their next voice as engines fail.

    Raises ProjectError from planning, StoreError when nothing can be kept.
    """
    casting: Casting | None = None
    while True:
        planned, casting = settle(project, week, store, crew, stations, casting)
        errors = _run(planned, store, crew, report)
        refused = {
            bulletin: {each.engine: each.reason for each in why if isinstance(each, EngineError)}
            for bulletin, why in errors.items()
        }
        further = _moved(planned, casting, refused)
        if further is casting:
            return Outcome(planned, planned.voiceless, errors)
        casting = further


def _unspoken(planned: Plan, store: Store) -> Iterator[tuple[BulletinPlan, list[str]]]:
    """Bulletins with sentences still to be spoken, and the engines that would speak them."""
    todo = missing(planned, _results(planned), store.has)
    jobs = {key: planned.tasks[key].job for key in todo}
    speaking = {key: job.engine for key, job in jobs.items() if isinstance(job, Speak)}
    below = beneath(planned, todo, speaking)
    for bulletin in planned.bulletins:
        engines = frozenset[str]().union(*(below.get(key, ()) for key in bulletin.results))
        yield bulletin, sorted(engines)


def _run(
    planned: Plan, store: Store, crew: Crew, report: Report
) -> dict[str, tuple[BaseException, ...]]:
    """Build; for each bulletin that is not there afterwards, what stood in its way."""
    results = _results(planned)
    failed: dict[Key, BaseException] = {}
    for event in build(planned, results, store, crew):
        if isinstance(event, Failed):
            failed[event.task.key] = event.error
        report(event)
    if not failed:
        return {}
    below = beneath(planned, missing(planned, results, store.has), failed)
    errors = {
        bulletin.id: tuple({error for key in bulletin.results for error in below.get(key, ())})
        for bulletin in planned.bulletins
    }
    return {bulletin: why for bulletin, why in errors.items() if why}


def _moved(planned: Plan, casting: Casting, refused: dict[str, dict[str, str]]) -> Casting:
    """The casting with refused engines left behind; the same object if nothing changes.

    A bulletin leaves only an engine its voices come from: a person's recording has no stand-in.
    """
    leaving: dict[str, dict[str, str]] = {}
    for bulletin in planned.bulletins:
        engines = {choice.engine for choice in bulletin.cast.values()}
        for engine, reason in refused.get(bulletin.id, {}).items():
            if engine in engines:
                leaving.setdefault(bulletin.id, {})[engine] = reason
    return casting.leaving(leaving) if leaving else casting


def _results(planned: Plan) -> list[Key]:
    return [key for bulletin in planned.bulletins for key in bulletin.results]


def _reason(error: BaseException) -> str:
    """A failure speaks for itself; an error of the program is named as one."""
    if isinstance(error, TruyenThanhError):
        return str(error)
    return f"lỗi trong chương trình ({type(error).__name__}: {error}), chi tiết ở nhật ký"
