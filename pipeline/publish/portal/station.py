"""The pages of one station, made anew only where what they tell has changed."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from ...model import Record, Site
from ...plan import Week
from .. import names, sitemap
from ..catalogue import Issue, files_of, manifest_of
from ..feed import chapters, podcast, subtitles
from ..manifest import Manifest
from .assets import assets
from .days import Day, days
from .pages import Printer
from .papers import Link, papers, proofs

OPEN = 2  # weeks shown on the station's page: the one that is on and the one to come
FED = 8  # weeks in the feed
HEAD = 1000  # bytes of a page in which its key stands


class WeekView(Record):
    """One week as a page shows it."""

    week: Week
    page: str  # address of its own page, from the station's folder
    archive: str = ""  # address of the zip
    archive_bytes: int = 0
    former: bool = False
    days: tuple[Day, ...] = ()
    papers: tuple[Link, ...] = ()
    proofs: tuple[Link, ...] = ()
    quality: str = ""  # address of the figures of all bulletins

    @property
    def checked(self) -> int:
        """How many bulletins there are."""
        return sum(bool(day.sound) for day in self.days)


class StationPages:
    """Makes the pages of stations, one after the other."""

    def __init__(self, output: Path, root: Path, site: Site, printer: Printer) -> None:
        """Bundles lie below `output`, their pages below `root`."""
        self._output = output
        self._root = root
        self._site = site
        self._printer = printer
        self._common = [assets().digest.encode(), msgspec.json.encode(site)]

    def files(self, issues: tuple[Issue, ...]) -> Iterator[tuple[str, bytes | None]]:
        """Address -> content of all that a station has; None: it lies there as it should be."""
        known: dict[Week, Manifest | None] = {}
        for issue in issues:
            yield from self._week(issue, known)
        yield from self._station(issues, known)

    def _week(
        self, issue: Issue, known: dict[Week, Manifest | None]
    ) -> Iterator[tuple[str, bytes | None]]:
        code, week = issue.code, str(issue.week)
        page = sitemap.week(code, week)
        key = self._key([issue])
        expected = [page]
        for line in issue.line.bulletins:
            expected += [
                sitemap.subtitles(code, week, line.file),
                sitemap.chapters(code, week, line.file),
            ]
        if self._is_there(page, key, expected):
            yield from ((address, None) for address in expected)
            return
        told = known[issue.week] = manifest_of(self._output, issue)
        for entry in told.bulletins if told else ():
            yield sitemap.subtitles(code, week, entry.file), subtitles.write(entry)
            yield sitemap.chapters(code, week, entry.file), chapters.write(entry)
        view = self._view(issue, told)
        yield (
            page,
            self._printer.page(
                "week.html",
                2,
                key,
                station=issue.line.station,
                week=view,
                campaigns=told.campaigns if told else (),
            ),
        )

    def _station(
        self, issues: tuple[Issue, ...], known: dict[Week, Manifest | None]
    ) -> Iterator[tuple[str, bytes | None]]:
        code = issues[0].code
        page, feed = sitemap.station(code), sitemap.feed(code)
        key = self._key(issues)
        if self._is_there(page, key, [page, feed]):
            yield from ((page, None), (feed, None))
            return
        entry = issues[0].line.station
        yield feed, podcast.write(issues[:FED], self._site, assets().named["cover.png"])
        shown = [
            self._view(each, known.get(each.week) or manifest_of(self._output, each))
            for each in issues[:OPEN]
        ]
        yield (
            page,
            self._printer.page(
                "station.html",
                1,
                key,
                station=entry,
                weeks=shown,
                earlier=[self._brief(each) for each in issues[OPEN:]],
            ),
        )

    def _view(self, issue: Issue, told: Manifest | None) -> WeekView:
        code, week = issue.code, str(issue.week)
        files = files_of(self._output, issue)
        quality = f"{week}/{names.QUALITY}"
        return self._brief(issue).but(
            former=issue.line.former,
            days=days(issue, told),
            papers=(*papers(code, week, files), *self._guide(week)),
            proofs=proofs(code, week, files),
            quality=quality if (self._output / quality).is_file() else "",
        )

    def _guide(self, week: str) -> Iterator[Link]:
        """The page for who plays the bulletins, the same for all stations."""
        address = f"{week}/{names.GUIDE}"
        if (self._output / address).is_file():
            yield Link(title="Hướng dẫn phát", address=address)

    def _brief(self, issue: Issue) -> WeekView:
        archive = sitemap.archive(issue.code, str(issue.week))
        lies = self._output / archive
        there = issue.line.zip is not None and lies.is_file()
        return WeekView(
            week=issue.week,
            page=f"{issue.week}/{sitemap.PAGE}",
            archive=archive if there else "",
            archive_bytes=lies.stat().st_size if there else 0,
        )

    def _key(self, issues: Iterable[Issue]) -> str:
        """What a page that tells of these is made from."""
        told = [msgspec.json.encode(issue) for issue in issues]
        return hashlib.sha256(b"\0".join([*self._common, *told])).hexdigest()

    def _is_there(self, page: str, key: str, expected: list[str]) -> bool:
        """Whether the page lies there, made from the same, and all that goes with it."""
        try:
            with (self._root / page).open("rb") as file:
                if f'content="{key}"'.encode() not in file.read(HEAD):
                    return False
        except OSError:
            return False
        return all((self._root / address).is_file() for address in expected)
