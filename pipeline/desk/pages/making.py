"""Building a week: begin, watch, stop."""

from contextlib import suppress

import msgspec
from flask import Blueprint, Response, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from ...api import Run
from ...plan import Week
from ..watched import Busy
from .events import told
from .here import desk, problems

blueprint = Blueprint("making", __name__)


@blueprint.get("/lam")
def making() -> str:
    """What is to be made, or how far it is."""
    today = desk().clock().date()
    return render_template(
        "lam.html",
        now=desk().making.now,
        weeks=[Week.parse("next", today), Week.parse("this", today)],
        stations=desk().project.stations,
        problems=problems(),
    )


@blueprint.post("/lam")
def begin() -> Answer | tuple[str, int]:
    """Begin, unless a build is under way: then its page is shown."""
    form = request.form
    try:
        week = Week.parse(form.get("week", "next"), desk().clock().date())
    except ValueError as error:
        return render_template("loi.html", what=str(error)), 422
    known = {each.code for each in desk().project.stations}
    run = Run(
        folder=desk().folder,
        week=week,
        stations=tuple(code for code in form.getlist("station") if code in known),
        offline=form.get("offline") == "1",
        draft=form.get("draft") == "1",
    )
    with suppress(Busy):
        desk().making.start(run)
    return redirect(url_for("making.making"), 303)


@blueprint.post("/lam/dung")
def end() -> Answer:
    """Stop safely."""
    desk().making.stop()
    return redirect(url_for("making.making"), 303)


@blueprint.get("/lam/bay-gio")
def now() -> Response:
    """How far it is, once."""
    return jsonify(msgspec.to_builtins(desk().making.now))


@blueprint.get("/lam/dien-bien")
def progress() -> Response:
    """How far it is, as it changes, until the build ends."""
    return told(desk().making.progress)
