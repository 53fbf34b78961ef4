"""Approving: exactly what will be heard and printed, then a person's word on it."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ...api.approving import Standing, Word, approve, standings
from ...errors import TruyenThanhError
from ...lint import lint
from ...model import Subject
from ...plan import proofs
from ...publish.papers.proofsheets import beside
from .here import desk, problems

blueprint = Blueprint("approval", __name__)
FRAME_PAGE = "khung"  # the page of what is around every bulletin


@blueprint.get("/duyet")
def approval() -> str:
    """What waits, group by group."""
    if problems():
        return render_template("duyet.html", groups=(), problems=problems())
    found = standings(desk().project)
    titles = {each.id: each.title for each in desk().project.campaigns}
    groups = [
        (name, title, [each for each in found if each.subject.campaign == (name or "")])
        for name, title in (("", "Khung chung của mọi bản tin"), *titles.items())
    ]
    return render_template("duyet.html", groups=groups, problems=())


@blueprint.get("/duyet/<group>")
def group(group: str) -> str:
    """Everything of a campaign as it will go out, and the form to approve it."""
    return _page(group)


def _page(name: str, why: str = "") -> str:
    found = _of(name)
    if not found:
        abort(404)
    seen = {each.subject: each for each in found}
    today = desk().clock().date()
    reviews = {each.subject: each for each in lint(desk().project, today, set(seen))}
    by = request.form.get("by") or request.cookies.get("nguoi-duyet", "")
    return render_template(
        "duyet-nhom.html",
        group=name,
        title=_title(name),
        items=[
            (seen[it.subject], it, reviews.get(it.subject)) for it in proofs(desk().project, seen)
        ],
        wrong=any(each.wrong for each in reviews.values()),
        beside=beside,
        stations=len(desk().project.stations),
        by=by,
        role=request.form.get("role") or request.cookies.get("chuc-vu", ""),
        why=why,
        done=request.args.get("da", ""),
    )


@blueprint.post("/duyet/<group>")
def said(group: str) -> Response | tuple[str, int]:
    """Write the word down, on exactly the digests that were on the page."""
    form = request.form
    chosen = form.getlist("item")
    withdraw = form.get("verdict") == "withdraw"
    shown: dict[Subject, tuple[str, ...]] = {}
    for item in chosen:
        campaign, _, message = item.partition("/")
        digests = tuple(form.get(f"shown:{item}", "").split())
        shown[Subject(campaign=campaign, message=message)] = digests
    try:
        if not shown:
            raise TruyenThanhError("Chưa chọn mục nào.")
        word = Word(
            by=form.get("by", ""),
            role=form.get("role", ""),
            at=desk().clock(),
            withdraw=withdraw,
            note=form.get("note", ""),
            despite=form.get("despite", ""),
        )
        given = approve(desk().folder, shown, word)
    except TruyenThanhError as error:
        return _page(group, str(error)), 409
    done = f"{'rut' if withdraw else 'duyet'}-{len(given)}"
    answer = redirect(url_for("approval.group", group=group, da=done), 303)
    for name, value in (("nguoi-duyet", word.by), ("chuc-vu", word.role)):
        answer.set_cookie(name, value, max_age=31_536_000, httponly=True, samesite="Strict")
    return answer


def _of(name: str) -> list[Standing]:
    campaign = "" if name == FRAME_PAGE else name
    if problems():
        return []
    return [each for each in standings(desk().project) if each.subject.campaign == campaign]


def _title(name: str) -> str:
    known = {each.id: each.title for each in desk().project.campaigns}
    return known.get(name, "Khung chung của mọi bản tin")
