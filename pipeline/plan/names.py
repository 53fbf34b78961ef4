"""File names that the worst player in the district can read: ASCII capitals, FAT32-safe."""

import re
import unicodedata
from datetime import date, time
from functools import cache

DAYS = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
LONGEST = 24  # characters before ".MP3"


@cache
def ascii_name(text: str) -> str:
    """Vietnamese text -> capitals A-Z, digits and single dashes. đ and Đ become D."""
    plain = text.replace("đ", "d").replace("Đ", "D")  # NFD does not take these apart
    letters = unicodedata.normalize("NFD", plain).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Z0-9]+", "-", letters.upper()).strip("-")


def bulletin_file(number: int, day: date, times: tuple[time, ...], title: str) -> str:
    """Give "01_T2SC_VIEC-NHE-LUONG.MP3": order, weekday, Sáng and/or Chiều, title."""
    sessions = "".join(
        letter
        for letter, noon in (("S", False), ("C", True))
        if any((at >= time(12)) is noon for at in times)
    )
    head = f"{number:02d}_{DAYS[day.weekday()]}{sessions}"
    words = ascii_name(title).split("-")
    name = head
    for word in words:
        longer = f"{name}{'_' if name == head else '-'}{word}"
        if len(longer) > LONGEST:
            break
        name = longer
    return f"{name}.MP3"
