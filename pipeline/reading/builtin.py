"""The built-in layer of the lexicon, as entries: what the tables say before anybody adds a word."""

from collections.abc import Iterator

from ..model import Lexeme
from .contexts import rows
from .words import ABBREVIATIONS, FOREIGN, PLACES


def built_in() -> Iterator[Lexeme]:
    """Short forms with their meanings by company (conditions are patterns), foreign words, names."""
    for form, meanings in rows().items():
        for before, after, spoken in meanings:
            yield _entry(form, spoken, (before,) if before else (), (after,) if after else ())
    for table in (ABBREVIATIONS, FOREIGN, PLACES):
        for form, spoken in table.items():
            yield _entry(form, spoken)


def _entry(
    written: str, spoken: str, before: tuple[str, ...] = (), after: tuple[str, ...] = ()
) -> Lexeme:
    return Lexeme(written=written, spoken=spoken, layer="built-in", before=before, after=after)
