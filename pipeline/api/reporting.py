"""The report upward: gathered from the project, what it published and what stations tell."""

from datetime import datetime
from pathlib import Path

from ..errors import TruyenThanhError, UnknownName
from ..model import Project
from ..playlog import Book, outcomes, planned, results, titles_of
from ..project import load
from ..report import Report, write
from ..store import atomic
from .covering import Span, of_span
from .folder import Folder

REPORTS = "bao-cao"


def report(
    folder: Folder,
    span: Span,
    now: datetime,
    campaign: str = "",
    output: Path | None = None,
) -> Report:
    """What was ordered, planned and done from the first to the last day, of one campaign or all.

    `now`, with its zone, tells which broadcasts of these days are still to come.
    Raises UnknownName for such a campaign, TruyenThanhError when there is nothing to tell;
    ProjectError when something people wrote, or a kept log, cannot be read.
    """
    published, became = output or folder.output, outcomes(Book(folder.root), now)
    project = load(folder.root)
    first, last = span
    weeks = planned(published, lambda week: week.monday <= last and week.days[-1] >= first)
    broadcasts = [each for each in weeks if first <= each.slot.day <= last]
    titles = titles_of(broadcasts)
    titles |= _titles(project)
    if campaign and campaign not in titles:
        known = ", ".join(sorted(titles))
        raise UnknownName(f"Không có chiến dịch “{campaign}”. Các chiến dịch: {known}.")
    if not (broadcasts or campaign):
        raise TruyenThanhError(
            "Không có lượt phát nào trong khoảng ngày này. Hãy xem lại ngày, và các tuần có trong "
            f"{published}."
        )
    return Report(
        whose=project.site.name or project.title,
        coverage=of_span(project, broadcasts, became, published, span, campaign),
        results=results(broadcasts, became, *span, campaign).but(campaign=titles.get(campaign, "")),
        campaign=campaign,
        at=now,
        sample=any(each.station.sample for each in broadcasts),
    )


def file(folder: Folder, made: Report) -> tuple[Path, ...]:
    """Put it into the project as PDF, table and page. Raises PublishError, StoreError."""
    written = []
    for name, content in write(made, folder.papers).items():
        path = folder.root / REPORTS / name
        atomic.write(path, content)
        written.append(path)
    return tuple(written)


def _titles(project: Project) -> dict[str, str]:
    every = (*project.campaigns, *(each.campaign for each in project.sketches))
    return {each.id: each.title for each in every}
