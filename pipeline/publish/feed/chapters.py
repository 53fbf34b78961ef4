"""The parts of a bulletin as players list them (Podcasting 2.0, JSON chapters 1.2)."""

import msgspec

from ..manifest import BulletinEntry
from ..papers import wording


def write(entry: BulletinEntry) -> bytes:
    """Every element with its second; music between items is no chapter of its own."""
    chapters = [
        {
            "startTime": each.start,
            "endTime": each.end,
            "title": each.title if each.kind == "item" else wording.KINDS[each.kind],
            **({"toc": False} if each.kind == "sting" else {}),
        }
        for each in entry.elements
    ]
    whole = {"version": "1.2.0", "title": entry.title, "chapters": chapters}
    return msgspec.json.encode(whole) + b"\n"
