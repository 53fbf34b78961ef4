"""What serves a way of telling people that a letter names."""

import re
from collections.abc import Iterator
from functools import cache
from pkgutil import get_data

from ..model import Record


class Service(Record):
    """One thing that serves, and the kit's channels that make it; none: the loudspeakers do."""

    title: str  # Vietnamese
    channels: tuple[str, ...] = ()  # ids


def services(text: str) -> tuple[Service, ...]:
    """What serves the way a letter names; nothing where nothing here does."""
    return tuple(service for pattern, service in table() if pattern.search(text))


@cache
def table() -> tuple[tuple[re.Pattern[str], Service], ...]:
    """How letters name ways, and what serves each."""
    return tuple(_rows())


def _rows() -> Iterator[tuple[re.Pattern[str], Service]]:
    text = (get_data(__package__, "tables/channels.tsv") or b"").decode("utf-8")
    for line in text.splitlines():
        if line and line[0] != "#":
            pattern, title, channels = line.split("\t")
            service = Service(title=title, channels=tuple(channels.split()))
            yield re.compile(pattern, re.IGNORECASE), service
