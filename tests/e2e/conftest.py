"""The sample project with two stations and a voice of sine pips, and the command line beside it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from pipeline.testing import approve_all

ROOT = Path(__file__).parents[2]
PARTS = ("campaigns", "jingles", "voices", "project.yaml", "duyet.yaml")
STATIONS = ("07288", "07840")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "du-an"
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
