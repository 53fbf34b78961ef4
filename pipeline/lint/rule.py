"""A rule of lint: what it looks for, why, and examples that are its tests."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from .finding import Severity
from .passage import Passage


@dataclass(frozen=True)
class Hit:
    """Where a rule found something, and what."""

    passage: Passage
    start: int
    end: int
    what: str  # Vietnamese
    suggestion: str = ""


@dataclass(frozen=True)
class Around:
    """What a rule has to know beyond the text."""

    today: date
    numbers: frozenset[str] | None  # digits of telephone numbers that may be said; None: not known
    item: bool = True  # a message, rather than a call to action or the frame


Look = Callable[[Sequence[Passage], Around], Iterator[Hit]]


@dataclass(frozen=True)
class Rule:
    """One thing lint looks for in a whole text."""

    id: str  # "sentence.long"
    severity: Severity
    why: str  # for the editor, Vietnamese
    source: str  # law, study, or the house's own judgement
    look: Look
    bad: tuple[str, ...]  # texts with a finding
    good: tuple[str, ...]  # texts without one, near misses


def each(look: Callable[[Passage], Iterator[Hit]]) -> Look:
    """A rule that looks at one paragraph at a time and needs nothing else."""

    def over(passages: Sequence[Passage], around: Around) -> Iterator[Hit]:
        for passage in passages:
            yield from look(passage)

    return over
