"""Which product here serves a way of telling people that a letter names."""

import re
from functools import cache
from pkgutil import get_data

from .record import ChannelLine


def channel(text: str) -> ChannelLine:
    """A way the letter names, with what serves it."""
    served = (what for pattern, what in _rows() if pattern.search(text))
    return ChannelLine(text=text, served=tuple(dict.fromkeys(served)))


@cache
def _rows() -> tuple[tuple[re.Pattern[str], str], ...]:
    text = (get_data(__package__, "tables/channels.tsv") or b"").decode("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and line[0] != "#")
    return tuple((re.compile(pattern, re.IGNORECASE), what) for pattern, what in rows)
