"""A folder for a web server, rsync or an SFTP program."""

import os
import shutil
from pathlib import Path

import pytest

from pipeline.elsewhere import Sent, Tree, open_carrier, tree_of
from pipeline.elsewhere.folder import ASIDE
from pipeline.errors import CarrierError
from pipeline.model import Destination, Site
from pipeline.publish import refresh
from tests.loopback.portal import LATER, release


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("trang") / "ra"
    release(folder, LATER, days=1)
    refresh(folder, Site())
    return folder


@pytest.fixture
def tree(output: Path) -> Tree:
    return tree_of(output, output)


def publish(tree: Tree, to: Path) -> Sent:
    return open_carrier(str(to)).publish(tree, Destination(to=str(to)), lambda step: None)


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """Inode and time of each file."""
    found = {path: path.stat() for path in folder.rglob("*") if path.is_file()}
    return {str(path): (told.st_ino, told.st_mtime_ns) for path, told in found.items()}


def test_times_are_those_of_the_files_here(tree: Tree, tmp_path: Path) -> None:
    publish(tree, tmp_path / "web")
    for address, item in tree.items.items():
        there = (tmp_path / "web" / address).stat()
        assert there.st_mtime_ns == item.path.stat().st_mtime_ns
        if os.name == "posix":
            assert there.st_mode & 0o777 == 0o644


def test_a_file_that_is_right_is_not_touched(tree: Tree, output: Path, tmp_path: Path) -> None:
    publish(tree, tmp_path / "web")
    before = stamps(tmp_path / "web")
    again = Path(shutil.copytree(output, tmp_path / "lại", copy_function=shutil.copyfile))
    assert publish(tree_of(again, again), tmp_path / "web").sent == 0  # other times, same bytes
    assert stamps(tmp_path / "web") == before


def test_what_a_killed_run_left_aside_goes(tree: Tree, tmp_path: Path) -> None:
    half = tmp_path / "web" / ASIDE / "2026-W49" / "x.MP3"
    half.parent.mkdir(parents=True)
    half.write_bytes(b"half")
    publish(tree, tmp_path / "web")
    assert not (tmp_path / "web" / ASIDE).exists()


@pytest.mark.parametrize("inside", ["", "web", ".."])
def test_not_into_the_output_folder_nor_around_it(tree: Tree, output: Path, inside: str) -> None:
    before = stamps(output)
    with pytest.raises(CarrierError, match="khác hẳn"):
        publish(tree, output / inside)
    assert stamps(output) == before


def test_a_share_that_is_not_there_is_told(tree: Tree, tmp_path: Path) -> None:
    with pytest.raises(CarrierError, match="không thấy thư mục này"):
        publish(tree, tmp_path / "ổ chung" / "web")


def test_a_disk_without_room_is_told_before_anything_is_written(
    tree: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = shutil.disk_usage(tmp_path)._replace(free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: full)
    with pytest.raises(CarrierError, match="chỉ còn trống 1 kB"):
        publish(tree, tmp_path / "web")
    assert list((tmp_path / "web").iterdir()) == []


def test_a_file_that_cannot_be_written_is_told(tree: Tree, tmp_path: Path) -> None:
    (tmp_path / "web").mkdir()
    (tmp_path / "web" / "2026-W49").write_text("chắn đường")
    with pytest.raises(CarrierError, match=r"2026-W49.*không phải thư mục.*gửi tiếp"):
        publish(tree, tmp_path / "web")
    assert not (tmp_path / "web" / "index.html").exists()
