"""What an office adds: written forms and how they are spoken there, over the built-in tables."""

import re
from collections.abc import Iterable

from ..model import Lexeme

LAYERS = ("built-in", "project", "campaign", "station")


class Lexicon:
    """Entries of all layers; a later layer wins. Equal content, equal lexicon."""

    def __init__(self, lexemes: Iterable[Lexeme] = ()) -> None:
        ordered = sorted(lexemes, key=lambda lexeme: LAYERS.index(lexeme.layer))
        self.entries = tuple(ordered)
        self._by_form: dict[str, list[Lexeme]] = {}
        for lexeme in reversed(ordered):
            self._by_form.setdefault(lexeme.written, []).append(lexeme)
        forms = sorted(self._by_form, key=len, reverse=True)
        alternatives = "|".join(map(re.escape, forms))
        self._pattern = re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)") if forms else None

    def over(self, lexemes: Iterable[Lexeme]) -> "Lexicon":
        """The same lexicon with more entries on top."""
        return Lexicon((*self.entries, *lexemes))

    def find(self, text: str, at: int) -> tuple[int, Lexeme] | None:
        """An entry written at this position whose conditions hold, and where it ends."""
        match = self._pattern.match(text, at) if self._pattern else None
        if match is None:
            return None
        for lexeme in self._by_form[match[0]]:
            if _holds(lexeme, text, match.start(), match.end()):
                return match.end(), lexeme
        return None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lexicon) and self.entries == other.entries

    def __hash__(self) -> int:
        return hash(self.entries)


def _holds(lexeme: Lexeme, text: str, start: int, end: int) -> bool:
    left = text[max(0, start - 40) : start].rstrip().lower()
    right = text[end : end + 40].lstrip().lower()
    if lexeme.before and not any(left.endswith(each.lower()) for each in lexeme.before):
        return False
    return not lexeme.after or any(right.startswith(each.lower()) for each in lexeme.after)
