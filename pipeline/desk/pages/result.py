"""What has been made: listen, download, open the site."""

from flask import Blueprint, render_template, request

from ...publish import DRAFTS, names
from ...publish.catalogue import Issue, catalogue, manifest_of
from .here import desk

blueprint = Blueprint("result", __name__)


@blueprint.get("/ket-qua")
def result() -> str:
    """The newest week, or the one asked for, station by station."""
    output = desk().folder.output
    stations = catalogue(output).stations if output.is_dir() else {}
    weeks = sorted({str(it.week) for each in stations.values() for it in each}, reverse=True)
    chosen = request.args.get("tuan", "")
    week = chosen if chosen in weeks else next(iter(weeks), "")
    issues = [it for each in stations.values() for it in each if str(it.week) == week]
    return render_template(
        "ket-qua.html",
        weeks=weeks,
        week=week,
        shown=[(issue, _size(issue), manifest_of(output, issue)) for issue in issues],
        drafts=_drafts(),
    )


def _size(issue: Issue) -> int:
    """Bytes of the zip; 0 when it is not there."""
    path = desk().folder.output / str(issue.week) / f"{issue.code}_{issue.week}.zip"
    return path.stat().st_size if path.is_file() else 0


def _drafts() -> list[tuple[str, list[tuple[str, list[str]]]]]:
    """Trial weeks: week, stations with their MP3s."""
    folder = desk().folder.output / DRAFTS
    weeks = sorted(folder.iterdir(), reverse=True) if folder.is_dir() else []
    return [
        (
            week.name,
            [
                (
                    station.name,
                    sorted(it.name for it in station.iterdir() if names.is_bulletin(it.name)),
                )
                for station in sorted(week.iterdir())
                if station.is_dir() and station.name.isdigit()
            ],
        )
        for week in weeks
        if names.is_week(week.name)
    ]
