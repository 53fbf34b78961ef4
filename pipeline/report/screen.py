"""The report as the screen sums it up."""

from collections.abc import Iterator

from ..coverage.paper import text
from ..figures import count, minutes
from .record import Report

NAMED = 10  # stations


def summary(report: Report) -> Iterator[str]:
    """The letters point by point, then the totals, line by line."""
    yield from text(report.coverage).splitlines()
    total, silent = report.results.total, report.results.silent
    yield (
        f"Theo lịch {count(total.planned)} lượt, {minutes(total.planned_seconds)} phút; "
        f"đài xác nhận đã phát {count(total.played)} lượt, {minutes(total.played_seconds)} phút; "
        f"không phát {count(total.missed)} lượt; chưa báo cáo {count(total.unreported)} lượt"
        + (f"; chưa đến giờ phát {count(total.to_come)} lượt." if total.to_come else ".")
    )
    if silent:
        named = ", ".join(row.name for row in silent[:NAMED])
        more = f" và {len(silent) - NAMED} đài khác" if len(silent) > NAMED else ""
        yield f"Chưa báo cáo: {named}{more}."
