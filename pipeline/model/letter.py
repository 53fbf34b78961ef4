"""What was read from an official letter, before anybody has looked at it."""

from .campaign import Directive, PartialDate
from .place import Problem
from .record import Record


class Reference(Record):
    """A document the letter leans on."""

    kind: str  # "Công văn", "Quyết định", …
    symbol: str  # with its number: "614/TTCS-TTTQ"; empty where only a name is given
    date: PartialDate = PartialDate()
    issuer: str = ""
    text: str = ""  # the whole of it, as in the letter


class Letter(Record):
    """A directive as the letter has it, and what a person should look at."""

    kind: str  # "công văn", "kế hoạch", …
    directive: Directive
    references: tuple[Reference, ...] = ()
    remarks: tuple[Problem, ...] = ()
