"""Where something was written, and what is wrong with it."""

from .record import Record


class Place(Record, order=True):
    """A position in a file a person wrote. Lines and columns count from 1."""

    file: str  # relative to the project folder, with forward slashes
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"

    def after(self, text: str, offset: int) -> "Place":
        """The place `offset` characters into `text`, when `text` begins here."""
        before = text[:offset]
        lines = before.count("\n")
        if lines == 0:
            return Place(file=self.file, line=self.line, column=self.column + offset)
        return Place(file=self.file, line=self.line + lines, column=offset - before.rfind("\n"))


class Problem(Record):
    """One thing the user has to mend, in Vietnamese: what is wrong and what to do."""

    place: Place
    what: str
    fix: str
    code: str = ""  # a stable English word for tests and tools, e.g. "yaml.duplicate-key"

    def __str__(self) -> str:
        return f"{self.place}: {self.what} → {self.fix}"
