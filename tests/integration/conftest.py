"""What several of these tests start from."""

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the sample project."""
    for name in ("campaigns", "jingles", "voices", "stations"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copyfile(ROOT / "project.yaml", tmp_path / "project.yaml")
    return tmp_path
