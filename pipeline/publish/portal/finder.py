"""The pages on which a person finds a station, and the index a search asks.

Up to `ONE_PAGE` stations stand on the first page with the former units they came from, and the
search reads that page. More of them have a page for each province, and an index in small parts: one
for each four letters with which a word of a name begins.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

import msgspec

from ...model import Record
from ...plan.names import ascii_name
from ...project import units
from .. import sitemap
from ..manifest import StationEntry
from .pages import Printer

ONE_PAGE = 180  # stations, about 260 bytes each; no province has more than 168
LETTERS = 4  # a word of fewer is a part of its own
Formers = tuple[tuple[str, tuple[str, ...]], ...]  # district, names
Row = tuple[str, str, str, list[tuple[str, str]]]  # code, name, province, (former name, district)


class Found(Record):
    """A station in a list."""

    code: str
    name: str
    province: str
    formers: Formers

    @property
    def address(self) -> str:
        """Its page."""
        return sitemap.station(self.code)


class Group(Record):
    """The stations of one province."""

    name: str
    stations: tuple[Found, ...]

    @property
    def slug(self) -> str:
        """Its name in an address."""
        return ascii_name(self.name).lower() or "khac"

    @property
    def count(self) -> int:
        """How many they are."""
        return len(self.stations)


def files(entries: Iterable[StationEntry], printer: Printer) -> Iterator[tuple[str, bytes]]:
    """Address -> content of all pages and parts."""
    groups = _groups(entries)
    whole = sum(group.count for group in groups)
    if whole <= ONE_PAGE:
        yield sitemap.PAGE, _page(printer, 0, groups=groups)
        return
    parts = {letters: _encoded(rows) for letters, rows in sorted(_parts(groups).items())}
    for letters, content in parts.items():
        yield sitemap.part(letters), content
    for group in groups:
        page = _page(printer, 2, groups=(group,), province=group.name)
        yield sitemap.province(group.slug), page
    yield sitemap.PAGE, _page(printer, 0, provinces=groups, parts=" ".join(parts))


def _page(printer: Printer, depth: int, **given: Any) -> bytes:
    empty: dict[str, Any] = {"groups": (), "provinces": (), "province": "", "parts": ""}
    return printer.page("find.html", depth, **{**empty, **given})


def _groups(entries: Iterable[StationEntry]) -> tuple[Group, ...]:
    found = sorted(map(_found, entries), key=lambda each: (*_by(each.province), *_by(each.name)))
    return tuple(
        Group(name=name, stations=tuple(stations))
        for name, stations in groupby(found, key=lambda each: each.province)
    )


def _found(entry: StationEntry) -> Found:
    by_district: dict[str, list[str]] = {}
    for former in units.predecessors(entry.code):
        by_district.setdefault(_lower(former.district), []).append(_lower(former.name))
    return Found(
        code=entry.code,
        name=entry.unit,
        province=entry.province,
        formers=tuple((district, tuple(names)) for district, names in by_district.items()),
    )


def _lower(name: str) -> str:
    """As it stands within a sentence: "Xã Xuân Lương" -> "xã Xuân Lương"."""
    return f"{name[:1].lower()}{name[1:]}"


def _by(name: str) -> tuple[str, str]:
    """How names are put in order: by letters, whatever the kind of unit, then by marks."""
    return ascii_name(units.bare(name)), name


def _parts(groups: Iterable[Group]) -> dict[str, list[Row]]:
    """The first letters of a word -> every station with such a word in a name of its own or before.

    A part tells of a former name only if that is why the station is in it.
    """
    parts: dict[str, list[Row]] = {}
    for station in (each for group in groups for each in group.stations):
        rows: dict[str, Row] = {}

        def row(letters: str, station: Found = station, rows: dict[str, Row] = rows) -> Row:
            empty: Row = (station.code, station.name, station.province, [])
            return rows.setdefault(letters, empty)

        for letters in beginnings(station.name):
            row(letters)
        for district, names in station.formers:
            for name in names:
                for letters in beginnings(name):
                    row(letters)[3].append((name, district))
        for letters, found in rows.items():
            parts.setdefault(letters, []).append(found)
    return parts


def beginnings(name: str) -> set[str]:
    """The letters under which a name is looked for: those its words begin with."""
    words = ascii_name(units.bare(name)).lower().split("-")
    return {word[:LETTERS] for word in words if word}


def _encoded(rows: list[Row]) -> bytes:
    return msgspec.json.encode(rows)
