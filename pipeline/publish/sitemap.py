"""Where everything lies on the site that an output folder is. Addresses are relative to its root.

index.html                       find my station
tinh/<province>/index.html       its stations, where one page would be too heavy for all
tim/<letters>.json               the search index, in parts, likewise
<code>/index.html                a station: today, this week, earlier weeks
<code>/feed.xml                  its podcast feed
<code>/<week>/index.html         a week: every word, figures, digests
<code>/<week>/<bulletin>.vtt     subtitles; .json chapters
<week>/<code>/…, <week>/*.zip    the bundles themselves
bo-tai-lieu/<campaign>/<message>/…  a message for other channels: page, sound, leaflets
stations.opml  sw.js             all feeds; what keeps pages readable without a network
_/<name>.<digest>.<kind>         style, script, typeface: a name never changes its content
"""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from . import names

PAGE = "index.html"
FEED = "feed.xml"
FEEDS = "stations.opml"
WORKER = "sw.js"
ASSETS, PROVINCES, SEARCH = "_", "tinh", "tim"
KITS = "bo-tai-lieu"

_ASSET = re.compile(r"_/[a-z0-9-]+\.[0-9a-f]{10}\.[a-z0-9]+\Z")
_STATION = re.compile(r"[0-9]{5}/(index\.html|feed\.xml)\Z")
_WEEK = re.compile(r"[0-9]{5}/[0-9]{4}-W[0-9]{2}/(index\.html|[A-Z0-9_-]+\.(vtt|json))\Z")
_FINDER = re.compile(
    r"(index\.html|sw\.js|stations\.opml|tinh/[a-z0-9-]+/index\.html|tim/[a-z0-9]+\.json)\Z"
)
_BUNDLE = re.compile(
    r"([0-9]{4}-W[0-9]{2})/(?:([0-9]{5})/)?([A-Z0-9_-]+(?:\.[A-Z0-9]+)*|[0-9]{5}_\1\.zip)\Z"
)
_ROOM = re.compile(rf"({ASSETS}|{PROVINCES}|{SEARCH}|{KITS}|[0-9]{{5}}|[0-9]{{4}}-W[0-9]{{2}})\Z")
_KIT = re.compile(r"bo-tai-lieu/[\w-]+/[\w-]+/[a-z0-9-]+\.(html|md|mp3|pdf|png|srt|txt|vtt)\Z")
_SIGNATURE = re.compile(r"[0-9]{4}-W[0-9]{2}/(?:[0-9]{5}/)?[A-Z0-9_.-]+\.minisig\Z")


def asset(name: str, digest: str) -> str:
    """A file whose name holds the digest of its content: "portal.css" -> "_/portal.3fa….css"."""
    stem, _, kind = name.rpartition(".")
    return f"{ASSETS}/{stem}.{digest[:10]}.{kind}"


def station(code: str) -> str:
    """A station's page."""
    return f"{code}/{PAGE}"


def feed(code: str) -> str:
    """A station's podcast feed."""
    return f"{code}/{FEED}"


def week(code: str, week: str) -> str:
    """The page of one week of a station."""
    return f"{code}/{week}/{PAGE}"


def subtitles(code: str, week: str, bulletin: str) -> str:
    """The words of an MP3 with their times."""
    return f"{code}/{week}/{PurePosixPath(bulletin).stem}.vtt"


def chapters(code: str, week: str, bulletin: str) -> str:
    """The parts of an MP3."""
    return f"{code}/{week}/{PurePosixPath(bulletin).stem}.json"


def bundled(code: str, week: str, file: str) -> str:
    """A file of a bundle."""
    return f"{week}/{code}/{file}"


def fetched(code: str, week: str, file: str) -> str:
    """The same for programs that keep what they fetch under the last part of its address.

    Bulletins of two weeks may have one name, and the later one would be taken for had already.
    No server minds the question mark; behind it stands a name that no other week has.
    """
    return f"{bundled(code, week, file)}?/{week}_{file}"


def archive(code: str, week: str) -> str:
    """A bundle's zip."""
    return f"{week}/{names.archive_of(code, week)}"


def product(campaign: str, message: str, file: str) -> str:
    """A file of a message's kit, as in an address."""
    return quote(f"{KITS}/{campaign}/{message}/{file}")


def is_product(address: str) -> bool:
    """Whether it is a product the site shows."""
    return _KIT.match(address) is not None


def province(slug: str) -> str:
    """The page of a province."""
    return f"{PROVINCES}/{slug}/{PAGE}"


def part(letters: str) -> str:
    """The part of the search index for names with a word that begins so."""
    return f"{SEARCH}/{letters}.json"


def is_lasting(address: str) -> bool:
    """Whether what lies there never changes, so that it may be kept for ever."""
    return _ASSET.match(address) is not None


def is_written(address: str) -> bool:
    """Whether the site's pages, feeds and their parts are called so, bundles not counted."""
    return any(each.match(address) for each in (_ASSET, _STATION, _WEEK, _FINDER))


def is_public(address: str) -> bool:
    """Whether this is a part of the site; whatever else lies in the folder is nobody's business."""
    return is_written(address) or any(each.match(address) for each in (_BUNDLE, _SIGNATURE, _KIT))


def order(address: str) -> int:
    """When a file appears: what others name comes before them. The first page is last."""
    if not is_written(address):
        return 0
    if _ASSET.match(address) or address.endswith((".vtt", ".json")):
        return 1
    if _WEEK.match(address):
        return 2
    if _STATION.match(address):
        return 3 if address.endswith(FEED) else 4
    return 6 if address == PAGE else 5


def written(root: Path) -> Iterator[str]:
    """Addresses of every page, feed and part of one that lies below a folder. Raises OSError."""
    return (address for top in tops(root) for address in _lying(root, top) if is_written(address))


def tops(root: Path) -> Iterator[Path]:
    """Files and folders right below a folder in which those lie. Raises OSError."""
    for top in sorted(root.iterdir()):
        if not names.is_week(top.name) and top.name != KITS and _is_ours(top):
            yield top


def public(root: Path) -> Iterator[str]:
    """Those of the bundles as well. Raises OSError."""
    tops = sorted(root.iterdir())
    return (address for top in tops for address in _lying(root, top) if is_public(address))


def _lying(root: Path, top: Path) -> Iterator[str]:
    """Addresses of all files at or below the top, as far as the site may reach there."""
    if not _is_ours(top):
        return
    for path in sorted(top.rglob("*")) if top.is_dir() else [top]:
        if path.is_file():
            yield path.relative_to(root).as_posix()


def _is_ours(top: Path) -> bool:
    return not top.is_symlink() and bool(_ROOM.match(top.name) or is_written(top.name))
