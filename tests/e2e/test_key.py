"""From a key to a station that believes what it gets, through the command line."""

from pathlib import Path

import pytest

from pipeline.api import Folder, Week
from scripts.weekly import whole
from tests.loopback.site import site

from .conftest import WEEK, Command

CODE = "07288"
BULLETINS = ("bulletins", "--offline", "--week", WEEK)


def test_from_a_key_to_a_station_that_believes(
    truyenthanh: Command, stocked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys, away = tmp_path / "khóa", tmp_path / "cất"
    monkeypatch.setenv("TRUYENTHANH_KEYS", str(keys))
    made = truyenthanh("key", "make")
    assert made.returncode == 0, made.stderr
    (secret,) = keys.iterdir()
    assert secret.read_text().splitlines()[1] not in made.stdout + made.stderr
    assert truyenthanh(*BULLETINS).returncode == 0

    week = stocked / "output" / WEEK
    asked = ("--key", "khoa-cong-khai.pub", "--station", CODE, "--week", WEEK)
    with site(stocked / "output") as url:
        for what in (week / CODE, f"{url}/{WEEK}/"):
            told = truyenthanh("verify", str(what), *asked)
            assert told.returncode == 0, told.stdout
            (line,) = told.stdout.splitlines()
            assert "nguyên vẹn" in line
            assert "chữ ký đúng" in line
    old = truyenthanh("verify", str(week / CODE), *asked[:-1], "2026-W50")
    assert old.returncode == 1
    assert "gói cũ" in old.stdout

    keys.rename(away)  # a key that is not here keeps no station silent
    again = truyenthanh(*BULLETINS)
    assert again.returncode == 0
    assert "CHƯA ĐƯỢC KÝ" in again.stderr
    assert not list(week.rglob("*.minisig"))
    assert whole(Folder(stocked), Week(year=2026, number=49))

    away.rename(keys)  # and the timer makes up for it when it is back
    assert not whole(Folder(stocked), Week(year=2026, number=49))
    assert truyenthanh(*BULLETINS).returncode == 0
    assert whole(Folder(stocked), Week(year=2026, number=49))
