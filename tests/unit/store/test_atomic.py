"""Files that are written whole or not at all."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.errors import StoreError
from pipeline.store import atomic


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


@pytest.fixture
def private_habits() -> Iterator[None]:
    """A user whose new files nobody else may read."""
    before = os.umask(0o077)
    yield
    os.umask(before)


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such modes")
@pytest.mark.usefixtures("private_habits")
def test_a_new_file_may_be_read_by_a_colleague_and_a_web_server(tmp_path: Path) -> None:
    atomic.write(tmp_path / "bao-cao" / "a.txt", b"a")
    assert mode(tmp_path / "bao-cao" / "a.txt") == 0o644


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such modes")
@pytest.mark.parametrize("given", [0o600, 0o640, 0o664])
def test_a_file_that_is_replaced_keeps_what_others_may_do(tmp_path: Path, given: int) -> None:
    path = tmp_path / "lexicon.yaml"
    path.write_bytes(b"old")
    path.chmod(given)
    atomic.write(path, b"new")
    assert (path.read_bytes(), mode(path)) == (b"new", given)


def test_what_cannot_be_put_in_place_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(StoreError, match=r"a\.txt"):
        atomic.write(tmp_path / "a.txt", b"new")
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]
