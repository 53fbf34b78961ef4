"""A station's feed: RSS 2.0 with the itunes, podcast and atom namespaces.

A bulletin's guid is its station and day. Its date is the evening on which the week's release is due
(Sunday 20:00), a minute later for each: in play order, the same every time it is written, and never
so late that a program hides a bulletin until after it should have been fetched.
"""

import uuid
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from email.utils import format_datetime

from ...model import Site
from ...zone import VIETNAM
from .. import sitemap
from ..catalogue import Issue
from ..overview import BulletinLine
from .place import base
from .xml import sub, written

LEAD = timedelta(hours=4)  # before Monday: Sunday 20:00
CHANNELS = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")  # podcast:guid of the namespace
SPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
}
for prefix, space in SPACES.items():
    ET.register_namespace(prefix, space)


def write(issues: Sequence[Issue], site: Site, cover: str) -> bytes:
    """The feed of a station's weeks, newest first. `cover` is the address of its picture."""
    root = ET.Element("rss", {"version": "2.0"})
    channel = ET.SubElement(root, "channel")
    _station(channel, issues[0], site, cover)
    for issue in issues:
        numbered = list(enumerate(issue.line.bulletins, start=1))
        for number, line in reversed(numbered):
            _bulletin(ET.SubElement(channel, "item"), issue, number, line, site)
    return written(root)


def _station(channel: ET.Element, issue: Issue, site: Site, cover: str) -> None:
    code, name = issue.code, f"Đài truyền thanh {issue.line.station.name}"
    about = f"Bản tin hằng tuần của {name} ({issue.line.station.province})."
    at = base(site.url)
    own = f"{at}{sitemap.feed(code)}"
    sub(channel, "title", name)
    sub(channel, "link", f"{at}{sitemap.station(code)}")
    sub(channel, "description", about)
    sub(channel, "language", "vi")
    sub(channel, "generator", "Truyền thanh")
    sub(channel, "pubDate", _evening(issue, 0))
    sub(channel, _in("atom", "link"), href=own, rel="self", type="application/rss+xml")
    sub(channel, _in("itunes", "author"), name)
    sub(channel, _in("itunes", "summary"), about)
    sub(channel, _in("itunes", "type"), "episodic")
    sub(channel, _in("itunes", "explicit"), "false")
    sub(channel, _in("itunes", "image"), href=f"{at}{cover}")
    sub(channel, _in("itunes", "category"), text="Government")
    sub(channel, _in("podcast", "guid"), str(uuid.uuid5(CHANNELS, _known_as(site, code))))
    sub(channel, _in("podcast", "medium"), "podcast")
    if "@" in site.contact:
        sub(channel, "managingEditor", f"{site.contact} ({name})")


def _bulletin(item: ET.Element, issue: Issue, number: int, line: BulletinLine, site: Site) -> None:
    code, week, at = issue.code, str(issue.week), base(site.url)
    day = line.slots[0].date if line.slots else f"{week}/{line.file}"
    sub(item, "title", line.title)
    sub(item, "guid", f"{code}/{day}", isPermaLink="false")
    sub(item, "link", f"{at}{sitemap.week(code, week)}")
    sub(item, "description", _about(line))
    sub(item, "pubDate", _evening(issue, number))
    sub(
        item,
        "enclosure",
        url=f"{at}{sitemap.fetched(code, week, line.file)}",
        length=str(line.bytes),
        type="audio/mpeg",
    )
    sub(item, _in("itunes", "duration"), str(round(line.seconds)))
    sub(item, _in("itunes", "explicit"), "false")
    sub(item, _in("itunes", "episodeType"), "full")
    season = str(issue.week.year * 100 + issue.week.number)
    named = f"Tuần {issue.week.number}/{issue.week.year}"
    sub(item, _in("itunes", "season"), season)
    sub(item, _in("itunes", "episode"), str(number))
    sub(item, _in("podcast", "season"), season, name=named)
    sub(item, _in("podcast", "episode"), str(number))
    sub(
        item,
        _in("podcast", "transcript"),
        url=f"{at}{sitemap.subtitles(code, week, line.file)}",
        type="text/vtt",
        language="vi",
    )
    sub(
        item,
        _in("podcast", "chapters"),
        url=f"{at}{sitemap.chapters(code, week, line.file)}",
        type="application/json+chapters",
    )


def _about(line: BulletinLine) -> str:
    times = " và ".join(dict.fromkeys(slot.time for slot in line.slots))
    return f"{line.title}. Phát lúc {times}." if times else line.title


def _evening(issue: Issue, minutes: int) -> str:
    monday = datetime.combine(issue.week.monday, time(0), VIETNAM)
    return format_datetime(monday - LEAD + timedelta(minutes=minutes))


def _known_as(site: Site, code: str) -> str:
    """The feed's address without its scheme, as the namespace makes a guid of it."""
    return f"{site.url.partition('://')[2]}/{sitemap.feed(code)}".lstrip("/")


def _in(space: str, tag: str) -> str:
    return f"{{{SPACES[space]}}}{tag}"
