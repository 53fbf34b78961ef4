"""From a key to a station that believes what it gets, through the command line."""

import shutil
from pathlib import Path

from tests.loopback.site import site

from .conftest import Command, environment

WEEK, CODE = "2026-W49", "07288"
BULLETINS = ("bulletins", "--offline", "--week", WEEK, "--station", CODE)


def test_from_a_key_to_a_station_that_believes(
    truyenthanh: Command, project: Path, tmp_path: Path
) -> None:
    for station in (project / "stations").glob(f"{CODE}*"):
        text = station.read_text(encoding="utf-8")
        station.write_text(text.replace("days: hằng ngày", "days: [T2]"), encoding="utf-8")
    keys = environment(TRUYENTHANH_KEYS=str(tmp_path / "khóa"))
    made = truyenthanh("key", "make", env=keys)
    assert made.returncode == 0, made.stderr
    (secret,) = (tmp_path / "khóa").iterdir()
    assert secret.read_text().splitlines()[1] not in made.stdout + made.stderr
    assert truyenthanh(*BULLETINS, env=keys).returncode == 0

    week = project / "output" / WEEK
    asked = ("--key", "khoa-cong-khai.pub", "--station", CODE, "--week", WEEK)
    with site(project / "output") as url:
        for what in (week / CODE, f"{url}/{WEEK}/"):
            told = truyenthanh("verify", str(what), *asked)
            assert told.returncode == 0, told.stdout
            (line,) = told.stdout.splitlines()
            assert "nguyên vẹn" in line
            assert "chữ ký đúng" in line
    old = truyenthanh("verify", str(week / CODE), *asked[:-1], "2026-W50")
    assert old.returncode == 1
    assert "gói cũ" in old.stdout

    shutil.rmtree(tmp_path / "khóa")  # a key that is not here keeps no station silent
    again = truyenthanh(*BULLETINS, env=keys)
    assert again.returncode == 0
    assert "CHƯA ĐƯỢC KÝ" in again.stderr
    assert not list((project / "output").rglob("*.minisig"))
