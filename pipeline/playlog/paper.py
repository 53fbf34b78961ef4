"""Results as people pass them on: PDF, table and page, in the words of superiors."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .. import figures
from ..publish.papers import Typesetter, spreadsheet
from ..publish.papers.pages import render
from .tally import Count, Results, Row

SILENT = "chưa báo cáo"
OWN = (
    "Mỗi chiến dịch tính phần của mình trong bản tin; dòng cuối tính cả bản tin, gồm lời chào và "
    "nhạc. Bản tin có nhiều chiến dịch thì mỗi chiến dịch tính một lượt."
)
HEAD = (
    *("Nhóm", "Mã", "Tên", "Số lượt phát theo lịch", "Thời lượng theo lịch (phút)"),
    *("Số lượt đã phát", "Thời lượng đã phát (phút)", "Số lượt không phát", "Chưa báo cáo"),
)


def write(results: Results, title: str, templates: Path | None = None) -> dict[str, bytes]:
    """File name -> content. `title`: whose report it is. Raises PublishError."""
    told = _told(results, title)
    name = file_name(results)
    return {
        f"{name}.PDF": Typesetter(templates).pdf("ket-qua.typ", told),
        f"{name}.CSV": spreadsheet.write(HEAD, _lines(results)),
        f"{name}.HTML": render("results.html", told=told).encode("utf-8"),
    }


def file_name(results: Results) -> str:
    """KET-QUA_2026-11-30_2026-12-06, the same for the same days."""
    return f"KET-QUA_{results.first.isoformat()}_{results.last.isoformat()}"


def _told(results: Results, title: str) -> dict[str, Any]:
    whole, own = ("Tổng cộng", "") if results.campaign else ("Cả bản tin", OWN)
    period = f"Từ ngày {results.first:%d/%m/%Y} đến ngày {results.last:%d/%m/%Y}"
    return {
        "title": f"Báo cáo kết quả tuyên truyền, {period.lower()}",
        "whose": title,
        "running": f"{title} · báo cáo kết quả tuyên truyền",
        "span": period,
        "sample": False,
        "campaign": results.campaign,
        "stations": figures.count(len(results.stations)),
        "answered": figures.count(len(results.stations) - len(results.silent)),
        "total": _cells(Row(id="", name="Tổng cộng", count=results.total)),
        "tables": [
            {"name": name, "rows": [_cells(row) for row in rows], "last": last, "note": note}
            for name, rows, last, note in (
                ("Theo chiến dịch", results.campaigns, whole, own),
                ("Theo ngày", results.days, "Tổng cộng", ""),
                ("Theo đài", results.stations, "Tổng cộng", ""),
            )
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
        "silent": count.is_silent,
        "played": figures.count(count.played),
        "played_minutes": figures.minutes(count.played_seconds),
        "missed": figures.count(count.missed),
        "unreported": figures.count(count.unreported),
    }


def _lines(results: Results) -> Iterator[tuple[str | int, ...]]:
    yield ("Tổng cộng", "", "", *_figures(results.total))
    for group, rows in (
        ("Chiến dịch", results.campaigns),
        ("Ngày", results.days),
        ("Đài", results.stations),
    ):
        for row in rows:
            yield (group, row.id, row.name, *_figures(row.count))


def _figures(count: Count) -> tuple[str | int, ...]:
    planned = (count.planned, _decimal(count.planned_seconds))
    if count.is_silent:
        return (*planned, SILENT, SILENT, SILENT, count.unreported)
    return (
        *planned,
        *(count.played, _decimal(count.played_seconds), count.missed, count.unreported),
    )


def _decimal(seconds: float) -> str:
    """Minutes as Vietnamese spreadsheets read them: a comma, no dots."""
    return figures.number(seconds / 60, 1)
