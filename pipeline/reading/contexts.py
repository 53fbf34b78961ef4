"""Short forms that mean different things in different company: the neighbours decide."""

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Sense(NamedTuple):
    """One meaning of a short form."""

    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    spoken: str


NEAR = 30  # characters looked at on either side


def sense(form: str, text: str, start: int, end: int) -> str | None:
    """The first meaning whose neighbours are there; None when none fits."""
    for each in _senses().get(form, ()):
        left = text[max(0, start - NEAR) : start]
        if each.before is not None and not each.before.search(left):
            continue
        if each.after is not None and not each.after.match(text, end, end + NEAR):
            continue
        return each.spoken
    return None


@cache
def _senses() -> dict[str, list[Sense]]:
    table = files(__package__).joinpath("tables", "contexts.tsv").read_text(encoding="utf-8")
    senses: dict[str, list[Sense]] = {}
    for line in table.splitlines():
        if line and line[0] != "#":
            form, before, after, spoken = line.split("\t")
            left = re.compile(rf"(?:^|\W)(?:{before})\s*$", re.IGNORECASE) if before else None
            right = re.compile(rf"\s*(?:{after})") if after else None
            senses.setdefault(form, []).append(Sense(left, right, spoken))
    return senses
