"""What a reader sees of a site that is on its way: files by address, and what they name."""

import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import PurePosixPath
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from pipeline.publish import names, sitemap, sums

from .portal import Links

Files = Mapping[str, bytes]
ROOT = "http://site/"
PAGES = (".html", ".xml", ".opml")


def dangling(files: Files) -> list[tuple[str, str]]:
    """Whatever is named and not there.

    Whatever can be reached from the first page must be there, and what subscribers of any feed
    are told of. Pages nobody is led to yet may name each other; but sounds, papers and pictures
    come before every page, and files before every list of them.
    """
    return [*_reachable(files), *_subscribed(files), *_contents(files), *_lists(files)]


def _reachable(files: Files) -> Iterator[tuple[str, str]]:
    ahead, seen = [each for each in (sitemap.PAGE,) if each in files], set[str]()
    while ahead:
        page = ahead.pop()
        if page in seen:
            continue
        seen.add(page)
        for target in named(page, files[page]):
            if target not in files:
                yield page, target
            elif target.endswith(PAGES):
                ahead.append(target)


def _subscribed(files: Files) -> Iterator[tuple[str, str]]:
    listed = named(sitemap.FEEDS, files[sitemap.FEEDS]) if sitemap.FEEDS in files else ()
    for feed in (sitemap.FEEDS, *(each for each in listed if each.endswith(sitemap.FEED))):
        for target in named(feed, files[feed]) if feed in files else ():
            if target not in files:
                yield feed, target


def _contents(files: Files) -> Iterator[tuple[str, str]]:
    for page, content in files.items():
        if page.lower().endswith(PAGES):
            for target in named(page, content):
                if target not in files and not target.endswith(PAGES):
                    yield page, target


def _lists(files: Files) -> Iterator[tuple[str, str]]:
    for address, content in files.items():
        folder, _, name = address.rpartition("/")
        if name == names.SUMS:
            listed = [f"{folder}/{each}" for each in sums.read(content)]
        elif name == names.RELEASE:
            lines = json.loads(content)["stations"]
            listed = [f"{folder}/{each['folder']}/{names.SUMS}" for each in lines if each["folder"]]
            listed += [f"{folder}/{each['zip']}" for each in lines if each["zip"]]
        else:
            continue
        yield from ((address, each) for each in listed if each not in files)


@lru_cache(4096)
def named(page: str, content: bytes) -> tuple[str, ...]:
    """Addresses of this site that a page, a feed or a list of feeds names."""
    if page.lower().endswith(".html"):
        targets = Links(content).targets
    else:
        root = ET.fromstring(content)  # noqa: S314 - our own
        targets = [
            value
            for each in root.iter()
            for name, value in [*each.attrib.items(), ("link", each.text or "")]
            if name in ("url", "href", "xmlUrl", "htmlUrl") or (name == "link" and each.tag == name)
        ]
    found = []
    for target in targets:
        whole = urlsplit(urldefrag(urljoin(ROOT + page, target)).url)
        if whole.netloc == "site":
            address = PurePosixPath(unquote(whole.path)).relative_to("/").as_posix()
            inside = f"{address}/{sitemap.PAGE}".removeprefix("./")
            found.append(inside if whole.path.endswith("/") else address)
    return tuple(found)
