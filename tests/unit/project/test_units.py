"""Stations and the units of the country: today's codes and names, and the former ones."""

import csv
from pathlib import Path

import pytest

from pipeline.project import load, units

from .kit import STATION, edit, problems, write

TABLES = Path(units.__file__).parent / "tables"
with (TABLES / "admin_units.csv").open(encoding="utf-8") as table:
    TODAY = [(row["code"], row["name"]) for row in csv.DictReader(table)]
with (TABLES / "admin_succession_2025.csv").open(encoding="utf-8") as table:
    FORMER = list(csv.DictReader(table))
NEWER = {
    "òa": "oà",
    "óa": "oá",
    "ỏa": "oả",
    "õa": "oã",
    "ọa": "oạ",
    "òe": "oè",
    "óe": "oé",
    "ỏe": "oẻ",
    "õe": "oẽ",
    "ọe": "oẹ",
    "ùy": "uỳ",
    "úy": "uý",
    "ủy": "uỷ",
    "ũy": "uỹ",
    "ụy": "uỵ",
}


def newer(name: str) -> str:
    """The name in small letters, its tone marks in the newer style; the tables have the older."""
    words = name.lower().split()
    return " ".join(word[:-2] + NEWER.get(word[-2:], word[-2:]) for word in words)


def test_every_unit_is_found_by_its_code_and_by_its_name_in_either_style() -> None:
    assert len(TODAY) == 3321
    for code, name in TODAY:
        unit = units.unit(code)
        assert unit is not None
        assert unit.name == name
        assert units.same_name(name, newer(name))
    assert sum(newer(name) != name.lower() for _, name in TODAY) > 20
    for code, name in TODAY[::150]:
        assert code in {unit.code for unit in units.named(name)}
        assert code in {unit.code for unit in units.named(newer(name))}


def test_no_two_different_names_are_taken_for_one() -> None:
    names = {newer(name) for _, name in TODAY}
    assert len({units.folded(name) for name in names}) == len(names)


@pytest.mark.parametrize(
    ("one", "other"),
    [("hòa", "hoà"), ("Thủy", "thuỷ"), ("KHOẺ", "khỏe"), ("xã Hiệp Hoà", "Hiệp Hòa")],
)
def test_the_same_name(one: str, other: str) -> None:
    assert units.same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("quý", "quí"),  # spelling, not tone style: both letters are in the official tables
        ("hòa", "hóa"),
        ("đa", "da"),
        ("an", "ăn"),
        ("bà-nà", "bà-ná"),
        ("phường Hiệp Hòa", "xã Hiệp Hòa"),
    ],
)
def test_other_names(one: str, other: str) -> None:
    assert not units.same_name(one, other)


def test_every_former_unit_leads_to_a_unit_of_today() -> None:
    assert len({row["old_code"] for row in FORMER}) > 10_000
    for row in FORMER[::97]:
        (former,) = units.formers(code=row["old_code"])
        assert row["new_code"] in former.successors
        assert len(units.successors(former)) == len(former.successors)


@pytest.mark.parametrize(
    ("code", "name", "where", "words"),
    [
        # names gone on 1/7/2025 whose code lives on
        ("07840", "thị trấn Thắng", "3:7 station.name", "nay thuộc 07840 Xã Hiệp Hòa"),
        ("07330", "xã Hợp Đức", "3:7 station.name", "nay thuộc 07330 Xã Phúc Hòa"),
        # a former name with another's code: where it went
        ("07288", "xã Hợp Đức", "3:7 station.name", "nay thuộc 07330 Xã Phúc Hòa (Tỉnh Bắc Ninh)"),
        # divided among several
        ("00004", "phường Ngọc Hà cũ", "3:7 station.name", "mã 00004 là Phường Ba Đình"),
        # today's unit, another's code
        ("07288", "xã Hiệp Hòa", "3:7 station.name", "07840 Xã Hiệp Hòa"),
        ("07840", "phường Hiệp Hòa", "3:7 station.name", "viết name: xã Hiệp Hòa"),
        # codes
        ("07261", "xã Tân Hiệp", "2:7 station.code", "dùng mã của đơn vị mới: 07288 Xã Yên Thế"),
        ("7288", "xã Yên Thế", "2:7 station.code", 'viết "07288"'),
        ("99999", "xã Yên Thế", "2:7 station.code", "dùng mã của 07288 Xã Yên Thế"),
        ("99999", "xã Không Có", "2:7 station.code", "năm chữ số"),
        ("０７２８８", "xã Yên Thế", "2:7 station.code", "không có đơn vị"),
    ],
)
def test_a_station_that_is_not_where_it_says(
    tmp_path: Path, code: str, name: str, where: str, words: str
) -> None:
    edit(write(tmp_path), STATION, '"07288" ', f'"{code}"')
    edit(tmp_path, STATION, "xã Yên Thế", name)
    (problem,) = problems(tmp_path)
    assert f"{problem.place} {problem.code}" == f"{STATION}:{where}"
    assert words in f"{problem.what} {problem.fix}"


@pytest.mark.parametrize("name", ["xã Hiệp Hòa", "xã Hiệp Hoà", "XÃ HIỆP HÒA", "Hiệp Hoà"])
def test_a_name_as_people_write_it(tmp_path: Path, name: str) -> None:
    edit(write(tmp_path), STATION, "07288", "07840")
    edit(tmp_path, STATION, "xã Yên Thế", name)
    (station,) = load(tmp_path).stations
    assert (station.name, station.unit.name) == (name, "Xã Hiệp Hòa")


def test_two_stations_with_one_code(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "stations" / "x.yaml").write_bytes((tmp_path / STATION).read_bytes())
    (problem,) = problems(tmp_path)
    assert str(problem.place) == "stations/x.yaml:2:7"
    assert STATION in problem.what
