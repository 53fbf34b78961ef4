"""How far a letter is fulfilled: its tasks and channels, planned and done, point by point."""

from flask import Blueprint, abort, render_template

from ...api.covering import coverage
from ...coverage.told import told
from ...errors import ProjectError
from ...plan import Plan, Week
from .here import campaign, desk, problems

blueprint = Blueprint("fulfilled", __name__)


@blueprint.get("/da-lam/<name>")
def fulfilled(name: str) -> str:
    """One campaign's letter against the coming week and all that was published."""
    known = campaign(name)
    if known is None:
        abort(404)
    if problems():
        raise ProjectError(problems())
    folder, now = desk().folder, desk().clock()
    found = told(coverage(desk().project, _plan(), folder.root, folder.output, now, name))
    return render_template("da-lam.html", campaign=known, told=found, one=found["campaigns"][0])


def _plan() -> Plan:
    """The coming week; where there is nothing approved to broadcast, one without bulletins."""
    week = Week.parse("next", desk().clock().date())
    try:
        return desk().outlook(week)
    except ProjectError:
        return desk().outlook(week, everything=True).but(bundles=())
