"""The web site for stations: whatever web server shows the output folder shows it.

It is made from the published files alone, so weeks whose plan is long gone have their pages too,
and a week that somebody takes away leaves no dead link after the next run.
"""

from collections.abc import Collection
from pathlib import Path

from ...errors import PublishError
from ...model import Site
from .. import names, sitemap
from ..catalogue import catalogue
from ..feed import opml
from ..staging import told
from . import finder
from .assets import assets
from .pages import Printer
from .shelf import Shelf
from .station import StationPages
from .untouched import SiteLedger
from .worker import worker


def refresh(
    output: Path,
    site: Site,
    to: Path | None = None,
    weeks: Collection[str] | None = None,
    ledger: Path | None = None,
) -> int:
    """Bring pages and feeds up to what is published below `output`; how many files changed.

    They lie there too, or below `to`, for a place that has another address or only some `weeks`.
    Files that need no change are not touched, and other people's files never. `ledger`: a file
    that remembers how site and releases lay, so that where nobody has touched them none is opened.
    Raises StoreError when something cannot be read or written, PublishError for drafts.
    """
    if output.name == names.DRAFTS:
        raise PublishError(f"{output} là bản thử, không có trang web và không gửi đi đâu.")
    root = to or output
    remembered = SiteLedger(ledger, output, root, site, weeks)
    if remembered.untouched():
        return 0
    changed = _brought_up(output, root, site, weeks)
    remembered.close()
    return changed


def _brought_up(output: Path, root: Path, site: Site, weeks: Collection[str] | None) -> int:
    with told(output, "đọc"):
        published = catalogue(output, weeks)
    printer = Printer(site, published.title or "Truyền thanh cơ sở")
    makers = StationPages(output, root, site, printer)
    shelf = Shelf(root)
    try:
        for address, content in assets().files.items():
            shelf.put(address, content)
        shelf.put(sitemap.WORKER, worker(assets()))
        for issues in published.stations.values():
            for address, page in makers.files(issues):
                shelf.put(address, page)
        for address, page in finder.files(published.entries, printer):
            shelf.put(address, page)
        shelf.put(sitemap.FEEDS, opml.write(published.entries, site, printer.title))
        return shelf.settle()
    finally:
        shelf.clear()


__all__ = ["refresh"]
