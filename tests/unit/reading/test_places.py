"""Every commune of the country, and every former one, has a name that can be said."""

import csv
from pathlib import Path

import pytest

from pipeline.reading import read, say

TABLES = Path(__file__).parents[3] / "pipeline" / "project" / "tables"
NAMES = sorted(
    {
        row[column]
        for table, column in (
            ("admin_units.csv", "name"),
            ("admin_succession_2025.csv", "old_name"),
        )
        for row in csv.DictReader((TABLES / table).read_text(encoding="utf-8").splitlines())
    }
)


def test_all_are_read() -> None:
    assert len(NAMES) > 8000
    assert {name: said for name in NAMES if (said := read(name)).unread} == {}


def test_plain_names_are_said_as_written() -> None:
    changed = [name for name in NAMES if say(name) != name]
    assert len(changed) < 900  # names with digits, numerals, highland words


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("Phường 1", "Phường một"),
        ("Phường VII", "Phường bảy"),
        ("Xã Tam Xuân II", "Xã Tam Xuân hai"),
        ("Xã Ea H'Leo", "Xã ê a hơ Leo"),
        ("Xã Cư M'gar", "Xã Cư mơ ga"),
        ("Thị trấn M'Drắk", "Thị trấn mơ đơ rắk"),
        ("Phường Pleiku", "Phường pờ lây cu"),
        ("Khu phố 4A", "Khu phố bốn a"),
        ("xã Hiệp Hoà", "xã Hiệp Hoà"),
    ],
)
def test_names_with_odd_parts(written: str, spoken: str) -> None:
    assert say(written) == spoken
