"""The national table of commune-level units since 1/7/2025, and what became of the former ones."""

import csv
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ..model import Unit

_TONES = {"\u0300": "1", "\u0301": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
_KIND = re.compile(r"^(xã|phường|đặc khu|thị trấn)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Former:
    """A unit that was merged or divided on 1/7/2025."""

    code: str
    name: str
    district: str
    province: str
    successors: tuple[str, ...]  # codes of today's units


def unit(code: str) -> Unit | None:
    """Today's unit with this five-digit code."""
    return _units().get(code)


def formers(code: str = "", name: str = "") -> tuple[Former, ...]:
    """Former units with this code, or with this name (with or without its kind)."""
    return tuple(
        each
        for each in _formers()
        if (code and each.code == code) or (name and same_name(each.name, name))
    )


def successors(former: Former) -> tuple[Unit, ...]:
    """Today's units that hold what a former unit held."""
    return tuple(filter(None, map(unit, former.successors)))


def predecessors(code: str) -> tuple[Former, ...]:
    """Former units of which today's unit with this code holds all or a part."""
    return _heirs().get(code, ())


def nearest(found: tuple[Former, ...], to: Unit) -> Former | None:
    """Of former units with one name, the one that went into `to`, or else into its province."""

    def far(former: Former) -> int:
        heirs = successors(former)
        return 0 if to in heirs else 1 if to.province in {each.province for each in heirs} else 2

    return min(found, key=far, default=None)


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same: capitals and tone style (hòa, hoà) do not matter.

    A kind ("xã", "phường") may be left out, but not be another.
    """
    if _bare(one) != _bare(other):
        return False
    return (
        folded(one) == folded(other) or _bare(one) == folded(one) or _bare(other) == folded(other)
    )


def named(name: str) -> tuple[Unit, ...]:
    """Today's units with this name."""
    return tuple(each for each in _units().values() if same_name(each.name, name))


@cache
def provinces() -> dict[str, str]:
    """Names of provinces, former ones too, in small letters -> "tỉnh" or "thành phố"."""
    found: dict[str, str] = {}
    for name, column in (
        ("admin_succession_2025.csv", "old_province"),
        ("admin_units.csv", "province"),
    ):
        for row in _rows(name):
            kind = "Thành phố" if row[column].startswith("Thành phố") else "Tỉnh"
            found.setdefault(row[column].removeprefix(f"{kind} ").casefold(), kind.lower())
    return found


@cache
def folded(text: str) -> str:
    """A form in which the two tone styles are equal: each word's tone stands after it."""
    words = unicodedata.normalize("NFC", text).lower().split()
    return " ".join(map(_toneless, words))


def _toneless(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    tones = "".join(_TONES[letter] for letter in letters if letter in _TONES)  # two in "Bà-Nà"
    plain = "".join(letter for letter in letters if letter not in _TONES)
    return f"{unicodedata.normalize('NFC', plain)}{tones}"


def bare(name: str) -> str:
    """A unit's name without its kind: "Xã Yên Thế" -> "Yên Thế"."""
    return _KIND.sub("", unicodedata.normalize("NFC", name).strip())


@cache
def _bare(name: str) -> str:
    return folded(bare(name))


def _rows(name: str) -> Iterator[dict[str, str]]:
    table = files(__package__).joinpath("tables", name)
    with table.open(encoding="utf-8") as file:
        yield from csv.DictReader(file)


@cache
def _units() -> dict[str, Unit]:
    return {
        row["code"]: Unit(
            code=row["code"], name=row["name"], kind=row["type"], province=row["province"]
        )
        for row in _rows("admin_units.csv")
    }


@cache
def _formers() -> tuple[Former, ...]:
    """Former units whose name or code is not simply today's."""
    found: dict[str, list[dict[str, str]]] = {}
    for row in _rows("admin_succession_2025.csv"):
        found.setdefault(row["old_code"], []).append(row)
    return tuple(
        Former(
            code=code,
            name=rows[0]["old_name"],
            district=rows[0]["old_district"],
            province=rows[0]["old_province"],
            successors=tuple(dict.fromkeys(row["new_code"] for row in rows)),
        )
        for code, rows in found.items()
    )


@cache
def _heirs() -> dict[str, tuple[Former, ...]]:
    """Today's code -> what went into it."""
    found: dict[str, list[Former]] = {}
    for former in _formers():
        for code in former.successors:
            found.setdefault(code, []).append(former)
    return {code: tuple(formers) for code, formers in found.items()}
