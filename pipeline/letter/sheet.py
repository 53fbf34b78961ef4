"""What a file holds before anybody asks what it means: lines, and remarks made on opening it."""

from dataclasses import dataclass

from ..model import Place, Problem


@dataclass(frozen=True)
class Line:
    """A line as it stands. `room`: letters that would still have fit; None: it ends on purpose.

    A tab parts what stands in different columns.
    """

    text: str
    room: int | None = None
    heading: bool = False  # it is styled as one


@dataclass(frozen=True)
class Sheet:
    """The lines of a letter, blank ones included."""

    name: str  # of the file
    lines: tuple[Line, ...]
    remarks: tuple[Problem, ...] = ()
    counted: bool = False  # its lines are the file's, one for one

    @property
    def text(self) -> str:
        """The letter as plain text."""
        lines = (line.text.replace("\t", "    ").rstrip() for line in self.lines)
        return "\n".join(lines).strip() + "\n"


def remark(name: str, code: str, what: str, fix: str, line: int = 1) -> Problem:
    """Something a person should look at; nothing is refused for it."""
    return Problem(place=Place(file=name, line=line), code=f"letter.{code}", what=what, fix=fix)
