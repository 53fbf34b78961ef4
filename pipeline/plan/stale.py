"""Which tasks of a plan still have to run."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from .jobs import Key
from .plan import Plan

T = TypeVar("T")


def missing(plan: Plan, results: Iterable[Key], has: Callable[[Key], bool]) -> list[Key]:
    """Tasks to run so that `results` are there, inputs first.

    What is already there needs no inputs: they are not looked for.
    """
    needed = {key for key in results if not has(key)}
    run = []
    for key in reversed(plan.tasks):
        if key in needed:
            run.append(key)
            needed.update(each for each in plan.tasks[key].inputs if not has(each))
    run.reverse()
    return run


def beneath(plan: Plan, todo: Iterable[Key], marks: Mapping[Key, T]) -> dict[Key, frozenset[T]]:
    """For each task to run (inputs first): the marks on itself and on all it waits for."""
    found: dict[Key, frozenset[T]] = {}
    for key in todo:
        own = frozenset([marks[key]]) if key in marks else frozenset()
        below = own.union(*(found.get(each, ()) for each in plan.tasks[key].inputs))
        if below:
            found[key] = below
    return found
