"""Style, script and typeface of the site, under names that hold the digest of their content."""

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ...model import Record
from .. import sitemap

STATIC = Path(__file__).parent / "static"
KEPT = ("portal.css", "portal.js", "mark.svg")  # and the typeface: all that a page needs


class Assets(Record):
    """What the pages are drawn with."""

    files: dict[str, bytes]  # address -> content
    named: dict[str, str]  # file name as written -> address
    digest: str  # of everything the pages are made from, this program included

    @property
    def offline(self) -> tuple[str, ...]:
        """Addresses of what a page needs where there is no network."""
        kept = [name for name in self.named if name in KEPT or name.endswith(".woff2")]
        return tuple(self.named[name] for name in sorted(kept))


@cache
def assets() -> Assets:
    """Read them once. The style names the typefaces, so those are named first."""
    files: dict[str, bytes] = {}
    named: dict[str, str] = {}
    for path in _sources():
        content = path.read_bytes()
        for name, address in named.items():
            content = content.replace(
                f"url({name})".encode(), f"url({Path(address).name})".encode()
            )
        named[path.name] = sitemap.asset(path.name, hashlib.sha256(content).hexdigest())
        files[named[path.name]] = content
    return Assets(files=files, named=named, digest=_digest())


def _sources() -> Iterator[Path]:
    yield from sorted((STATIC / "fonts").glob("*.woff2"))
    yield from (STATIC / name for name in (*KEPT, "cover.png"))


def _digest() -> str:
    """Of every file that has a part in publishing: when one changes, all pages are made anew."""
    whole = hashlib.sha256()
    for path in sorted(Path(__file__).parents[1].rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            whole.update(f"{path.name}\0".encode() + path.read_bytes())
    return whole.hexdigest()
