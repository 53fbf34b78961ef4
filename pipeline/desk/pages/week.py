"""The week as a calendar: which station says what, when, and for how long."""

from collections.abc import Iterable

from flask import Blueprint, render_template, request

from ...errors import ProjectError
from ...model import Campaign, Problem, Station
from ...plan import BulletinPlan, Plan, Week
from .here import desk, problems

blueprint = Blueprint("week", __name__)


@blueprint.get("/tuan")
def week() -> str:
    """One station's week, as it would be broadcast, or as it would be if all were approved."""
    today = desk().clock().date()
    try:
        shown = Week.parse(request.args.get("tuan", "next"), today)
    except ValueError:
        shown = Week.parse("next", today)
    project = desk().project
    everything = request.args.get("tat-ca") == "1"
    stations = project.stations
    station = next((it for it in stations if it.code == request.args.get("dai")), None)
    station = station or next(iter(stations), None)
    planned, found = _planned(shown, station, everything)
    bulletins = {each.slots[0].day: each for each in planned.bulletins} if planned else {}
    return render_template(
        "tuan.html",
        week=shown,
        before=Week.of(shown.monday.fromordinal(shown.monday.toordinal() - 7)),
        after=Week.of(shown.monday.fromordinal(shown.monday.toordinal() + 7)),
        stations=stations,
        station=station,
        everything=everything,
        bulletins=bulletins,
        planned=planned,
        today=today,
        problems=found,
        total=sum(each.seconds * len(each.slots) for each in bulletins.values()),
        unsaid=_unsaid(project.campaigns, bulletins.values(), shown),
    )


def _planned(
    shown: Week, station: Station | None, everything: bool
) -> tuple[Plan | None, tuple[Problem, ...]]:
    """The station's plan, or what stands in its way."""
    if problems() or station is None:
        return None, problems()
    try:
        return desk().outlook(shown, (station.code,), everything), ()
    except ProjectError as error:
        return None, error.problems


def _unsaid(
    campaigns: Iterable[Campaign], bulletins: Iterable[BulletinPlan], shown: Week
) -> list[tuple[str, str, str]]:
    """Messages whose turn does not come this week: campaign, id, title."""
    said = {(it.campaign, it.message) for each in bulletins for it in each.rundown}
    return [
        (campaign.id, message.id, message.title)
        for campaign in campaigns
        if any(map(campaign.speaks_on, shown.days))
        for message in campaign.messages
        if (campaign.id, message.id) not in said
    ]
