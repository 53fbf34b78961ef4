"""The wheel holds the whole package: code, tables, pages, templates, the Vietnamese catalogue."""

import subprocess
import sys
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

import pipeline

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        timeout=120,
    )
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def test_every_file_of_the_package_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    lying = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "pipeline").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    held = {name for name in wheel.namelist() if not name.split("/")[0].endswith(".dist-info")}
    assert held == lying
    for name in (
        "pipeline/cli/locale/vi/LC_MESSAGES/messages.mo",
        "pipeline/project/tables/admin_units.csv",
        "pipeline/publish/portal/static/portal.css",
        "pipeline/py.typed",
    ):
        assert wheel.read(name) == (ROOT / name).read_bytes()


def test_the_wheel_says_what_it_is(wheel: zipfile.ZipFile) -> None:
    folder = next(name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
    said = Parser().parsestr(wheel.read(folder).decode("utf-8"))
    assert said["Name"] == "truyenthanh"
    assert said["Version"] == pipeline.__version__
    assert said["License-Expression"] == "GPL-3.0-or-later"
    licences = {name.rpartition("/")[2] for name in wheel.namelist() if "/licenses/" in name}
    assert licences == {"LICENSE", "NOTICE.md"}
    entry_points = wheel.read(folder.replace("METADATA", "entry_points.txt")).decode("utf-8")
    assert "truyenthanh = pipeline.cli.main:main" in entry_points
    for engine in ("espeak", "gtts", "recorded", "tone"):
        assert f"{engine} = pipeline.engines.{engine}:" in entry_points
