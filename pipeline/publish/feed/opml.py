"""stations.opml: the feeds of all stations, for a program that fetches many (OPML 2.0)."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable

from ...model import Site
from .. import sitemap
from ..manifest import StationEntry
from .place import base
from .xml import sub, written


def write(entries: Iterable[StationEntry], site: Site, title: str) -> bytes:
    """The list, in the order given."""
    root = ET.Element("opml", {"version": "2.0"})
    sub(ET.SubElement(root, "head"), "title", title)
    body = ET.SubElement(root, "body")
    at = base(site.url, "./")
    for entry in entries:
        name = f"Đài truyền thanh {entry.name}"
        sub(
            body,
            "outline",
            type="rss",
            text=name,
            title=name,
            xmlUrl=f"{at}{sitemap.feed(entry.code)}",
            htmlUrl=f"{at}{sitemap.station(entry.code)}",
        )
    return written(root)
