"""A podcast client that knows nothing of us fetches a station's weeks from our server."""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from pipeline.model import Site
from pipeline.publish import refresh
from tests.loopback import portal
from tests.loopback.portal import BEFORE, LATER, release

pytestmark = pytest.mark.skipif(
    shutil.which("podget") is None, reason="podget (a podcast client of Debian) is not installed"
)


class Podget:
    """The client with a home of its own, subscribed to one feed."""

    def __init__(self, home: Path) -> None:
        self._home = home
        home.mkdir()
        self.run("--create-config", "podgetrc")

    def subscribe(self, feed: str) -> None:
        servers = self._home / ".config" / "podget" / "serverlist"
        servers.write_text(f"{feed} dai 07288\n", encoding="utf-8")

    def run(self, *options: str) -> str:
        given = {**os.environ, "HOME": str(self._home), "no_proxy": "127.0.0.1"}
        given.pop("XDG_CONFIG_HOME", None)
        return subprocess.run(
            ["podget", *options],
            env=given,
            cwd=self._home,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        ).stdout

    def had(self) -> dict[str, int]:
        """Digest -> when it was written, of every sound fetched."""
        sounds = (self._home / "POD").rglob("*.MP3")
        return {
            hashlib.sha256(path.read_bytes()).hexdigest(): path.stat().st_mtime_ns
            for path in sounds
        }


def published(output: Path, *weeks: object) -> set[str]:
    """Digests of the sounds in these weeks' bundles."""
    return {
        hashlib.sha256(path.read_bytes()).hexdigest()
        for week in weeks
        for path in (output / str(week) / "07288").glob("*.MP3")
    }


def test_a_week_arrives_whole_and_a_week_later_only_the_new(tmp_path) -> None:
    output = portal.site(tmp_path / "ra", weeks=(BEFORE,))
    client = Podget(tmp_path / "nha")
    with portal.serving(output) as site:
        client.subscribe(f"{site}07288/feed.xml")
        client.run()
        first = client.had()
        assert first.keys() == published(output, BEFORE)

        release(output, LATER)
        refresh(output, Site())
        told = client.run()
        later = client.had()
        assert later.keys() == published(output, BEFORE, LATER)
        assert {digest: later[digest] for digest in first} == first
        assert told.count("PLAYLIST: Adding") == 7
        assert client.run().count("PLAYLIST: Adding") == 0
