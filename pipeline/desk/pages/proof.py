"""Proofs to print and sign: what was written beside what will be heard."""

from flask import Blueprint, Response, abort, request

from ...api.approving import standings
from ...api.proofing import as_page, as_pdf, sheets
from ...errors import ProjectError
from ...model import FRAME, Subject
from .approval import FRAME_PAGE
from .here import desk, problems

blueprint = Blueprint("proof", __name__)
POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'"


@blueprint.get("/in-thu/<name>")
@blueprint.get("/in-thu/<name>/<tin>")
def proof(name: str, tin: str = "") -> Response:
    """The proofs of a campaign, of one message, or of the frame; `?pdf=1`: as PDF."""
    if problems():
        raise ProjectError(problems())
    found = sheets(desk().project, desk().clock().date(), _wanted(name, tin))
    if request.args.get("pdf"):
        made = Response(as_pdf(desk().folder, desk().project, found), mimetype="application/pdf")
        called = "-".join(filter(None, ("in-thu", name, tin)))
        made.headers.set("Content-Disposition", "inline", filename=f"{called}.pdf")
        return made
    made = Response(as_page(desk().project, found), mimetype="text/html")
    made.headers["Content-Security-Policy"] = POLICY  # the page brings its own style
    return made


def _wanted(name: str, tin: str) -> set[Subject]:
    if name == FRAME_PAGE:
        return {FRAME}
    known = {each.subject for each in standings(desk().project, frame=False)}
    wanted = {each for each in known if each.campaign == name and tin in ("", each.message)}
    if not wanted:
        abort(404)
    return wanted
