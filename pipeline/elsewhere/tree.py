"""What is to lie at another place: the files of a release and their pages, each under its address.

Files are known by the lists of their bundles and by `sitemap`, so what else people keep in the
output folder is never sent.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from ..errors import PublishError
from ..model import Record
from ..publish import names, sitemap, sums
from ..publish.catalogue import Issue, catalogue
from .products import products

BUNDLE, OTHERS = 0, 1
WEEKLY = (  # files of a week's own folder
    names.QUALITY,
    names.QUALITY_RECORD,
    names.GUIDE,
    names.OVERVIEW,
    names.PUBLIC_KEY,
    names.RELEASE,
    names.RELEASE_SIGNATURE,
)


class Item(Record):
    """One file."""

    address: str  # from the root of the site
    path: Path  # here
    size: int  # bytes
    sha256: str = ""  # what its bundle's list says; "": nobody does

    def digest(self) -> str:
        """SHA-256 of what lies here. Raises PublishError when its bundle's list says otherwise."""
        with self.path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        return self._agreed(found)

    def read(self) -> bytes:
        """All of it. Raises PublishError likewise."""
        content = self.path.read_bytes()
        self._agreed(hashlib.sha256(content).hexdigest())
        return content

    def _agreed(self, found: str) -> str:
        if self.sha256 not in ("", found):
            raise _harmed(self.path)
        return found


class Tree(Record):
    """Everything that is to be there."""

    items: dict[str, Item]  # by address
    bundles: frozenset[str]  # "2026-W49/07288", "bo-tai-lieu": whose files are all among the items
    roots: tuple[Path, ...]  # where all of it lies here
    kept: Path | None = None  # a folder for notes of a carrier's own, which may be deleted
    alone: bool = False  # what else of ours lies there is to go, earlier weeks for example


def tree_of(
    output: Path, site: Path, weeks: Collection[str] | None = None, alone: bool = False
) -> Tree:
    """The bundles below an output folder with the pages below `site`, which may be the same folder.

    `weeks` None: all. Raises PublishError when there are none or a bundle is not whole.
    """
    shown = catalogue(output).stations.values()
    issues = [
        issue
        for issues in shown
        for issue in issues
        if issue.line.folder and (weeks is None or str(issue.week) in weeks)
    ]
    if not issues:
        named = f" ({', '.join(weeks)})" if weeks else ""
        raise PublishError(
            f"Trong {output} chưa có tuần nào để gửi{named}. Hãy chạy: truyenthanh bulletins"
        )
    items = [item for issue in issues for item in _bundle(output, issue)]
    for week in {str(issue.week) for issue in issues}:
        items += _week(output, week)
    items += _pages(site)
    whole = {f"{issue.week}/{issue.code}" for issue in issues}
    if (output / sitemap.KITS).is_dir():  # leaflets carry the addresses of what lies there
        items += (_item(output, address, digest) for address, digest in products(output))
        whole.add(sitemap.KITS)
    return Tree(
        items={item.address: item for item in items},
        bundles=frozenset(whole),
        roots=(output, site),
        alone=alone,
    )


def _bundle(output: Path, issue: Issue) -> Iterator[Item]:
    code, week = issue.code, str(issue.week)
    folder = output / week / code
    try:
        listed = sums.read((folder / names.SUMS).read_bytes())
    except (OSError, ValueError) as error:
        raise _harmed(folder / names.SUMS) from error
    for name, digest in listed.items():
        if not names.is_allowed(name):
            raise _harmed(folder / name)
        yield _item(output, sitemap.bundled(code, week, name), digest)
    yield _item(output, sitemap.bundled(code, week, names.SUMS), issue.line.sums)
    yield from _there(output, [sitemap.bundled(code, week, names.SIGNATURE)])
    yield from _there(output, [sitemap.archive(code, week)])


def _week(output: Path, week: str) -> Iterator[Item]:
    return _there(output, (f"{week}/{name}" for name in WEEKLY))


def _pages(site: Path) -> Iterator[Item]:
    return _there(site, sorted(sitemap.written(site)))


def _there(root: Path, addresses: Iterable[str]) -> Iterator[Item]:
    return (_item(root, each) for each in addresses if (root / each).is_file())


def _item(root: Path, address: str, digest: str = "") -> Item:
    path = root / address
    try:
        return Item(address=address, path=path, size=path.stat().st_size, sha256=digest)
    except OSError as error:
        raise _harmed(path) from error


def _harmed(path: Path) -> PublishError:
    return PublishError(
        f"{path} không còn như lúc phát hành nên chưa gửi. "
        "Hãy chạy lại: truyenthanh bulletins, rồi gửi lại."
    )
