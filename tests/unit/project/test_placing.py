"""A new campaign's folder is there whole, or not at all."""

import os
from pathlib import Path

import pytest

from pipeline.errors import TruyenThanhError
from pipeline.project.placing import place

FILES = {"campaign.yaml": b"title: A\n", "tin.md": b"x\n"}


def test_all_of_it_is_there(tmp_path: Path) -> None:
    placed = place(tmp_path / "campaigns" / "moi", FILES)
    assert {path.name: path.read_bytes() for path in placed} == FILES


def test_what_is_there_is_never_written_over(tmp_path: Path) -> None:
    place(tmp_path / "moi", FILES)
    with pytest.raises(TruyenThanhError, match="tên khác"):
        place(tmp_path / "moi", {"tin.md": b"y\n"})
    assert (tmp_path / "moi" / "tin.md").read_bytes() == FILES["tin.md"]


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(TruyenThanhError, match="Không ghi được"):
        place(tmp_path / "moi", {"tin.md": b"x\n", "không/có/tin.md": b"y\n"})
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such modes")
def test_a_colleague_may_read_it_whatever_this_users_habits_are(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        placed = place(tmp_path / "moi", FILES)
    finally:
        os.umask(before)
    assert {path.stat().st_mode & 0o777 for path in placed} == {0o644}
    assert (tmp_path / "moi").stat().st_mode & 0o777 == 0o755
