"""Why something has to be made again: what is missing now, held against the plan made before."""

from collections.abc import Callable, Iterable

from ..model import Record
from .jobs import Job, Key, Task
from .plan import Plan
from .stale import missing


class Cause(Record):
    """One first reason for work: a task whose inputs are all there, and why it must run."""

    task: str  # what it is, for people
    reason: str  # Vietnamese
    following: int  # tasks that only run because of it


def why(
    new: Plan, old: Plan | None, results: Iterable[Key], has: Callable[[Key], bool]
) -> tuple[Cause, ...]:
    """First reasons why `results` are not all there, in plan order. Empty: nothing to do.

    `old` is the plan of the last build of the same week, if there was one.
    """
    todo = missing(new, results, has)
    pending = set(todo)
    first = [key for key in todo if not pending.intersection(new.tasks[key].inputs)]
    before = {} if old is None else {_place(task): task for task in old.tasks.values()}
    return tuple(
        Cause(
            task=new.tasks[key].label,
            reason=_reason(key, new.tasks[key], old, before),
            following=_following(new, todo, key),
        )
        for key in first
    )


def _reason(key: Key, task: Task, old: Plan | None, before: dict[tuple[str, str], Task]) -> str:
    if old is None:
        return "tuần này chưa làm lần nào"
    if key in old.tasks:
        return "đã làm trước đây nhưng kho không còn giữ"
    former = before.get(_place(task))
    if former is None:
        return "mới, hoặc lời đã sửa"
    changes = _changes(former.job, task.job)
    if not changes:
        return "đầu vào đã đổi"
    return "đã đổi " + "; ".join(changes)


def _place(task: Task) -> tuple[str, str]:
    """What stays the same about a task when its details change."""
    return type(task.job).__name__, task.label


def _changes(former: Job, job: Job) -> list[str]:
    """Fields that differ, with both values."""
    was, now = former.fields(), job.fields()
    return [
        f"{field}: {was.get(field)} → {now.get(field)}"
        for field in sorted(was.keys() | now.keys())
        if was.get(field) != now.get(field)
    ]


def _following(plan: Plan, todo: list[Key], cause: Key) -> int:
    reached = {cause}
    for key in todo:
        if reached.intersection(plan.tasks[key].inputs):
            reached.add(key)
    return len(reached) - 1
