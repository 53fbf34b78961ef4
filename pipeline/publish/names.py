"""Names a bundle may hold. Anything else is a fault, and is never opened."""

import re
from datetime import date

from ..plan.names import LONGEST

PLAYLIST = "PLAY.M3U"
SHEET, SHEET_TEXT = "LICH-PHAT.PDF", "LICH-PHAT.TXT"
SHEET_TABLE, SHEET_CALENDAR = "LICH-PHAT.CSV", "LICH-PHAT.ICS"
SCRIPT, SCRIPT_PAGE = "KICH-BAN.PDF", "KICH-BAN.HTML"
LOG, LOG_TABLE = "NHAT-KY.PDF", "NHAT-KY.CSV"
MANIFEST = "MANIFEST.JSON"
SUMS = "SHA256SUMS"
PAPERS = (  # after the MP3s
    PLAYLIST,
    *(SHEET, SHEET_TEXT, SHEET_TABLE, SHEET_CALENDAR),
    *(SCRIPT, SCRIPT_PAGE),
    *(LOG, LOG_TABLE),
    MANIFEST,
    SUMS,
)

SIGNATURE = f"{SUMS}.minisig"  # where a key is used
ORDER = (*PAPERS, SIGNATURE)  # in which they follow the MP3s

DRAFTS = "ban-thu"  # below the output folder: weeks to listen to, which are not published

RELEASE = "RELEASE.JSON"
RELEASE_SIGNATURE = f"{RELEASE}.minisig"
PUBLIC_KEY = "KHOA-CONG-KHAI.PUB"
OVERVIEW = "TOM-TAT.TXT"
GUIDE = "HUONG-DAN.PDF"
BAG = "bagit.txt"  # makes a folder a bag
COVERAGE, COVERAGE_TABLE = "NHIEM-VU.HTML", "NHIEM-VU.CSV"
QUALITY, QUALITY_RECORD = "CHAT-LUONG.HTML", "CHAT-LUONG.JSON"

LITTER = frozenset(  # left behind by file browsers and by systems on their sticks
    {
        "$RECYCLE.BIN",
        ".DS_Store",
        ".Spotlight-V100",
        ".Trashes",
        ".fseventsd",
        "LOST.DIR",
        "System Volume Information",
        "Thumbs.db",
        "desktop.ini",
    }
)

_BULLETIN = re.compile(rf"(?=.{{5,{LONGEST + 4}}}\Z)[A-Z0-9][A-Z0-9_-]*\.MP3\Z")
_CODE = re.compile(r"[0-9]{5}\Z")
_WEEK = re.compile(r"([0-9]{4})-W([0-9]{2})\Z")


def is_bulletin(name: str) -> bool:
    """Whether an MP3 may be called so: ASCII capitals, short enough for the oldest players."""
    return _BULLETIN.match(name) is not None


def is_allowed(name: str) -> bool:
    """Whether a bundle may hold a file of this name."""
    return name in ORDER or is_bulletin(name)


def largest(name: str) -> int:
    """Bytes a file of this name may have; what is larger is not opened.

    RELEASE.JSON of a whole nation has tens of megabytes.
    """
    return 256_000_000 if is_bulletin(name) or name == RELEASE else 16_000_000


def is_station(name: str) -> bool:
    """Whether a folder's name is a station's code."""
    return _CODE.match(name) is not None


def is_week(name: str) -> bool:
    """Whether a folder's name is a week that the calendar has."""
    found = _WEEK.match(name)
    try:
        return found is not None and bool(date.fromisocalendar(int(found[1]), int(found[2]), 1))
    except ValueError:
        return False


def is_archive(name: str) -> bool:
    """Whether a file's name is that of a station's zip."""
    code, _, week = name.removesuffix(".zip").partition("_")
    return name.endswith(".zip") and is_station(code) and is_week(week)


def archive_of(code: str, week: str) -> str:
    """Name of a station's zip."""
    return f"{code}_{week}.zip"
