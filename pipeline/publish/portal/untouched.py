"""Whether a site lies just as it was left, above releases that lie just as they did.

One digest says so, over all that pages are made from and over what the system tells of every file
without opening it: the promise of the bundles' ledger, kept for pages. A file of somebody else's
that comes or goes in the site's folders only costs one look at everything.
"""

import hashlib
import os
from collections.abc import Collection, Iterator
from itertools import chain
from pathlib import Path

import msgspec

from ...errors import StoreError
from ...model import Site
from ...store import atomic
from .. import names, sitemap
from ..ledger import program, stamp


class SiteLedger:
    """Remembers one site: pages below `root`, about the releases below `output`."""

    def __init__(
        self, path: Path | None, output: Path, root: Path, site: Site, weeks: Collection[str] | None
    ) -> None:
        """`path` None: nothing is remembered, and everything always looked at."""
        self._path = path
        self._output = output
        self._root = root
        self._made_from = (program(), site, sorted(weeks) if weeks is not None else None)

    def untouched(self) -> bool:
        """Whether everything is as it was when `close` was called."""
        if self._path is None:
            return False
        try:
            return self._path.read_text("ascii") == self._state()
        except (OSError, UnicodeDecodeError):  # nothing is remembered, or something is gone
            return False

    def close(self) -> None:
        """Remember it as it is now. What cannot be written down only costs time, next time."""
        if self._path is not None:
            try:
                atomic.write(self._path, self._state().encode("ascii"))
            except (OSError, StoreError):
                self._path.unlink(missing_ok=True)

    def _state(self) -> str:
        digest = hashlib.sha256(msgspec.json.encode(self._made_from))
        for line in chain(self._releases(), self._pages()):
            digest.update(line.encode("utf-8", "surrogateescape") + b"\n")
        return digest.hexdigest()

    def _releases(self) -> Iterator[str]:
        """Every week's overview and which bundles lie beside it."""
        for folder in sorted(self._output.iterdir()):
            if names.is_week(folder.name):
                overview = folder / names.RELEASE
                yield f"{folder.name} {stamp(overview) if overview.exists() else None}"
                yield from sorted(each.name for each in os.scandir(folder))

    def _pages(self) -> Iterator[str]:
        for top in sitemap.tops(self._root):
            yield from _lying(top) if top.is_dir() else [f"{top.name} {stamp(top)}"]


def _lying(folder: str | Path) -> Iterator[str]:
    """What lies in a folder and below it."""
    yield f"{folder}/"
    with os.scandir(folder) as found:
        for each in sorted(found, key=lambda each: each.name):
            if each.is_dir(follow_symlinks=False):
                yield from _lying(each.path)
            else:
                told = each.stat(follow_symlinks=False)
                times = f"{told.st_mtime_ns} {told.st_ctime_ns}"
                yield f"{each.name} {told.st_size} {times} {each.inode()}"
