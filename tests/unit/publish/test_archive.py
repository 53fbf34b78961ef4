"""The zip: in play order, stored, the same bytes every time."""

import hashlib
import io
import shutil
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import pytest

from pipeline.publish.archive import pack

MONDAY = date(2026, 11, 30)
FILES = {"02_B.MP3": b"b" * 4000, "01_A.MP3": b"a" * 3000, "PLAY.M3U": b"#EXTM3U\r\n"}


def test_entries_are_in_the_order_given_stored_and_dated() -> None:
    with zipfile.ZipFile(io.BytesIO(pack(FILES, MONDAY))) as archive:
        entries = archive.infolist()
        assert [entry.filename for entry in entries] == list(FILES)
        assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}
        assert {entry.date_time for entry in entries} == {(2026, 11, 30, 0, 0, 0)}
        assert {entry.external_attr >> 16 for entry in entries} == {0o100644}
        assert {archive.read(name) == content for name, content in FILES.items()} == {True}


def test_the_bytes_are_the_same_on_every_machine() -> None:
    """A golden digest: it changes only with the format, which is then a decision."""
    assert hashlib.sha256(pack(FILES, MONDAY)).hexdigest() == (
        "9e598006294ac9746957a2de75d5e9f9ae15d23672d2be53a86f6f34224a6f77"
    )


@pytest.mark.skipif(shutil.which("unzip") is None, reason="unzip is not installed")
def test_unzip_finds_it_whole_and_writes_in_play_order(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(pack(FILES, MONDAY))
    tested = subprocess.run(["unzip", "-t", "a.zip"], cwd=tmp_path, capture_output=True, text=True)
    assert tested.returncode == 0, tested.stdout
    listed = subprocess.run(["unzip", "-Z1", "a.zip"], cwd=tmp_path, capture_output=True, text=True)
    assert listed.stdout.split() == list(FILES)
