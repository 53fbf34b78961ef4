"""How an engine behaves towards a service: the numbers, in one place."""

from dataclasses import dataclass, field

from .clock import Clock
from .retry import Patience


@dataclass(frozen=True)
class Manners:
    """Times are in seconds."""

    gap: float = 0.5  # at least between two requests
    connect: float = 3.0
    read: float = 15.0  # of silence to bear; a whole answer may take twice as long
    largest: int = 8 << 20  # bytes of one answer
    patience: Patience = field(default_factory=Patience)
    failures: int = 3  # requests in a row given up, then nobody asks
    rest: float = 60.0  # until somebody asks again
    probe: float = 3.0  # for `ready` to find out whether anybody is there
    clock: Clock = field(default_factory=Clock)
