"""How far a letter is fulfilled: its tasks and channels, planned and done, point by point."""

from flask import Blueprint, abort, render_template

from ...api.covering import coverage
from ...coverage.told import told
from ...errors import ProjectError
from ...plan import Week
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
    folder = desk().folder
    plan = desk().outlook(Week.parse("next", desk().clock().date()))
    found = told(coverage(desk().project, plan, folder.root, folder.output, name))
    return render_template("da-lam.html", campaign=known, told=found, one=found["campaigns"][0])
