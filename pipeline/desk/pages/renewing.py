"""Last year's campaign for a new year: what would be moved and what may be stale, then a sketch."""

import re
from collections.abc import Iterable

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ...errors import TruyenThanhError
from ...model import Campaign, Problem
from ...project import next_year, renew, renewal
from .here import desk

blueprint = Blueprint("renewing", __name__)
YEARS = range(2000, 2101)


@blueprint.get("/lam-lai/<name>")
def renewing(name: str) -> str:
    """What would come of it."""
    return _page(name)


@blueprint.post("/lam-lai/<name>")
def renewed(name: str) -> Response | tuple[str, int]:
    """Make the sketch; its page tells what to look at."""
    old, new = _old(name), request.form.get("ten", "").strip()
    try:
        made = renew(desk().folder.root, old, new, _year(old))
    except TruyenThanhError as error:
        return _page(name, str(error)), 422
    to = url_for("campaign.campaign", name=made.folder.name, lai=name, doi=len(made.moved))
    return redirect(to, 303)


def _page(name: str, why: str = "") -> str:
    old = _old(name)
    year = _year(old)
    new = request.form.get("ten", "") or _named(request.args.get("ten", "") or name, year)
    made = renewal(desk().folder.root, old, "ban-nhap", year)
    return render_template(
        "lam-lai.html",
        campaign=old,
        year=year,
        years=YEARS,
        name=new,
        moved=_of(old, made.moved),
        stale=_of(old, made.stale),
        why=why,
    )


def _named(name: str, year: int) -> str:
    """A folder's name with this year at its end, in place of another's."""
    return f"{re.sub(r'-20[0-9]{2}$', '', name)}-{year}"


def _of(old: Campaign, found: Iterable[Problem]) -> list[Problem]:
    """Places in the sketch, told by the texts they come from."""
    files = {
        each.place.file.rpartition("/")[2]: each.place.file
        for each in (*old.messages, *old.unwritten)
    }
    own = f"campaigns/{old.id}/"
    return [
        each.but(place=each.place.but(file=files.get(name, own + name)))
        for each in found
        for name in [each.place.file.rpartition("/")[2]]
    ]


def _old(name: str) -> Campaign:
    known = {each.id: each for each in desk().project.campaigns}
    if name not in known:
        abort(404)
    return known[name]


def _year(old: Campaign) -> int:
    given = request.values.get("nam", "")
    year = int(given) if given.isascii() and given.isdecimal() else 0
    return year if year in YEARS else next_year(old, desk().clock().date())
