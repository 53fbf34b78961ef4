"""A rule: where it looks, and how it says what it finds."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

Say = Callable[[re.Match[str]], "str | None"]


@dataclass(frozen=True)
class Rule:
    """One way of reading. `say` may decline with None; then the next rule is asked."""

    id: str  # "date.full"
    kind: str  # its class: "date"
    pattern: re.Pattern[str]
    say: Say
    begins: re.Pattern[str]  # the characters its text may begin with
    source: str  # decree, style book, or the announcer's habit
    examples: dict[str, str] = field(default_factory=dict)  # written -> spoken; they are its tests
    sure: bool = True


def before(match: re.Match[str], words: str) -> bool:
    """Whether one of the words (alternatives of a pattern) stands just before the match."""
    near = match.string[max(0, match.start() - 40) : match.start()]
    return re.search(rf"(?:^|\W)(?:{words})[\s:,.(“\"]*$", near, re.IGNORECASE) is not None


def after(match: re.Match[str], words: str) -> bool:
    """Whether one of the words stands just after the match."""
    near = match.string[match.end() : match.end() + 40]
    return re.match(rf"\s*(?:{words})(?!\w)", near, re.IGNORECASE) is not None


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
    kind, first = name.partition(".")[0], re.compile(f"[{begins}]")
    return Rule(name, kind, re.compile(pattern), say, first, source, examples, sure)
