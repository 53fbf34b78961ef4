"""Counts as people say them and as spreadsheets reckon with them."""

from ..figures import count as written
from ..figures import minutes, number
from .tally import Count

SILENT, TO_COME = "chưa báo cáo", "chưa đến giờ phát"
COLUMNS = (
    *("Số lượt phát theo lịch", "Thời lượng theo lịch (phút)"),
    *("Số lượt đã phát", "Thời lượng đã phát (phút)", "Số lượt không phát"),
    *("Chưa báo cáo", "Chưa đến giờ phát"),
)


def airings(times: int, seconds: float) -> str:
    """28 lượt, 35,2 phút: a number stays with its unit on one line."""
    return f"{turns(times)}, {minutes(seconds)}\u00a0phút" if times else turns(0)


def turns(times: int) -> str:
    """28 lượt."""
    return f"{written(times)}\u00a0lượt"


def untold(count: Count) -> str:
    """Why there is nothing to say of plays; "": there is. What nobody has told of is not 0."""
    if count.is_to_come:
        return TO_COME
    return SILENT if count.is_silent else ""


def cells(count: Count) -> tuple[str | int, ...]:
    """A cell for each of COLUMNS."""
    why = untold(count)
    played = (count.played, _minutes(count.played_seconds), count.missed)
    return (
        *(count.planned, _minutes(count.planned_seconds)),
        *((why, why, why) if why else played),
        *(count.unreported, count.to_come),
    )


def _minutes(seconds: float) -> str:
    """As Vietnamese spreadsheets read them: a comma, no dots."""
    return number(seconds / 60, 1)
