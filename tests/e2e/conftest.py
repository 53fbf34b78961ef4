"""Projects with two stations and a voice of sine pips, and the command line beside them.

`sample` has all texts of the sample project, `project` few of them and little to make, `stocked` is
`project` with the sounds of its week in its store already.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright

from pipeline.testing import approve_all

ROOT = Path(__file__).parents[2]
PARTS = ("campaigns", "jingles", "voices", "project.yaml", "duyet.yaml")
STATIONS = ("07288", "07840")
KEPT = ("hay-dung-lai", "hay-thuoc-so-111")  # messages the tests know by name
WEEK = "2026-W49"
MADE = (".truyenthanh/store", "output/bo-tai-lieu")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def sample_written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `sample` is a copy of."""
    folder = tmp_path_factory.mktemp("mau") / "du-an"
    (folder / "stations").mkdir(parents=True)
    for name in PARTS:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
        copy(ROOT / name, folder / name)
    for code in STATIONS:
        for station in (ROOT / "stations").glob(f"{code}*.yaml"):
            shutil.copyfile(station, folder / "stations" / station.name)
    for voice in (folder / "voices").glob("*.yaml"):
        language = "language: vi\nchoices:\n  - engine: tone\n    syllables_per_second: 4.0\n"
        voice.write_text(f"id: {voice.stem}\nname: Tiếng bíp\n{language}", encoding="utf-8")
    approve_all(folder)
    return folder


@pytest.fixture(scope="session")
def project_written(sample_written: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `project` is a copy of: a message for each task, in quick pips, two days a week."""
    folder = shutil.copytree(sample_written, tmp_path_factory.mktemp("nho") / "du-an")
    change(folder / "project.yaml", "least: 120", "least: 20")
    change(folder / "project.yaml", "most: 300", "most: 100")
    for station in (folder / "stations").iterdir():
        change(station, "days: hằng ngày", "days: [T2, T5]")
    for voice in (folder / "voices").glob("*.yaml"):
        change(voice, "syllables_per_second: 4.0", "syllables_per_second: 10.0")
    for campaign in (folder / "campaigns").iterdir():
        topics = set()
        messages = sorted(campaign.glob("*.md"))
        for message in sorted(messages, key=lambda path: path.stem not in KEPT):
            topic = re.search(r"(?m)^topic: (.*)$", message.read_text(encoding="utf-8"))[1]
            if topic in topics:
                message.unlink()
            topics.add(topic)
    approve_all(folder)
    return folder


@pytest.fixture(scope="session")
def finished(project_written: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with its week made, once for all processes of a run."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "da-lam"
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            building = shutil.copytree(project_written, folder.with_name("dang-lam"))
            command = [sys.executable, "-m", "pipeline", "bulletins", "--week", WEEK, "--offline"]
            subprocess.run(command, cwd=building, env=environment(), check=True, timeout=120)
            building.rename(folder)
    return folder


@pytest.fixture
def sample(sample_written: Path, tmp_path: Path) -> Path:
    return shutil.copytree(sample_written, tmp_path / "du-an")


@pytest.fixture
def project(project_written: Path, tmp_path: Path) -> Path:
    return shutil.copytree(project_written, tmp_path / "du-an")


@pytest.fixture
def stocked(project: Path, finished: Path) -> Path:
    """Files in a store or a kit are replaced, never written into: one copy serves all tests."""
    for part in MADE:
        shutil.copytree(finished / part, project / part, copy_function=os.link)
    return project


@pytest.fixture
def truyenthanh(project: Path) -> Command:
    """Run the command line in the project folder; what it printed and its exit code."""

    def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
        given = {"cwd": project, "timeout": 120, "env": environment()} | options
        return subprocess.run(
            [sys.executable, "-m", "pipeline", *arguments],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            **given,
        )

    return run


def change(path: Path, old: str, new: str) -> None:
    """Write something else in a file, where it stands."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def environment(**more: str) -> dict[str, str]:
    """The environment a command needs, in a language that is not Vietnamese."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", **more}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The Chromium of this machine."""
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        pytest.skip("Chromium is not installed")
    options = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=program, args=[*options, "--mute-audio"])
        yield browser
        browser.close()
