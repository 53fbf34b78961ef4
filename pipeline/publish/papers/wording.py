"""Days, durations and letters, as people say them."""

from collections.abc import Sequence
from datetime import date, time

from ...model import PartialDate
from ...plan import Week
from ...plan.plan import ElementKind
from ...plan.planner import WEEKDAYS
from ..manifest import Order

KINDS: dict[ElementKind, str] = {
    "opening": "Lời xướng",
    "item": "Tin",
    "sting": "Nhạc cắt",
    "call_to_action": "Lời kêu gọi",
    "closing": "Lời kết",
}


def weekday(day: date) -> str:
    """Thứ hai … Chủ nhật."""
    return WEEKDAYS[day.weekday()]


def duration(seconds: float) -> str:
    """3 phút 32 giây."""
    minutes, rest = divmod(round(seconds), 60)
    parts = [f"{minutes} phút"] if minutes else []
    if rest or not minutes:
        parts.append(f"{rest} giây")
    return " ".join(parts)


def clock(seconds: float) -> str:
    """3:05, a place in a bulletin."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02d}"


def hours(times: Sequence[time]) -> str:
    """05:45 và 17:15."""
    written = [f"{at:%H:%M}" for at in times]
    if len(written) < 2:
        return "".join(written)
    return f"{', '.join(written[:-1])} và {written[-1]}"


def span(week: Week) -> str:
    """Từ thứ hai 30/11 đến chủ nhật 06/12/2026."""
    first, last = week.days[0], week.days[-1]
    form = "%d/%m" if first.year == last.year else "%d/%m/%Y"
    return f"Từ thứ hai {first.strftime(form)} đến chủ nhật {last:%d/%m/%Y}"


def letter(order: Order) -> str:
    """A letter's number, day and subject; dots where the letter leaves a blank."""
    return (
        f"Công văn số {order.number or '……'}/{order.symbol} {partial(order.date)}"
        f" của {order.issuer} về việc {order.subject}"
    )


def partial(day: PartialDate) -> str:
    """Ngày … tháng 7 năm 2023."""
    return (
        f"ngày {_or_dots(day.day)} tháng {_or_dots(day.month)} năm {_or_dots(day.year)}"
        if day != PartialDate()
        else "(không ghi ngày)"
    )


def _or_dots(number: int | None) -> str:
    return "……" if number is None else str(number)
