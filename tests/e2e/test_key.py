"""From a key to a station that believes what it gets, through the command line."""

from pathlib import Path

import pytest

from pipeline.api import Folder, Week
from scripts.weekly import whole
from tests.loopback.site import site

from .conftest import Command

WEEK, CODE = "2026-W49", "07288"
BULLETINS = ("bulletins", "--offline", "--week", WEEK)


@pytest.fixture
def small(project: Path) -> Path:
    """The sample project with one short bulletin of one station."""
    changes = {"least: 120": "least: 20", "most: 300": "most: 60", "hằng ngày": "[T2]"}
    for path in (project / "project.yaml", *(project / "stations").iterdir()):
        text = path.read_text(encoding="utf-8")
        for old, new in changes.items():
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
        if path.name.startswith("07840"):
            path.unlink()
    return project


def test_from_a_key_to_a_station_that_believes(
    truyenthanh: Command, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys, away = tmp_path / "khóa", tmp_path / "cất"
    monkeypatch.setenv("TRUYENTHANH_KEYS", str(keys))
    made = truyenthanh("key", "make")
    assert made.returncode == 0, made.stderr
    (secret,) = keys.iterdir()
    assert secret.read_text().splitlines()[1] not in made.stdout + made.stderr
    assert truyenthanh(*BULLETINS).returncode == 0

    week = small / "output" / WEEK
    asked = ("--key", "khoa-cong-khai.pub", "--station", CODE, "--week", WEEK)
    with site(small / "output") as url:
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
    assert whole(Folder(small), Week(year=2026, number=49))

    away.rename(keys)  # and the timer makes up for it when it is back
    assert not whole(Folder(small), Week(year=2026, number=49))
    assert truyenthanh(*BULLETINS).returncode == 0
    assert whole(Folder(small), Week(year=2026, number=49))
