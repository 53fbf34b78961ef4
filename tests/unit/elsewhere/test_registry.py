"""Carriers are found by the kind of an address."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from pipeline.elsewhere.registry import BUILT_IN, GROUP, known, open_carrier
from pipeline.errors import CarrierError

ROOT = Path(__file__).parents[3]


def test_built_ins_are_the_entry_points_of_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert {name: door.value for name, door in BUILT_IN.items()} == project["entry-points"][GROUP]


@pytest.mark.parametrize(
    ("to", "name"),
    [("/srv/web", "folder"), ("C:\\web", "folder"), ("./x", "folder"), ("S3://kho/x", "s3")],
)
def test_an_address_has_its_carrier(to: str, name: str) -> None:
    assert open_carrier(to).name == name


def test_an_unknown_kind_is_answered_with_the_known_ones() -> None:
    with pytest.raises(CarrierError, match=r"“ftp://”.*s3://"):
        open_carrier("ftp://nguoi:mat-khau@may/x")
    assert set(BUILT_IN) <= set(known())


def test_an_installed_package_adds_carriers(tmp_path: Path) -> None:
    (tmp_path / "pigeons.py").write_text(
        "class Pigeons:\n    name = 'pigeon'\n    network = False\n"
        "class Thief:\n    name = 'thief'\n"
    )
    record = tmp_path / "pigeons-1.0.dist-info"
    record.mkdir()
    (record / "METADATA").write_text("Metadata-Version: 2.1\nName: pigeons\nVersion: 1.0\n")
    (record / "entry_points.txt").write_text(
        f"[{GROUP}]\npigeon = pigeons:Pigeons\nbroken = pigeons:Nobody\ns3 = pigeons:Thief\n"
    )
    script = (
        f"import sys; sys.path[:0] = [{str(tmp_path)!r}, *{sys.path!r}]\n"
        "from pipeline.elsewhere.registry import open_carrier\n"
        "from pipeline.errors import CarrierError\n"
        "for to in ('pigeon://x', 's3://x', 'broken://x'):\n"
        "    try:\n        print(open_carrier(to).name)\n"
        "    except CarrierError as error:\n        print(error)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", script],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    pigeon, s3, broken = ran.stdout.splitlines()
    assert (pigeon, s3) == ("pigeon", "s3")  # a built-in's name cannot be taken over
    assert broken.startswith("Không nạp được cách gửi “broken”")
