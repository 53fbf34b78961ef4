"""In which order files appear at another place, so that nobody there follows a dead link.

What is named comes before what names it: bundles, each in one go with its list of digests last, so
that for a bundle made again the time in which both do not agree is short; the week's own files;
then the pages as `sitemap.order` has them, the first page last. What goes, goes in the other
direction and after everything else.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import PurePosixPath

from ..publish import names, sitemap
from .tree import WEEKLY, Item, Tree

Chain = list[Item]  # one after the other
BUNDLES, WEEKS, PAGES = 0, 1, 2
_RANK = {name: rank for rank, name in enumerate((*names.ORDER, *WEEKLY), start=1)}


def stages(tree: Tree) -> Iterator[list[Chain]]:
    """Chains that may be sent side by side; a stage begins when the one before is there."""
    placed = sorted(tree.items.values(), key=lambda item: (_stage(item.address), _chain(item)))
    for _, stage in groupby(placed, key=lambda item: _stage(item.address)):
        chains = groupby(stage, key=lambda item: _chain(item)[0])
        yield [list(chain) for _, chain in chains]


def leaving(tree: Tree, lying: Iterable[str]) -> Iterator[list[str]]:
    """Addresses to take away, in stages: files which bundles sent now have no more, or all."""
    gone = [
        address
        for address in lying
        if sitemap.is_public(address)
        and address not in tree.items
        and (tree.alone or _owner(address) in tree.bundles)
    ]
    for _, stage in groupby(sorted(gone, key=_lateness, reverse=True), key=_lateness):
        yield list(stage)


def _stage(address: str) -> int:
    if sitemap.is_written(address):
        return PAGES + sitemap.order(address)
    return BUNDLES if _owner(address) else WEEKS


def _lateness(address: str) -> tuple[int, int]:
    return _stage(address), _RANK.get(PurePosixPath(address).name, 0)


def _chain(item: Item) -> tuple[str, int, str]:
    """Which chain, and where in it."""
    if sitemap.is_written(item.address):
        return item.address, 0, ""
    owner = _owner(item.address) or item.address.partition("/")[0]
    return owner, _lateness(item.address)[1], item.address


def _owner(address: str) -> str:
    """The bundle a file belongs to, its zip and the page of its week too, or the kit; "": none."""
    parts = PurePosixPath(address).parts
    if parts[0] == sitemap.KITS:
        return sitemap.KITS
    if len(parts) == 2 and names.is_archive(parts[1]):
        return f"{parts[0]}/{parts[1][:5]}"
    if len(parts) == 3 and names.is_week(parts[0]):
        return f"{parts[0]}/{parts[1]}"
    return f"{parts[1]}/{parts[0]}" if len(parts) == 3 and names.is_week(parts[1]) else ""
