"""Collecting problems, so that all of them can be told at once."""

from ..model import Place, Problem


class Report:
    """Everything that is wrong so far."""

    def __init__(self) -> None:
        self._problems: dict[Problem, None] = {}
        self._lost: list[str] = []

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Each problem once, as it was found."""
        return tuple(self._problems)

    def add(self, place: Place, code: str, what: str, fix: str) -> None:
        """Note one problem; nothing that comes after it is skipped."""
        self._problems[Problem(place=place, code=code, what=what, fix=fix)] = None

    def lose(self, place: Place, code: str, what: str, fix: str) -> None:
        """Note a problem for which a file cannot be read at all."""
        self.doubt(place)
        self.add(place, code, what, fix)

    def doubt(self, place: Place) -> None:
        """A problem noted before leaves open what the file holds."""
        self._lost.append(place.file)

    def lost(self, *beginnings: str) -> bool:
        """Whether such a file was lost: what it would have held is then not called missing."""
        return any(f"{file}/".startswith(beginnings) for file in self._lost)
