"""What page and print are told, in words."""

from typing import Any

from .. import figures
from ..coverage.told import told as points
from ..playlog import Row
from ..playlog.wording import untold
from .record import Report

OWN = (
    "Mỗi chiến dịch tính phần của mình trong bản tin; dòng cuối tính cả bản tin, gồm lời chào và "
    "nhạc. Bản tin có nhiều chiến dịch thì mỗi chiến dịch tính một lượt."
)
COUNTED = (
    "Một lượt là một lần phát một bản tin ở một đài. Bản tin có tin bài của nhiều việc thì mỗi "
    "việc tính một lượt; số phút chỉ tính phần của tin bài ấy."
)
PRODUCTS = (
    "Tài liệu “đã làm” là tài liệu có sẵn khi lập báo cáo, làm từ đúng lời đã duyệt. Đã đăng, in, "
    "gửi ở đâu, bao nhiêu thì đơn vị tự ghi."
)


def told(report: Report) -> dict[str, Any]:
    """Everything there is to show."""
    results = report.results
    whole, own = ("Tổng cộng", "") if results.campaign else ("Cả bản tin", OWN)
    period = f"Từ ngày {results.first:%d/%m/%Y} đến ngày {results.last:%d/%m/%Y}"
    return {
        "title": f"Báo cáo kết quả tuyên truyền, {period.lower()}",
        "whose": report.whose,
        "running": f"{report.whose} · báo cáo kết quả tuyên truyền",
        "span": period,
        "sample": report.sample,
        "campaign": results.campaign,
        "points": points(report.coverage),
        "counted": COUNTED,
        "products": PRODUCTS,
        "stations": figures.count(len(results.stations)),
        "answered": figures.count(len(results.answered)),
        "as_of": _as_of(report),
        "total": _cells(Row(id="", name="Tổng cộng", count=results.total)),
        "tables": [
            {"name": name, "rows": [_cells(row) for row in rows], "last": last, "note": note}
            for name, rows, last, note in (
                ("Theo chiến dịch", results.campaigns, whole, own),
                ("Theo ngày", results.days, "Tổng cộng", ""),
                ("Theo đài", results.stations, "Tổng cộng", ""),
            )
            if rows
        ],
        "missed": [
            {
                "station": each.broadcast.station.name,
                "when": f"{each.broadcast.slot.day:%d/%m} lúc {each.broadcast.slot.at:%H:%M}",
                "note": each.note or "không ghi lý do",
            }
            for each in results.missed
        ],
        "silent": [f"{row.name} ({row.id})" for row in results.silent],
    }


def _cells(row: Row) -> dict[str, Any]:
    count = row.count
    return {
        "name": row.name,
        "planned": figures.count(count.planned),
        "planned_minutes": figures.minutes(count.planned_seconds),
        "untold": untold(count),
        "played": figures.count(count.played),
        "played_minutes": figures.minutes(count.played_seconds),
        "missed": figures.count(count.missed),
        "unreported": figures.count(count.unreported),
        "to_come": figures.count(count.to_come),
    }


def _as_of(report: Report) -> str:
    """In a span that is not over: up to when it counts. Empty: it is over."""
    coming = report.results.total.to_come
    if not coming:
        return ""
    return (
        f"Tính đến {report.at:%H:%M} ngày {report.at:%d/%m/%Y}; "
        f"còn {figures.count(coming)} lượt chưa đến giờ phát."
    )
