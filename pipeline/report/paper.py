"""The report as people pass it on: PDF, table and page, in the words of superiors."""

from collections.abc import Iterator
from pathlib import Path

from ..coverage import sheet
from ..coverage.paper import TEMPLATES as POINTS
from ..playlog.wording import cells
from ..publish.papers import Typesetter, spreadsheet
from ..publish.papers.pages import TEMPLATES as PAGES
from ..publish.papers.pages import environment
from .record import Report
from .told import told

TEMPLATES = Path(__file__).parent / "templates"


def write(report: Report, templates: Path | None = None) -> dict[str, bytes]:
    """File name -> content. `templates`: those of the office's own. Raises PublishError."""
    shown = told(report)
    name = file_name(report)
    page = environment(TEMPLATES, POINTS, PAGES).get_template("report.html")
    return {
        f"{name}.PDF": Typesetter(templates).pdf("ket-qua.typ", shown),
        f"{name}.CSV": spreadsheet.write(sheet.head(report.coverage), _rows(report)),
        f"{name}.HTML": page.render(told=shown).encode("utf-8"),
    }


def file_name(report: Report) -> str:
    """KET-QUA_2026-11-30_2026-12-06, behind it the campaign: the same for what was asked alike."""
    span = (report.results.first.isoformat(), report.results.last.isoformat())
    return "_".join(filter(None, ("KET-QUA", *span, report.campaign)))


def _rows(report: Report) -> Iterator[sheet.Row]:
    yield from sheet.rows(report.coverage)
    results = report.results
    last = ("",) * len(sheet.LAST)
    yield ("Tổng cộng", "", "", *cells(results.total), *last)
    for group, rows in (
        ("Chiến dịch", results.campaigns),
        ("Ngày", results.days),
        ("Đài", results.stations),
    ):
        for row in rows:
            yield (group, row.id, row.name, *cells(row.count), *last)
