"""The weekly timer: filled in for any path, right for the system that reads it, and put back."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from pipeline.plan import due
from scripts import schedule

ROOT = Path(__file__).parents[3]
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
TASK = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"
NAMES = ["du-an", "Bản tin 100% của xã", "a $HOME b", 'dấu " và \\']
KINDS = ["systemd", "cron"]

on_posix = pytest.mark.skipif(os.name == "nt", reason="POSIX paths and programs")
with_systemd = pytest.mark.skipif(
    shutil.which("systemd-analyze") is None, reason="systemd is not on this machine"
)


def paths(folder: Path) -> dict[str, Path]:
    """Real files to run, in a folder of any name."""
    python, weekly = folder / ".venv" / "bin" / "python", folder / "scripts" / "weekly.py"
    for path in (python, weekly):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('#!/bin/sh\nfor each in "$@"; do echo "$each"; done\n', encoding="utf-8")
        path.chmod(0o755)
    return {"python": python, "weekly": weekly, "folder": folder}


@on_posix
@with_systemd
@pytest.mark.parametrize("name", NAMES)
def test_systemd_finds_nothing_wrong(name: str, tmp_path: Path) -> None:
    scheme = schedule.systemd(paths(tmp_path / name), tmp_path / "units")
    for path, content in scheme.files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    done = subprocess.run(
        ["systemd-analyze", "verify", "--user", *map(str, scheme.files)],
        env={**os.environ, "XDG_RUNTIME_DIR": str(tmp_path), "LC_ALL": "C"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    ours = [line for line in done.stderr.splitlines() if "truyenthanh" in line]
    assert ours == []
    assert done.returncode == 0, done.stderr


@on_posix
@with_systemd
def test_systemd_would_notice_a_mistake(tmp_path: Path) -> None:
    broken = tmp_path / "truyenthanh.service"
    broken.write_text("[Service]\nType=oneshot\nExecStart=khong-co-dau-gach\n", encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--user", str(broken)],
        env={**os.environ, "XDG_RUNTIME_DIR": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert "truyenthanh.service" in done.stderr


@on_posix
@pytest.mark.parametrize("name", NAMES)
def test_systemd_reads_the_command_back_as_it_was_meant(name: str, tmp_path: Path) -> None:
    """By the rules of systemd.service(5): "…" with C escapes, $$ and %% for single signs."""
    meant = paths(tmp_path / name)
    scheme = schedule.systemd(meant, tmp_path / "units")
    service = scheme.files[tmp_path / "units" / "systemd" / "user" / "truyenthanh.service"]
    line = re.search(r"^ExecStart=(.*)$", service.decode("utf-8"), re.MULTILINE)
    assert line is not None
    words = re.findall(r'"((?:[^"\\]|\\.)*)"|(\S+)', line[1])
    read = [
        re.sub(r"\\(.)", r"\1", quoted).replace("%%", "%").replace("$$", "$") or plain
        for quoted, plain in words
    ]
    command = [str(meant["python"]), str(meant["weekly"]), "-C", str(meant["folder"])]
    assert read == ["nice", "-n", "10", *command]


@with_systemd
def test_the_timer_rings_when_the_next_week_falls_due() -> None:
    timer = schedule.fill("truyenthanh.timer", {}, str)
    times = re.findall(r"^OnCalendar=(.*)$", timer, re.MULTILINE)
    assert "Persistent=true" in timer
    assert times[0] == "Sun *-*-* 20:00:00 Asia/Ho_Chi_Minh"
    for base in ("2026-11-24", "2026-12-29", "2027-12-31"):
        sunday = rings(times[0], base)
        assert sunday.isoweekday() == 7
        assert (sunday.hour, sunday.minute) == (20, 0)
        assert due(sunday).monday == (sunday + timedelta(1)).date()
        morning = rings(times[1], base)
        assert due(morning) == due(morning - timedelta(days=morning.weekday(), hours=4))


def rings(calendar: str, base: str) -> datetime:
    """When systemd would start the run next after `base`, in Vietnamese time."""
    done = subprocess.run(
        ["systemd-analyze", "calendar", f"--base-time={base} 12:00:00 UTC", calendar],
        env={**os.environ, "LC_ALL": "C", "TZ": "UTC"},
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    found = re.search(r"Next elapse: \w+ (\S+ \S+) UTC", done.stdout)
    assert found is not None, done.stdout
    return datetime.fromisoformat(f"{found[1]}+00:00").astimezone(HANOI)


@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Pacific/Auckland"])
def test_a_clock_elsewhere_shows_the_same_week(zone: str) -> None:
    """The same instant is Saturday, Sunday or Monday around the world; the week is Vietnam's."""
    bell = datetime(2027, 1, 3, 20, 0, tzinfo=HANOI)
    there = bell.astimezone(ZoneInfo(zone))
    assert str(due(there.astimezone(HANOI))) == "2027-W01"
    before = (there - timedelta(seconds=1)).astimezone(HANOI)
    assert str(due(before)) == "2026-W53"


def test_every_instant_of_two_years_has_one_week_and_sunday_evening_begins_the_next() -> None:
    now = datetime(2026, 1, 1, tzinfo=HANOI)
    weeks = []
    while now.year < 2028:
        week = due(now)
        assert week.monday <= now.date() or (now.isoweekday() == 7 and now.hour >= 20)
        assert (week.days[-1] - now.date()).days in range(8)
        if not weeks or weeks[-1] != week:
            weeks.append(week)
        now += timedelta(hours=1)
    mondays = [week.monday for week in weeks]
    assert mondays == [mondays[0] + timedelta(7 * n) for n in range(len(mondays))]


@on_posix
@pytest.mark.parametrize("name", NAMES)
def test_cron_runs_the_command_as_it_was_meant(name: str, tmp_path: Path) -> None:
    meant = paths(tmp_path / name)
    lines = [
        line
        for line in schedule.cron(meant).crontab.splitlines()
        if line and line[0] in "0123456789"
    ]
    assert [line.split()[:5] for line in lines] == [
        ["0", "20", "*", "*", "0"],
        ["30", "4", "*", "*", "*"],
    ]
    for line in lines:
        command = line.split(maxsplit=5)[5]
        assert not re.search(r"(?<!\\)%", command)  # would end the command
        done = subprocess.run(
            ["/bin/sh", "-c", command.replace(r"\%", "%")], capture_output=True, encoding="utf-8"
        )
        assert done.stdout.splitlines() == [str(meant["weekly"]), "-C", str(meant["folder"])]


@pytest.mark.parametrize(
    "before", ["", "# của tôi\n0 1 * * * /bin/true\n", "MAILTO=toi\n5 5 * * * x"]
)
def test_a_crontab_keeps_its_other_lines(before: str) -> None:
    block = "0 20 * * 0 làm\n"
    once = schedule.with_block(before, block)
    assert schedule.with_block(once, block) == once
    assert once.endswith(f"{schedule.BEGIN}\n{block}{schedule.END}\n")
    assert once.startswith(before)
    assert schedule.without_block(once).splitlines() == before.splitlines()


@pytest.mark.parametrize("name", ["du-an", "Bản tin & <loa>"])
def test_windows_gets_a_task_it_can_read(name: str, tmp_path: Path) -> None:
    meant = paths(tmp_path / name)
    scheme = schedule.windows(meant)
    content = scheme.files[meant["folder"] / ".truyenthanh" / "truyenthanh.xml"]
    assert content.startswith(b"\xff\xfe<\x00?\x00")
    task = ET.fromstring(content)  # noqa: S314 - our own file
    assert task.tag == f"{TASK}Task"
    assert {child.tag.removeprefix(TASK) for child in task} == {
        "RegistrationInfo",
        "Triggers",
        "Principals",
        "Settings",
        "Actions",
    }
    settings = {each.tag.removeprefix(TASK): each.text for each in task.find(f"{TASK}Settings")}
    assert settings["StartWhenAvailable"] == "true"
    assert settings["MultipleInstancesPolicy"] == "IgnoreNew"
    starts = [datetime.fromisoformat(each.text) for each in task.iter(f"{TASK}StartBoundary")]
    assert starts[0].isoweekday() == 7
    assert starts[0].astimezone(HANOI).hour == 20
    assert due(starts[0].astimezone(HANOI)) == due(starts[1].astimezone(HANOI))
    run = task.find(f"{TASK}Actions/{TASK}Exec")
    assert shlex.split(run.findtext(f"{TASK}Command")) == [str(meant["python"])]
    assert shlex.split(run.findtext(f"{TASK}Arguments")) == [
        str(meant["weekly"]),
        "-C",
        str(meant["folder"]),
    ]


@pytest.fixture
def programs(tmp_path: Path) -> dict[str, str]:
    """systemctl, loginctl and crontab that keep to themselves what they are told."""
    bin_folder = tmp_path / "bin"
    bin_folder.mkdir()
    told, table = tmp_path / "told", tmp_path / "table"
    for name in ("systemctl", "loginctl"):
        (bin_folder / name).write_text(f'#!/bin/sh\necho "{name} $*" >> "{told}"\n')
    (bin_folder / "crontab").write_text(
        f'#!/bin/sh\nif [ "$1" = -l ]; then cat "{table}"; else cat > "{table}"; fi\n'
    )
    for path in bin_folder.iterdir():
        path.chmod(0o755)
    project = tmp_path / "du an"
    project.mkdir()
    (project / "project.yaml").touch()
    return {
        **os.environ,
        "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "PYTHONPATH": str(ROOT),
    }


def run(programs: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "schedule.py"), *arguments],
        cwd=Path(programs["HOME"]) / "du an",
        env=programs,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )


@on_posix
@pytest.mark.parametrize("kind", KINDS)
def test_showing_installs_nothing(kind: str, programs: dict[str, str], tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    shown = run(programs, "--kind", kind)
    assert shown.returncode == 0, shown.stderr
    assert str(tmp_path / "du an") in shown.stdout
    assert "Chưa cài gì cả" in shown.stderr
    assert sorted(tmp_path.rglob("*")) == before


@on_posix
def test_installing_and_removing_with_systemd(programs: dict[str, str], tmp_path: Path) -> None:
    units = tmp_path / "config" / "systemd" / "user"
    for _ in range(2):
        done = run(programs, "--kind", "systemd", "--install")
        assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in units.iterdir()) == [
        "truyenthanh.service",
        "truyenthanh.timer",
    ]
    told = (tmp_path / "told").read_text().splitlines()
    assert told[:3] == [
        "systemctl --user daemon-reload",
        "systemctl --user enable --now truyenthanh.timer",
        "loginctl enable-linger",
    ]
    assert run(programs, "--kind", "systemd", "--remove").returncode == 0
    assert list(units.iterdir()) == []


@on_posix
def test_installing_and_removing_with_cron(programs: dict[str, str], tmp_path: Path) -> None:
    table = tmp_path / "table"
    table.write_text("5 5 * * * khac\n")
    for _ in range(2):
        assert run(programs, "--kind", "cron", "--install").returncode == 0
    lines = table.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "5 5 * * * khac"
    assert sum("weekly.py" in line for line in lines) == 2
    assert "CRON_TZ=Asia/Ho_Chi_Minh" in lines
    assert run(programs, "--kind", "cron", "--remove").returncode == 0
    assert table.read_text() == "5 5 * * * khac\n"


@on_posix
def test_what_the_system_refuses_is_said(programs: dict[str, str], tmp_path: Path) -> None:
    refusing = tmp_path / "bin" / "systemctl"
    refusing.write_text("#!/bin/sh\necho 'Failed to connect to bus' >&2\nexit 1\n")
    done = run(programs, "--kind", "systemd", "--install")
    assert done.returncode == 3
    assert "systemctl --user daemon-reload" in done.stderr
    assert "Failed to connect to bus" in done.stderr
    assert "Traceback" not in done.stderr
