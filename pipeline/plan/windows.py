"""Whether a broadcast fits the hours in which its station may speak."""

from collections.abc import Iterator
from datetime import time

from ..figures import minutes
from ..model import AirWindow, Problem, Station
from .plan import BulletinPlan


def overruns(station: Station, bulletin: BulletinPlan, seconds: float) -> Iterator[Problem]:
    """Broadcasts of this bulletin that begin outside a window, or would last past its end."""
    for slot in bulletin.slots:
        window = window_at(station, slot.at)
        if window is None:
            yield Problem(
                place=station.place,
                code="station.time-outside-window",
                what=f"{slot.at:%H:%M} nằm ngoài các khung giờ được phát của {station.name}",
                fix="đổi giờ phát (times) hoặc khung giờ (windows) theo văn bản cho phép",
            )
            continue
        left = _seconds(window.closes) - _seconds(slot.at)
        if seconds > min(left, window.limit * 60):
            yield Problem(
                place=station.place,
                code="station.bulletin-too-long",
                what=(
                    f"bản tin {bulletin.file} dài khoảng {minutes(seconds)} phút, phát lúc"
                    f" {slot.at:%H:%M} thì quá khung {window.opens:%H:%M}–{window.closes:%H:%M}"
                    f" (mỗi buổi tối đa {window.limit} phút)"
                ),
                fix="phát sớm hơn, nới khung giờ, hoặc giảm most trong project.yaml",
            )


def window_at(station: Station, at: time) -> AirWindow | None:
    """The window a clock time lies in."""
    for window in station.windows:
        if window.opens <= at < window.closes:
            return window
    return None


def _seconds(at: time) -> int:
    return at.hour * 3600 + at.minute * 60 + at.second
