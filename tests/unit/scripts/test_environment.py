"""Setting up for a beginner: on machines that lack something, and when nothing is due."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
TOOLS = ("cat", "cksum", "dirname", "mkdir", "rm", "sh")
# Stands in for Python in an environment: notes what it is asked, makes the folder of a new one.
STAND_IN = """#!/bin/sh
echo "$@" >>told
case "$*" in
    "-m venv .venv") mkdir -p .venv/bin; cp "$0" .venv/bin/python ;;
    "-m pip"*) exit ${PIP_FAILS:-0} ;;
esac
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a shell script")


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A checkout in a folder with an awkward name, and a search path with next to nothing on it."""
    folder = tmp_path / "Bản tin của xã"
    (folder / "scripts").mkdir(parents=True)
    shutil.copyfile(ROOT / "scripts" / "environment.sh", folder / "scripts" / "environment.sh")
    shutil.copyfile(ROOT / "pyproject.toml", folder / "pyproject.toml")
    (tmp_path / "bin").mkdir()
    for tool in (*TOOLS, "cp"):
        found = shutil.which(tool)
        assert found
        (tmp_path / "bin" / tool).symlink_to(found)
    return folder


def program(machine: Path, name: str, text: str) -> None:
    path = machine.parent / "bin" / name
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


def setup(machine: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "scripts/environment.sh", *arguments],
        cwd=machine,
        env={"PATH": str(machine.parent / "bin"), **more},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )


def told(machine: Path) -> list[str]:
    """What the Pythons were asked since the last time."""
    path = machine / "told"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    path.unlink(missing_ok=True)
    return [line for line in lines if line.startswith("-m")]


def test_no_python_at_all(machine: Path) -> None:
    done = setup(machine)
    assert done.returncode == 3
    assert "Không tìm thấy Python 3.11" in done.stderr
    assert not (machine / ".venv").exists()


def test_a_python_that_is_only_a_name_or_too_old_is_passed_over(machine: Path) -> None:
    program(machine, "python3.13", "#!/bin/sh\nexit 127\n")  # as pyenv leaves them behind
    program(machine, "python3", STAND_IN)
    done = setup(machine)
    assert done.returncode == 0, done.stderr
    assert told(machine)[0] == "-m venv .venv"


def test_a_python_without_venv(machine: Path) -> None:
    program(machine, "python3", '#!/bin/sh\ncase "$2" in *ensurepip*) exit 1 ;; esac\n')
    done = setup(machine)
    assert done.returncode == 3
    assert "thiếu phần venv" in done.stderr
    assert "python3-venv" in done.stderr


def test_it_is_set_up_once_from_wheels_only_and_brought_up_to_date(machine: Path) -> None:
    program(machine, "python3", STAND_IN)
    assert setup(machine).returncode == 0
    made, installed = told(machine)
    assert made == "-m venv .venv"
    assert "--only-binary :all:" in installed
    assert installed.endswith("--editable .")

    again = setup(machine)
    assert (again.returncode, again.stderr, told(machine)) == (0, "", [])

    assert setup(machine, "dev").returncode == 0
    assert told(machine) == [f"{installed} --requirement .venv/dev.txt"]
    assert setup(machine).stderr == ""  # what tests need holds what running needs

    with (machine / "pyproject.toml").open("a") as file:
        file.write("# changed\n")
    assert "cập nhật" in setup(machine).stderr
    assert told(machine) == [installed]


def test_a_failed_download_is_said_and_tried_again(machine: Path) -> None:
    program(machine, "python3", STAND_IN)
    failed = setup(machine, PIP_FAILS="1")
    assert failed.returncode == 3
    assert "Kiểm tra mạng" in failed.stderr
    assert setup(machine).returncode == 0


def test_a_folder_that_has_moved_gets_a_new_environment(machine: Path) -> None:
    program(machine, "python3", STAND_IN)
    setup(machine)
    told(machine)
    moved = machine.rename(machine.parent / "chỗ mới")
    assert setup(moved).returncode == 0
    assert told(moved)[0] == "-m venv .venv"


needs_make = pytest.mark.skipif(shutil.which("make") is None, reason="make is not on this machine")


def make(*arguments: str) -> str:
    done = subprocess.run(
        ["make", "--no-print-directory", *arguments],
        cwd=ROOT,
        env={key: value for key, value in os.environ.items() if not key.startswith("MAKE")},
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    return done.stdout


@needs_make
def test_make_alone_names_every_target_in_vietnamese() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", text, re.MULTILINE))
    shown = set(re.findall(r"^  make ([a-z-]+)  ", make(), re.MULTILINE))
    environments = {f"{kind}-environment" for kind in ("run", "dev", "bench")}
    assert targets - shown == {"help"} | environments


@needs_make
@pytest.mark.parametrize(
    ("asked", "command"),
    [
        ([], "truyenthanh bulletins"),
        (["WEEK=2026-W48", "OFFLINE=1"], "truyenthanh bulletins --week 2026-W48 --offline"),
        (
            ["STATION=07288 07840", "VOICE=nu-mien-bac", "ARGS=--jobs 1"],
            "truyenthanh bulletins --station 07288 --station 07840 --voice nu-mien-bac --jobs 1",
        ),
    ],
)
def test_make_passes_on_what_people_add(asked: list[str], command: str) -> None:
    shown = " ".join(make("-n", "bulletins", *asked).split())
    assert shown.endswith(f".venv/bin/{command}")


@needs_make
def test_schedule_installs_only_when_told() -> None:
    assert make("-n", "schedule").split()[-1] == "scripts/schedule.py"
    assert make("-n", "schedule", "INSTALL=1").split()[-1] == "--install"
    assert make("-n", "schedule", "REMOVE=1").split()[-1] == "--remove"
