"""What reading a report gives, line by line."""

from ..model import Record


class Entry(Record):
    """One broadcast, as one line says."""

    station: str
    week: str
    code: str
    played: bool
    note: str = ""


class Refusal(Record):
    """A line, or a piece of one, that cannot be used; Vietnamese."""

    source: str
    line: int
    text: str
    why: str

    def __str__(self) -> str:
        return f"{self.source}:{self.line}: “{self.text}”: {self.why}"


class Refused(Exception):
    """A line cannot be used. The message is the reason, in Vietnamese."""
