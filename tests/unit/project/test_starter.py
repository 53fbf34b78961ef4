"""The project `truyenthanh init` writes."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.errors import TruyenThanhError
from pipeline.model import Project
from pipeline.project import create, load


def test_a_new_project_has_nothing_to_mend(tmp_path: Path) -> None:
    written = create(tmp_path / "du-an")
    project = load(tmp_path / "du-an")
    assert all(path.is_file() for path in written)
    assert [station.code for station in project.stations] == ["07288"]
    assert len(project.campaigns[0].messages) >= 3


def test_every_text_file_begins_with_help_in_vietnamese(tmp_path: Path) -> None:
    for path in create(tmp_path):
        if path.suffix == ".yaml" and path.parent.name != "jingles":
            assert path.read_text(encoding="utf-8").startswith("# ")


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thư.txt").write_text("của tôi")
    with pytest.raises(TruyenThanhError, match="không trống"):
        create(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thư.txt"]


@pytest.mark.parametrize(
    ("name", "first", "meant"),
    [
        ("stations/07288-xa-yen-the.yaml", "sound:", lambda made: made.stations[0].lexicon),
        (
            "campaigns/phong-chong-mua-ban-nguoi/campaign.yaml",
            "season:",
            lambda made: made.campaigns[0].season,
        ),
        ("project.yaml", "site:", lambda made: made.site.url),
        ("project.yaml", "publish:", lambda made: made.destinations[0].auto),
    ],
)
def test_what_is_commented_out_works_without_its_marks(
    tmp_path: Path, name: str, first: str, meant: Callable[[Project], object]
) -> None:
    create(tmp_path)
    before, mark, after = (tmp_path / name).read_text("utf-8").partition(f"# {first}")
    lines = f"{mark}{after}".splitlines()
    (tmp_path / name).write_text(before + "\n".join(map(uncommented, lines)), "utf-8")
    assert meant(load(tmp_path))


def uncommented(line: str) -> str:
    return line.removeprefix("# ")


def test_the_starter_is_small(tmp_path: Path) -> None:
    assert sum(path.stat().st_size for path in create(tmp_path)) < 250_000


@pytest.mark.parametrize("name", ["a/tệp/du-an", "x" * 300])
def test_a_place_where_nothing_can_be_made_is_said(tmp_path: Path, name: str) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "tệp").write_bytes(b"")
    with pytest.raises(TruyenThanhError, match="Không ghi được"):
        create(tmp_path / name)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_place_nobody_may_write_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    with pytest.raises(TruyenThanhError, match="quyền ghi"):
        create(tmp_path / "du-an")
