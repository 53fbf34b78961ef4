"""One written form and how it is spoken."""

from .record import Record


class Lexeme(Record):
    """An entry of a lexicon. A later layer wins over an earlier one."""

    written: str
    spoken: str
    layer: str = "project"  # "built-in" < "project" < "campaign" < "station"
    before: tuple[str, ...] = ()  # only when one of these words stands just before
    after: tuple[str, ...] = ()  # only when one of these words stands just after
    examples: tuple[tuple[str, str], ...] = ()  # written, spoken: `lexicon test` tries them
