"""SHA256SUMS, judged by the program it is made for."""

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

from pipeline.publish import sums


def test_one_line_a_file_in_binary_mode_with_bare_newlines() -> None:
    digest = hashlib.sha256(b"x").hexdigest()
    assert sums.write({"A.MP3": digest}) == f"{digest} *A.MP3\n".encode()


def test_what_was_written_is_read_back_in_order() -> None:
    digests = {name: hashlib.sha256(name.encode()).hexdigest() for name in ("B", "A", "C C")}
    assert list(sums.read(sums.write(digests)).items()) == list(digests.items())


@pytest.mark.parametrize("line", [b"abc *A\n", b"A\n", b"\n", b"0" * 64 + b"*A\n", b"\xff\xfe"])
def test_a_line_that_is_none_is_refused(line: bytes) -> None:
    with pytest.raises(ValueError):
        sums.read(line)


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not installed")
def test_sha256sum_accepts_it_and_finds_a_changed_file(tmp_path: Path) -> None:
    (tmp_path / "01_A.MP3").write_bytes(b"one")
    (tmp_path / "PLAY.M3U").write_bytes(b"two\r\n")
    digests = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in tmp_path.iterdir()
    }
    (tmp_path / "SHA256SUMS").write_bytes(sums.write(digests))
    command = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    assert subprocess.run(command, cwd=tmp_path, capture_output=True).returncode == 0
    (tmp_path / "01_A.MP3").write_bytes(b"won")
    assert subprocess.run(command, cwd=tmp_path, capture_output=True).returncode == 1
