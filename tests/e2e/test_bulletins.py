"""`truyenthanh bulletins` as an officer meets it."""

import hashlib
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from .conftest import STATIONS, WEEK, Command, environment


def tree(folder: Path) -> dict[str, str]:
    """Every file below a folder and its digest."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def make(truyenthanh: Command, *more: str) -> subprocess.CompletedProcess[str]:
    return truyenthanh("bulletins", "--offline", "--week", WEEK, *more)


def test_a_week_is_made_checked_and_summed_up(truyenthanh: Command, project: Path) -> None:
    done = make(truyenthanh)
    assert done.returncode == 0, done.stderr
    assert "2 đài" in done.stderr
    assert "tone" in done.stderr
    assert "Việc tiếp theo" in done.stderr
    assert "thẻ: truyenthanh usb CHỖ-THẺ --station MÃ," in done.stderr  # no Makefile here
    assert done.stdout == ""
    week = project / "output" / WEEK
    for code in STATIONS:
        assert list((week / code).glob("01_*.MP3"))
        with zipfile.ZipFile(week / f"{code}_{WEEK}.zip") as bundle:
            assert bundle.testzip() is None
        assert WEEK in (project / "output" / code / "index.html").read_text(encoding="utf-8")
    assert (project / "output" / "index.html").is_file()
    checked = truyenthanh("verify", str(week))
    assert checked.returncode == 0, checked.stdout


def test_the_second_run_does_nothing_and_changes_nothing(
    truyenthanh: Command, stocked: Path
) -> None:
    make(truyenthanh)
    before = tree(stocked / "output")
    again = make(truyenthanh)
    assert again.returncode == 0
    assert "không phải làm lại gì" in again.stderr
    assert tree(stocked / "output") == before


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
@pytest.mark.parametrize("after", [0.6, 1.2, 2.0, 3.0])
def test_killed_at_any_moment_the_same_command_finishes_the_same_bytes(
    truyenthanh: Command, project: Path, finished: Path, after: float
) -> None:
    victim = subprocess.Popen(
        [sys.executable, "-m", "pipeline", "bulletins", "--offline", "--week", WEEK],
        cwd=project,
        env=environment(),
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    time.sleep(after)
    os.kill(victim.pid, signal.SIGKILL)
    victim.wait()
    again = make(truyenthanh)
    assert again.returncode == 0, again.stderr
    assert tree(project / "output") == tree(finished / "output")


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_worker_processes_end_when_the_run_is_killed(project: Path) -> None:
    victim = subprocess.Popen(
        [sys.executable, "-m", "pipeline", "bulletins", "--offline", "--week", WEEK],
        cwd=project,
        env=environment(),
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    deadline = time.monotonic() + 20
    while not _children(victim.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    children = _children(victim.pid)
    os.kill(victim.pid, signal.SIGKILL)
    victim.wait()
    deadline = time.monotonic() + 10
    while any(map(_alive, children)) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert children
    assert not any(map(_alive, children))


def test_two_runs_at_once_the_second_leaves_with_a_word(
    truyenthanh: Command, project: Path
) -> None:
    from pipeline.api import Folder

    with Folder(project).lock():
        second = make(truyenthanh)
    assert second.returncode == 3
    assert "lượt chạy khác" in second.stderr


def test_a_damaged_store_is_mended_on_the_way(
    truyenthanh: Command, stocked: Path, finished: Path
) -> None:
    store = stocked / ".truyenthanh" / "store"
    for number, path in enumerate(sorted(p for p in store.glob("??/*") if not p.suffix)):
        if number % 3 == 0:
            path.unlink()
            path.write_bytes(b"")
    again = make(truyenthanh)
    assert again.returncode == 0, again.stderr
    assert tree(stocked / "output") == tree(finished / "output")


@pytest.mark.parametrize("time_text", ["03:15", "04:45", "'04:45'", "23:30"])
def test_a_broadcast_outside_its_window_fails_the_build(
    truyenthanh: Command, project: Path, time_text: str
) -> None:
    path = next((project / "stations").glob("07288*"))
    lines = path.read_text(encoding="utf-8").splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("times:"))
    lines[at] = f"times: [{time_text}, 17:15]"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = make(truyenthanh)
    assert done.returncode == 2
    assert f"stations/{path.name}:{at + 1}:" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "output").exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_nobody_may_write_is_said(truyenthanh: Command, project: Path) -> None:
    project.chmod(0o555)
    try:
        done = make(truyenthanh)
    finally:
        project.chmod(0o755)
    assert done.returncode == 3
    assert "quyền ghi" in done.stderr


def _children(pid: int) -> list[int]:
    path = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in path.read_text().split()] if path.exists() else []


def _alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
