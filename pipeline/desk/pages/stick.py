"""A station's bundle onto a stick that this machine sees."""

import shutil
from contextlib import suppress
from pathlib import Path

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from ...errors import PublishError, TruyenThanhError
from ...publish import names
from ...publish.catalogue import catalogue
from ...usb import bundle_of
from ..watched import Busy
from .events import told
from .here import desk

blueprint = Blueprint("stick", __name__)


@blueprint.get("/ket-qua/the-usb/<week>/<code>")
def stick(week: str, code: str) -> str:
    """The sticks there are, or how far the copy is."""
    return _page(week, code)


@blueprint.post("/ket-qua/the-usb/<week>/<code>")
def begin(week: str, code: str) -> Answer | tuple[str, int]:
    """Copy onto the chosen stick, unless a copy is under way: then that one is shown."""
    try:
        with suppress(Busy):
            desk().carrying.start(_bundle(week, code), request.form.get("the", ""))
    except TruyenThanhError as error:
        return _page(week, code, str(error)), 409
    turn = desk().carrying.progress.now.turn
    return redirect(url_for("stick.stick", week=week, code=code, lan=turn), 303)


@blueprint.get("/ket-qua/the-usb/dien-bien")
def progress() -> Response:
    """How far it is, as it changes, until the copy ends."""
    return told(desk().carrying.progress)


def _page(week: str, code: str, why: str = "") -> str:
    _bundle(week, code)
    now = desk().carrying.progress.now
    mine = (now.week, now.code) == (week, code)
    running, asked = now.phase == "running", request.args.get("lan") == str(now.turn)
    issues = catalogue(desk().folder.output, (week,)).stations.get(code, ())
    return render_template(
        "the-usb.html",
        week=week,
        code=code,
        station=next((each.line.station.name for each in issues), code),
        now=now if mine and (running or asked) else None,
        elsewhere=running and not mine,
        sticks=[(each, _free(each.root)) for each in desk().carrying.sticks()],
        why=why,
    )


def _bundle(week: str, code: str) -> Path:
    """The published bundle."""
    if not names.is_week(week):
        abort(404)
    try:
        return bundle_of(desk().folder.output, code, week)
    except PublishError:
        abort(404)


def _free(root: str) -> int | None:
    """Bytes left on a stick; None where it does not say."""
    try:
        return shutil.disk_usage(root).free
    except OSError:
        return None
