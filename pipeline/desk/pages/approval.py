"""Approving: exactly what will be heard and printed, then a person's word on it."""

from collections.abc import Iterator

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ...api.approving import Faulty, Standing, Word, approve, standings
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
    if problems():
        return approval()
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
        chosen=set(_chosen()) if why else {each.subject for each in found if each.why},
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
    withdraw = form.get("verdict") == "withdraw"
    shown = {
        each: tuple(form.get(f"shown:{each.campaign}/{each.message}", "").split())
        for each in _chosen()
    }
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
    except Faulty as error:
        return _page(group, _faults(error)), 409
    except TruyenThanhError as error:
        return _page(group, str(error)), 409
    done = f"{'rut' if withdraw else 'duyet'}-{len(given)}"
    answer = redirect(url_for("approval.group", group=group, da=done), 303)
    for name, value in (("nguoi-duyet", word.by), ("chuc-vu", word.role)):
        answer.set_cookie(name, value, max_age=31_536_000, httponly=True, samesite="Strict")
    return answer


def _chosen() -> Iterator[Subject]:
    """What is ticked on the form."""
    for item in request.form.getlist("item"):
        campaign, _, message = item.partition("/")
        yield Subject(campaign=campaign, message=message)


def _faults(error: Faulty) -> str:
    """What stands in the way, for a person with this page before them."""
    named = ", ".join(f"“{each.title}”" for each in error.reviews)
    return (
        f"Chưa ghi gì, vì còn lỗi không được phát ở mục {named}. Hãy sửa, hoặc bỏ dấu ở mục ấy; "
        "nếu chắc chắn là đúng thì ghi lý do ở ô “Vì sao vẫn duyệt” bên dưới."
    )


def _of(name: str) -> list[Standing]:
    campaign = "" if name == FRAME_PAGE else name
    return [each for each in standings(desk().project) if each.subject.campaign == campaign]


def _title(name: str) -> str:
    known = {each.id: each.title for each in desk().project.campaigns}
    return known.get(name, "Khung chung của mọi bản tin")
