"""The weekly run, on a clock of our own: what lies there on Monday, and what is left alone."""

import hashlib
import os
import shutil
import subprocess
import sys
import threading
import time
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from pipeline.api import Folder, Week
from scripts.weekly import weekly, whole

from .conftest import ROOT, STATIONS, WEEK, change, environment

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
SUNDAY = datetime(2026, 11, 29, 20, 0, tzinfo=HANOI)
MONDAY = datetime(2026, 11, 30, 4, 30, tzinfo=HANOI)
OFFLINE = ("--offline",)


@pytest.fixture
def folder(stocked: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return Folder(stocked)


def report(folder: Folder, week: str = WEEK) -> str:
    return (folder.output / f"BAO-CAO_{week}.TXT").read_text(encoding="utf-8-sig")


def tree(folder: Folder) -> dict[str, tuple[int, str]]:
    """Every file of the output folder: when it was written, and its digest."""
    return {
        path.relative_to(folder.output).as_posix(): (
            path.stat().st_mtime_ns,
            hashlib.sha256(path.read_bytes()).hexdigest(),
        )
        for path in sorted(folder.output.rglob("*"))
        if path.is_file()
    }


def test_sunday_makes_next_week_and_monday_leaves_it_alone(
    folder: Folder, capfd: pytest.CaptureFixture[str]
) -> None:
    assert not whole(folder, Week.parse(WEEK, SUNDAY.date()))
    assert weekly(folder, SUNDAY, OFFLINE) == 0
    assert sorted(path.name for path in (folder.output / WEEK).iterdir() if path.is_dir()) == [
        *STATIONS
    ]
    told = report(folder)
    assert "KẾT QUẢ: XONG." in told
    assert "Bắt đầu: 20:00 ngày 29/11/2026" in told
    assert "2 đài" in told
    assert "Việc tiếp theo" in told
    assert "100 %" not in told
    assert folder.log(Week.parse(WEEK, SUNDAY.date())).read_text(encoding="utf-8")

    before = tree(folder)
    capfd.readouterr()
    assert weekly(folder, MONDAY, OFFLINE) == 0
    assert "không phải làm gì" in capfd.readouterr().err
    assert tree(folder) == before

    message = next((folder.root / "campaigns").glob("*/*.md"))
    message.write_text("---\ntitle: đang viết dở\n", encoding="utf-8")
    assert weekly(folder, MONDAY, OFFLINE) == 0  # next week's texts are being written
    assert tree(folder) == before


def test_what_is_missing_or_harmed_is_made_up_for(folder: Folder) -> None:
    only_one = [*OFFLINE, "--station", STATIONS[0]]
    assert weekly(folder, SUNDAY, only_one) == 0
    assert not whole(folder, Week.parse(WEEK, SUNDAY.date()))
    assert weekly(folder, MONDAY, OFFLINE) == 0
    expected = {name: digest for name, (_, digest) in tree(folder).items() if WEEK + "/" in name}

    harmed = next((folder.output / WEEK / STATIONS[1]).glob("01_*.MP3"))
    harmed.unlink()
    harmed.write_bytes(b"ID3")
    assert weekly(folder, MONDAY, OFFLINE) == 0
    after = {name: digest for name, (_, digest) in tree(folder).items() if WEEK + "/" in name}
    assert after == expected


def test_a_missed_sunday_is_made_up_for_in_the_week_itself(folder: Folder) -> None:
    wednesday = datetime(2026, 12, 30, 9, 15, tzinfo=HANOI)
    assert weekly(folder, wednesday, OFFLINE) == 0
    assert [path.name for path in folder.output.glob("2*-W*")] == ["2026-W53"]
    assert "Từ 28/12/2026 đến 03/01/2027" in report(folder, "2026-W53")


def test_one_station_that_cannot_speak_does_not_stop_the_other(folder: Folder) -> None:
    lonely = "id: mang\nname: Cần mạng\nlanguage: vi\nchoices:\n  - engine: gtts\n"
    (folder.root / "voices" / "mang.yaml").write_text(lonely, encoding="utf-8")
    station = next((folder.root / "stations").glob(f"{STATIONS[0]}*"))
    with station.open("a", encoding="utf-8") as file:
        file.write("\nvoices:\n  A: mang\n  B: mang\n")
    assert weekly(folder, SUNDAY, OFFLINE) == 1
    told = report(folder)
    assert "KẾT QUẢ: XONG MỘT PHẦN." in told
    assert f"{STATIONS[0]}/2026-11-30" in told
    assert list((folder.output / WEEK / STATIONS[1]).glob("*.MP3"))
    assert not whole(folder, Week.parse(WEEK, SUNDAY.date()))


def test_wrong_files_are_reported_with_their_places(folder: Folder) -> None:
    station = next((folder.root / "stations").glob(f"{STATIONS[0]}*"))
    change(station, "05:30, 17:00", "03:15, 17:00")
    assert weekly(folder, SUNDAY, OFFLINE) == 2
    told = report(folder)
    assert "KẾT QUẢ: CHƯA LÀM." in told
    assert f"stations/{station.name}:" in told
    assert not (folder.output / WEEK).exists()


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for Python")
def test_a_run_that_dies_leaves_a_word_before_and_after(
    folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in = tmp_path / "python"
    stand_in.write_text(
        f"#!/bin/sh\ncp '{folder.output}'/BAO-CAO* '{tmp_path}/dang-chay.txt'\n"
        "echo 'đến đây thì chết' >&2\nkill -9 $$\n",
        encoding="utf-8",
    )
    stand_in.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(stand_in))
    assert weekly(folder, SUNDAY) == 3
    meanwhile = (tmp_path / "dang-chay.txt").read_text(encoding="utf-8-sig")
    assert "KẾT QUẢ: CHƯA BIẾT." in meanwhile
    assert f"make bulletins WEEK={WEEK}" in meanwhile
    told = report(folder)
    assert "KẾT QUẢ: CHƯA LÀM ĐƯỢC." in told
    assert "đến đây thì chết" in told
    assert "ngừng đột ngột (mã -9)" in told


def test_of_two_runs_at_once_the_second_leaves_with_a_word(folder: Folder) -> None:
    with folder.lock():
        assert weekly(folder, SUNDAY, [*OFFLINE, "--wait", "0"]) == 3
    assert "lượt chạy khác" in report(folder)
    assert not (folder.output / WEEK).exists()


def test_of_two_runs_at_once_the_second_waits(folder: Folder) -> None:
    held = threading.Event()

    def hold() -> None:
        with folder.lock():
            held.set()
            time.sleep(2.5)

    other = threading.Thread(target=hold)
    other.start()
    held.wait()
    try:
        assert weekly(folder, SUNDAY, [*OFFLINE, "--wait", "1"]) == 0
    finally:
        other.join()


def test_the_script_itself_outside_any_project(tmp_path: Path) -> None:
    shutil.copyfile(ROOT / "scripts" / "weekly.py", tmp_path / "weekly.py")
    done = subprocess.run(
        [sys.executable, "weekly.py"],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert done.returncode == 3
    assert "không nằm trong dự án nào" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_did_not_get_to_its_place_on_sunday_is_sent_on_monday(folder: Folder) -> None:
    share = folder.root / "ổ chung"
    path = folder.root / "project.yaml"
    place = f"\npublish:\n  - name: may-chu\n    to: {share / 'web'}\n    auto: true\n"
    path.write_text(path.read_text(encoding="utf-8") + place, encoding="utf-8")
    assert weekly(folder, SUNDAY, OFFLINE) == 1  # the share is not mounted
    assert "Chưa gửi được đến may-chu" in report(folder)
    assert whole(folder, Week.parse(WEEK, SUNDAY.date()))

    share.mkdir()
    assert weekly(folder, MONDAY, OFFLINE) == 0
    for page in ("index.html", f"{STATIONS[0]}/feed.xml", f"{WEEK}/RELEASE.JSON"):
        assert (share / "web" / page).read_bytes() == (folder.output / page).read_bytes()
