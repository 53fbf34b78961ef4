"""The first page: where things stand, and what comes next."""

from flask import Blueprint, render_template

from ...api.approving import standings
from ...plan import Week
from ...publish.catalogue import catalogue
from .here import desk, is_sketch, messages, problems

blueprint = Blueprint("start", __name__)


@blueprint.get("/")
def start() -> str:
    """What there is, campaign by campaign, and the steps of the week."""
    now = desk().clock()
    waiting = [each for each in standings(desk().project) if each.why] if not problems() else []
    shown = [
        {
            "campaign": each,
            "sketch": is_sketch(each.id),
            "messages": list(messages(each.id)),
            "problems": problems(f"campaigns/{each.id}/"),
            "waiting": sum(it.subject.campaign == each.id for it in waiting),
        }
        for each in desk().campaigns
    ]
    output = desk().folder.output
    issues = catalogue(output).stations.values() if output.is_dir() else ()
    weeks = sorted({str(issue.week) for station in issues for issue in station}, reverse=True)
    return render_template(
        "dau.html",
        shown=shown,
        waiting=waiting,
        problems=problems(),
        next_week=Week.parse("next", now.date()),
        weeks=weeks,
    )
