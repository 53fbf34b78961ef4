"""What a folder can suffer: damage, missing halves, no room, no right to write."""

import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.errors import StoreError
from pipeline.store import Damaged, DirectoryStore, Missing

KEY = "ab" + "0" * 62


@pytest.fixture
def store(tmp_path: Path) -> DirectoryStore:
    store = DirectoryStore(tmp_path / "store")
    store.put(KEY, b"sound", "{}", (), "")
    return store


def object_path(tmp_path: Path) -> Path:
    return tmp_path / "store" / "ab" / KEY


def test_a_flipped_bit_is_found_and_the_object_goes(store: DirectoryStore, tmp_path: Path) -> None:
    object_path(tmp_path).write_bytes(b"Sound")
    assert store.has(KEY)  # the cheap look cannot see it
    with pytest.raises(Damaged):
        store.get(KEY)
    assert not store.has(KEY)


@pytest.mark.parametrize("error", [Damaged(KEY), Missing(KEY)])
def test_what_a_worker_process_tells_is_told_once(error: Damaged | Missing) -> None:
    home = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    assert (type(home), home.key, str(home)) == (type(error), KEY, str(error))


def test_a_shortened_object_does_not_count(store: DirectoryStore, tmp_path: Path) -> None:
    object_path(tmp_path).write_bytes(b"sou")
    assert not store.has(KEY)


def test_an_object_without_its_record_does_not_count(store: DirectoryStore, tmp_path: Path) -> None:
    object_path(tmp_path).with_name(f"{KEY}.json").unlink()
    assert not store.has(KEY)
    with pytest.raises(Missing):
        store.get(KEY)


def test_a_record_of_rubbish_does_not_count(store: DirectoryStore, tmp_path: Path) -> None:
    object_path(tmp_path).with_name(f"{KEY}.json").write_bytes(b"\x00{")
    assert not store.has(KEY)


def test_sweep_removes_half_written_files(store: DirectoryStore, tmp_path: Path) -> None:
    left = tmp_path / "store" / "tmp" / ".viet-do-x"
    left.write_bytes(b"half")
    store.sweep()
    assert not left.exists()
    assert store.get(KEY) == b"sound"


@pytest.mark.skipif(sys.platform == "win32", reason="no RLIMIT_FSIZE")
def test_a_full_disk_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    """The kernel refuses to write further, as it does when the disk is full."""
    script = f"""
import resource, signal
from pathlib import Path
from pipeline.errors import StoreError
from pipeline.store import DirectoryStore
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    DirectoryStore(Path({str(tmp_path)!r})).put({KEY!r}, bytes(5000), "{{}}", (), "")
except StoreError as error:
    print(error)
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=30
    )
    assert "Không ghi được" in done.stdout
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("not a folder")
    with pytest.raises(StoreError, match="Không ghi được"):
        DirectoryStore(tmp_path / "store").put(KEY, b"sound", "{}", (), "")
