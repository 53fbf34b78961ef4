"""A rule: where it looks, and how it says what it finds."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

NEAR = 40  # characters looked at on either side
Say = Callable[[re.Match[str]], "str | None"]


@dataclass(frozen=True)
class Rule:
    """One way of reading. `say` may decline with None; then the next rule is asked."""

    id: str  # "date.full"
    kind: str  # its class: "date"
    text: str  # its pattern
    say: Say
    begins: str  # the characters its text may begin with, as between the brackets of a pattern
    source: str  # decree, style book, or the announcer's habit
    examples: dict[str, str] = field(default_factory=dict)  # written -> spoken; they are its tests
    sure: bool = True

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when first asked for: most rules never are in a short text."""
        return re.compile(self.text)

    def may_begin(self, sign: str) -> bool:
        """Whether a text it reads may begin with this character."""
        return re.match(f"[{self.begins}]", sign) is not None


@lru_cache(maxsize=1024)
def _left(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|\W)(?:{words})[\s:,.(“\"]*$", re.IGNORECASE)


@lru_cache(maxsize=1024)
def _right(words: str) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{words})(?!\w)", re.IGNORECASE)


def left(match: re.Match[str], size: int) -> str:
    """So many characters before the match; never more, whatever the text's length."""
    return match.string[max(0, match.start() - size) : match.start()]


def right(match: re.Match[str], size: int) -> str:
    """So many characters after the match."""
    return match.string[match.end() : match.end() + size]


def before(match: re.Match[str], words: str) -> bool:
    """Whether one of the words (alternatives of a pattern) stands just before the match."""
    return _left(words).search(left(match, NEAR)) is not None


def after(match: re.Match[str], words: str) -> bool:
    """Whether one of the words stands just after the match."""
    return _right(words).match(right(match, NEAR)) is not None


def make(
    name: str,
    pattern: str,
    say: Say,
    source: str,
    examples: dict[str, str],
    sure: bool = True,
    begins: str = r"\d",
) -> Rule:
    """Write a rule down. `name` is its id: its class, a dot, its own name.

    `begins` lists the characters its text may begin with, as between the brackets of a pattern.
    """
    return Rule(name, name.partition(".")[0], pattern, say, begins, source, examples, sure)
