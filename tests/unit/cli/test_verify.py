"""`truyenthanh verify`: one line if all is well, one line for each fault otherwise."""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import clock
from pipeline.cli.main import speak_vietnamese
from pipeline.cli.verify import verify
from pipeline.errors import SigningError
from pipeline.publish import publish
from pipeline.signing import SecretKey
from pipeline.store import MemoryStore
from pipeline.zone import VIETNAM
from tests.unit.publish import kit

SECRET = SecretKey.make()
CODE, WEEK = "07288", "2026-W49"
Command = Callable[..., Result]


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory) -> Path:
    plan, store = kit.make_plan(), MemoryStore()
    kit.stock(plan, store)
    return publish(plan, store, tmp_path_factory.mktemp("ra"), signer=SECRET).folder


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Command:
    speak_vietnamese()  # click keeps the words it has once found
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 12, 2, 9, tzinfo=VIETNAM))

    def command(*arguments: str | Path) -> Result:
        asked = [str(each) for each in arguments]
        return CliRunner(mix_stderr=False).invoke(verify, asked, standalone_mode=False)

    return command


def test_one_line_if_all_is_well(run: Command, week: Path) -> None:
    for what in (week, week / CODE, week / f"{CODE}_{WEEK}.zip", week.parent):
        told = run(what, "--key", week / "KHOA-CONG-KHAI.PUB")
        assert told.return_value == 0
        (line,) = told.stdout.splitlines()
        assert line.startswith("✓")
        assert told.stderr == ""


def test_one_line_for_each_fault(run: Command, week: Path, tmp_path: Path) -> None:
    copied = Path(shutil.copytree(week / CODE, tmp_path / CODE))
    (copied / "PLAY.M3U").unlink()
    (copied / "LICH-PHAT.TXT").write_bytes(b"x")
    told = run(copied)
    assert told.return_value == 1
    assert len(told.stdout.splitlines()) == 2
    assert "2 lỗi" in told.stderr


def test_of_a_week_of_many_only_the_station_asked_for_counts(
    run: Command, week: Path, tmp_path: Path
) -> None:
    copied = Path(shutil.copytree(week, tmp_path / WEEK))
    (copied / "07289" / "PLAY.M3U").unlink()
    assert run(copied).return_value == 1
    assert run(copied, "--station", CODE).return_value == 0
    assert run(tmp_path, "--station", CODE).return_value == 0
    assert run(copied, "--station", "07289").return_value == 1
    missing = run(copied, "--station", "99999")
    assert "không có gói của đài 99999" in missing.stdout


@pytest.mark.parametrize("form", [CODE, f"{CODE}_{WEEK}.zip"])
def test_a_bundle_of_a_week_that_is_over_is_noted(
    run: Command, week: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 12, 8, 9, tzinfo=VIETNAM))
    told = run(week / form)
    assert told.return_value == 0
    assert "tuần đã qua" in told.stderr
    assert run(week / form, "--week", "this").return_value == 1


def test_what_is_no_key_says_so(run: Command, week: Path) -> None:
    assert isinstance(run(week, "--key", week / "RELEASE.JSON").exception, SigningError)
