r"""PLAY.M3U: which file at which hour, for people who use a playing program.

Extended M3U as its players read it: ASCII, \r\n, one #EXTINF line before each file name.
"""

import re
import unicodedata
from collections.abc import Iterable

from ..plan import BulletinPlan
from ..plan.names import DAYS

LONGEST_TITLE = 60  # characters; more is cut off by the small displays that show it


def write(bulletins: Iterable[tuple[BulletinPlan, float]]) -> bytes:
    """One entry for each broadcast, in the order of time. Durations are real, in seconds."""
    broadcasts = sorted(
        (slot, bulletin.file, seconds, headline(bulletin))
        for bulletin, seconds in bulletins
        for slot in bulletin.slots
    )
    lines = ["#EXTM3U"]
    for slot, file, seconds, title in broadcasts:
        when = f"{DAYS[slot.day.weekday()]} {slot.day:%d/%m} {slot.at:%H:%M}"
        lines += [f"#EXTINF:{round(seconds)},{when} - {plain(title)[:LONGEST_TITLE].strip()}", file]
    return "".join(f"{line}\r\n" for line in lines).encode("ascii")


def headline(bulletin: BulletinPlan) -> str:
    """The title of its first item."""
    items = (element.title for element in bulletin.rundown if element.kind == "item")
    return next(items, bulletin.title)


def plain(text: str) -> str:
    """Vietnamese text without its marks, on one line: "Việc nhẹ" -> "Viec nhe"."""
    letters = unicodedata.normalize("NFKD", text.replace("đ", "d").replace("Đ", "D"))
    base = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"[^!-~]+", " ", base).strip()
