"""What happens while building, as values. Printing them is somebody else's work."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..plan import Key, Task


@dataclass(frozen=True)
class Planned:
    """Work is about to begin."""

    run: int  # tasks to run
    kept: int  # tasks whose results are in the store already
    kinds: Mapping[str, int] = field(default_factory=dict, compare=False)  # name of job -> to run


@dataclass(frozen=True)
class Done:
    """A task ran and its result is kept."""

    task: Task
    seconds: float  # it took


@dataclass(frozen=True)
class Failed:
    """A task could not be done. What needs it will not be there."""

    task: Task
    error: BaseException


@dataclass(frozen=True)
class Remade:
    """An object in the store was damaged or gone; its task runs again."""

    key: Key


@dataclass(frozen=True)
class Bundled:
    """Some stations' bundles are in their places."""

    done: int  # bundles, of the whole release
    of: int


Event = Planned | Done | Failed | Remade | Bundled
