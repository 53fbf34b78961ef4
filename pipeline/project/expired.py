"""What has ended or is called otherwise today: programmes, bodies, places (tables/expired.tsv)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pkgutil import get_data

_CHECKED = re.compile(r" \[[abc]\]")
_SAID = {" [a]": "", " [b]": " (theo văn bản dẫn lại)", " [c]": " (chưa kiểm được)"}


@dataclass(frozen=True)
class Ended:
    """A row: words that stand for something that is over."""

    pattern: re.Pattern[str]
    last: date  # the last day on which it held
    today: str  # what holds now, Vietnamese
    source: str


def ended(text: str, day: date) -> Iterator[tuple[re.Match[str], Ended]]:
    """Every place in a text that speaks of something that was over by `day`, from left to right.

    Where two rows find the same words the earlier row, which knows more, is the one.
    """
    taken: list[tuple[int, int]] = []
    found = []
    for row in table():
        for match in row.pattern.finditer(text) if row.last < day else ():
            start, end = match.span()
            if all(end <= before or start >= after for before, after in taken):
                taken.append((start, end))
                found.append((match, row))
    yield from sorted(found, key=lambda each: each[0].start())


@cache
def table() -> tuple[Ended, ...]:
    """All rows."""
    text = (get_data(__package__, "tables/expired.tsv") or b"").decode("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and line[0] != "#")
    return tuple(
        Ended(
            pattern=re.compile(
                rf"\b(?i:{pattern})\b" if "[A-Z" not in pattern else rf"\b{pattern}"
            ),
            last=date.fromisoformat(last),
            today=today,
            source=_CHECKED.sub(lambda mark: _SAID[mark[0]], source),
        )
        for pattern, last, today, source in rows
    )
