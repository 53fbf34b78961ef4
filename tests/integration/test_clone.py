"""Zips that share blocks with their folder, on a file system that can, made for the test."""

import os
import shutil
import struct
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.publish import publish, verify
from pipeline.publish.clone import clone
from pipeline.store import DirectoryStore
from tests.integration.test_publish import tree
from tests.unit.publish import kit

fcntl = pytest.importorskip("fcntl", reason="no ioctl on this system")
FIEMAP, HEADER, EXTENT = 0xC020660B, "=QQLLLL", "=QQQ2QL3L"
SHARED = 0x2000  # FIEMAP_EXTENT_SHARED


@pytest.fixture(params=["xfs", "btrfs"])
def volume(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """A fresh file system in a file, mounted."""
    kind: str = request.param
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root may mount")
    if shutil.which(f"mkfs.{kind}") is None:
        pytest.skip(f"mkfs.{kind} is not on this machine")
    image, place = tmp_path / "đĩa", tmp_path / "gắn"
    place.mkdir()
    with image.open("wb") as file:
        file.truncate(400_000_000)
    subprocess.run([f"mkfs.{kind}", "-q", image], check=True, capture_output=True)
    mounted = subprocess.run(["mount", "-o", "loop", image, place], capture_output=True, text=True)
    if mounted.returncode:
        pytest.skip(f"cannot mount {kind}: {mounted.stderr.strip()}")
    try:
        yield place
    finally:
        subprocess.run(["umount", place], check=True)


def shares(path: Path) -> bool:
    """Whether the file has blocks in common with another one."""
    found = bytearray(struct.pack(HEADER, 0, 2**63, 1, 0, 64, 0))
    found += bytes(64 * struct.calcsize(EXTENT))
    with path.open("rb") as file:
        fcntl.ioctl(file.fileno(), FIEMAP, found)
    size, start = struct.calcsize(EXTENT), struct.calcsize(HEADER)
    count = struct.unpack_from(HEADER, found)[3]
    flags = [struct.unpack_from(EXTENT, found, start + size * at)[5] for at in range(count)]
    return any(flag & SHARED for flag in flags)


def test_the_zip_shares_its_blocks_with_the_folder(volume: Path, tmp_path: Path) -> None:
    plan = kit.make_plan(days=1)
    store = DirectoryStore(volume / "kho")
    kit.stock(plan, store)
    week = publish(plan, store, volume / "ra").folder
    assert verify(volume / "ra") == ()
    for mp3 in week.glob("*/*.MP3"):
        assert shares(mp3)
    for archive in week.glob("*.zip"):
        assert shares(archive)
    publish(plan, store, tmp_path / "ra")
    assert tree(volume / "ra") == tree(tmp_path / "ra")


def test_elsewhere_nothing_is_appended(tmp_path: Path) -> None:
    """Another file system, or one that cannot: the caller writes the bytes."""
    other = Path("/dev/shm")  # noqa: S108 - never the file system of tmp_path
    if not other.is_dir():
        pytest.skip("no second file system")
    source = other / f"nguồn-{os.getpid()}"
    source.write_bytes(b"x" * 5000)
    try:
        with (tmp_path / "đích").open("wb") as target:
            target.write(b"head")
            assert not clone(source, target)
            target.write(b"tail")
    finally:
        source.unlink()
    assert (tmp_path / "đích").read_bytes() == b"headtail"
