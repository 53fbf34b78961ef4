"""From a project to finished work: plan, build, and where a voice fails, plan again without it.

One bulletin has one set of voices. When a source of voices (an engine, or one service it asks)
cannot speak one of its sentences, the whole bulletin moves to the next voice; what the first has
already said is kept for another time.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ..errors import EngineError, TruyenThanhError
from ..model import Project, VoiceChoice
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
    draft: bool = False,
) -> tuple[Plan, Casting]:
    """A plan in which every sentence still to be spoken has a voice that is ready.

    A voice is asked whether it is ready only when there is something for it to say, once. What
    it said earlier stays in use even when it is out of reach now.
    """
    casting = casting or Casting(revisions=crew.revisions(project))
    while True:
        planned = plan(project, week, casting, stations, draft)
        refused = {
            bulletin.id: {each.source: reason for each in choices if (reason := crew.refusal(each))}
            for bulletin, choices in _unspoken(planned, store)
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
    draft: bool = False,
) -> Outcome:
    """Build a week, moving bulletins to their next voice as engines fail.

    Raises ProjectError from planning, StoreError when nothing can be kept.
    """
    casting: Casting | None = None
    while True:
        planned, casting = settle(project, week, store, crew, stations, casting, draft)
        failures = _run(planned, store, crew, report)
        refused = {bulletin: _reasons(failed) for bulletin, failed in failures.items()}
        further = _moved(planned, casting, refused)
        if further is casting:
            errors = {
                bulletin: tuple({each.error for each in failed})
                for bulletin, failed in failures.items()
            }
            return Outcome(planned, planned.voiceless, errors)
        casting = further


def _unspoken(planned: Plan, store: Store) -> Iterator[tuple[BulletinPlan, list[VoiceChoice]]]:
    """Bulletins with sentences still to be spoken, and the choices that would speak them."""
    todo = missing(planned, _results(planned), store.has)
    jobs = {key: planned.tasks[key].job for key in todo}
    speaking = {key: job.choice for key, job in jobs.items() if isinstance(job, Speak)}
    if not speaking:
        return
    choices = {(each.source, each.voice): each for each in speaking.values()}
    below = beneath(planned, todo, {key: (c.source, c.voice) for key, c in speaking.items()})
    for bulletin in planned.bulletins:
        asked = set[tuple[str, str]]().union(*(below.get(key, ()) for key in bulletin.results))
        yield bulletin, [choices[each] for each in sorted(asked)]


def _run(planned: Plan, store: Store, crew: Crew, report: Report) -> dict[str, tuple[Failed, ...]]:
    """Build; for each bulletin that is not there afterwards, what stood in its way."""
    results = _results(planned)
    failed: dict[Key, Failed] = {}
    for event in build(planned, results, store, crew):
        if isinstance(event, Failed):
            failed[event.task.key] = event
        report(event)
    if not failed:
        return {}
    below = beneath(planned, missing(planned, results, store.has), {key: key for key in failed})
    failures = {
        bulletin.id: frozenset[Key]().union(*(below.get(key, ()) for key in bulletin.results))
        for bulletin in planned.bulletins
    }
    return {
        bulletin: tuple(failed[key] for key in sorted(keys))
        for bulletin, keys in failures.items()
        if keys
    }


def _reasons(failures: Iterable[Failed]) -> dict[str, str]:
    """The sources that could not speak, and why."""
    return {
        each.task.job.choice.source: each.error.reason
        for each in failures
        if isinstance(each.error, EngineError) and isinstance(each.task.job, Speak)
    }


def _moved(planned: Plan, casting: Casting, refused: dict[str, dict[str, str]]) -> Casting:
    """The casting with refused sources left behind; the same object if nothing changes.

    A bulletin leaves only a source its voices come from: a person's recording has no stand-in.
    """
    leaving: dict[str, dict[str, str]] = {}
    for bulletin in planned.bulletins:
        sources = {choice.source for choice in bulletin.cast.values()}
        for source, reason in refused.get(bulletin.id, {}).items():
            if source in sources:
                leaving.setdefault(bulletin.id, {})[source] = reason
    return casting.leaving(leaving) if leaving else casting


def _results(planned: Plan) -> tuple[Key, ...]:
    """What the bulletins are made of; what they share, once."""
    return tuple({key: None for bulletin in planned.bulletins for key in bulletin.results})


def _reason(error: BaseException) -> str:
    """A failure speaks for itself; an error of the program is named as one."""
    if isinstance(error, TruyenThanhError):
        return str(error)
    return f"lỗi trong chương trình ({type(error).__name__}: {error}), chi tiết ở nhật ký"
