"""`truyenthanh serve` from the command line."""

import os
import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.loopback import portal
from tests.loopback.portal import LATER

from .conftest import Command, environment


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT for a child there")
def test_it_says_where_it_is_answers_and_ends_cleanly(tmp_path: Path) -> None:
    output = portal.site(tmp_path / "ra", weeks=(LATER,))
    asked = ["serve", "--output", str(output), "--host", "127.0.0.1", "--port", "0"]
    running = subprocess.Popen(
        [sys.executable, "-m", "pipeline", *asked],
        stderr=subprocess.PIPE,
        env=environment(),
        cwd=tmp_path,
        encoding="utf-8",
    )
    try:
        address = re.search(r"http://127\.0\.0\.1:\d+/", running.stderr.readline())[0]
        with urllib.request.urlopen(f"{address}07288/", timeout=10) as answer:  # noqa: S310
            assert answer.read() == (output / "07288" / "index.html").read_bytes()
        os.kill(running.pid, signal.SIGINT)
        assert running.wait(10) == 0
        assert running.stderr.read().strip() == "Đã dừng."
    finally:
        running.kill()
        running.wait()
        running.stderr.close()


def test_where_nothing_was_made_it_says_what_to_do(truyenthanh: Command) -> None:
    done = truyenthanh("serve", "--port", "0")
    assert done.returncode == 3
    assert "truyenthanh bulletins" in done.stderr


def test_what_it_serves_verifies_from_its_address(truyenthanh: Command, tmp_path: Path) -> None:
    output = portal.site(tmp_path / "ra", weeks=(LATER,))
    with portal.serving(output) as site:
        for what in ("2026-W49/", "2026-W49/07288/", "2026-W49/07288_2026-W49.zip"):
            done = truyenthanh("verify", f"{site}{what}")
            assert done.returncode == 0, done.stdout
