"""Short names of broadcasts, for paper and for people's messages: T2S is Monday morning."""

from collections.abc import Iterable
from datetime import date, time

from ..model import Slot
from .names import DAYS

NOON = time(12)


def slot_codes(slots: Iterable[Slot]) -> dict[Slot, str]:
    """The code of each broadcast of one station's week, in the order of time.

    Weekday, then S (sáng) or C (chiều); a number where a half-day has several: T2S, CNC1, CNC2.
    """
    halves: dict[tuple[date, bool], list[Slot]] = {}
    for slot in sorted(set(slots)):
        halves.setdefault((slot.day, slot.at >= NOON), []).append(slot)
    return {
        slot: f"{DAYS[day.weekday()]}{'C' if late else 'S'}{number if len(same) > 1 else ''}"
        for (day, late), same in halves.items()
        for number, slot in enumerate(same, start=1)
    }
