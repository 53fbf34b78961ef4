"""The zip: in play order, stored, the same bytes every time."""

import hashlib
import io
import shutil
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import PublishError
from pipeline.publish.archive import ALIGNMENT, LARGEST, layout, pack
from pipeline.publish.spliced import Content

MONDAY = date(2026, 11, 30)
FILES = {"02_B.MP3": b"b" * 4000, "01_A.MP3": b"a" * 9000, "PLAY.M3U": b"#EXTM3U\r\n"}


def packed(day: date = MONDAY) -> bytes:
    return b"".join(pack({name: Content.of(each) for name, each in FILES.items()}, day))


def test_entries_are_in_the_order_given_stored_and_dated() -> None:
    with zipfile.ZipFile(io.BytesIO(packed())) as archive:
        entries = archive.infolist()
        assert [entry.filename for entry in entries] == list(FILES)
        assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}
        assert {entry.date_time for entry in entries} == {(2026, 11, 30, 0, 0, 0)}
        assert {entry.external_attr >> 16 for entry in entries} == {0o100644}
        assert {archive.read(name) == content for name, content in FILES.items()} == {True}


def test_every_entry_begins_where_a_block_of_the_disk_begins() -> None:
    content = packed()
    for part in FILES.values():
        assert content.index(part) % ALIGNMENT == 0


def test_more_than_old_programs_can_read_is_refused() -> None:
    huge = Content((), LARGEST - ALIGNMENT, "", 0)
    with pytest.raises(PublishError, match="4 GB"):
        list(layout({"01_A.MP3": huge}, MONDAY))


def test_the_bytes_are_the_same_on_every_machine() -> None:
    """A golden digest: it changes only with the format, which is then a decision."""
    assert hashlib.sha256(packed()).hexdigest() == (
        "e23b839ab16d737315d475e725963aa41f1e2670a94226c83045ad807dd2f1c6"
    )


@pytest.mark.skipif(shutil.which("unzip") is None, reason="unzip is not installed")
def test_unzip_finds_it_whole_and_writes_in_play_order(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(packed())
    tested = subprocess.run(["unzip", "-t", "a.zip"], cwd=tmp_path, capture_output=True, text=True)
    assert tested.returncode == 0, tested.stdout
    listed = subprocess.run(["unzip", "-Z1", "a.zip"], cwd=tmp_path, capture_output=True, text=True)
    assert listed.stdout.split() == list(FILES)
