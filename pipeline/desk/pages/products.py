"""Approved messages for every other channel: what the kit has made, to copy, open or download."""

from pathlib import Path

from flask import Blueprint, Response, abort, redirect, render_template, request, send_file, url_for
from werkzeug.wrappers import Response as Answer

from ...api.approving import standings
from ...api.kit import Wish, kit, shelves
from ...errors import ProjectError, TruyenThanhError
from ...kit import CHANNELS, Shelf, listed
from ...kit.notice import Notice, running, screens
from ...kit.texting import Texting, versions
from ...publish import media, sitemap
from ..wording import product_order
from .here import campaign, desk, problems

blueprint = Blueprint("products", __name__)
POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; media-src 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)
WORDS = (".txt", ".md", "-nhung.html")  # what is copied and pasted elsewhere


@blueprint.get("/ket-qua/tai-lieu")
def products() -> str:
    """Every message, campaign by campaign, and whether its products lie there."""
    return _list()


def _list(why: str = "") -> str:
    there = {} if problems() else {each.content.name: each for each in _shelves()}
    messages = () if problems() else standings(desk().project, frame=False)
    return render_template(
        "tai-lieu.html",
        groups=[
            (
                each,
                [
                    (it, there.get(it.name))
                    for it in messages
                    if it.subject.campaign == each.id and it.subject.message
                ],
            )
            for each in desk().project.campaigns
        ],
        problems=problems(),
        why=why,
    )


@blueprint.post("/ket-qua/tai-lieu")
def made() -> Answer | tuple[str, int]:
    """Make what is missing of a campaign's products."""
    name = request.form.get("name", "")
    if problems():
        raise ProjectError(problems())
    try:
        with desk().folder.lock():
            kit(desk().folder, desk().project, Wish(names=(name,)))
    except TruyenThanhError as error:
        return _list(str(error)), 409
    return redirect(url_for("products.products", da=1, _anchor=name), 303)


@blueprint.get("/ket-qua/tai-lieu/<name>/<tin>")
def message(name: str, tin: str) -> str:
    """One message's products, channel by channel."""
    found = next((each for each in _shelves() if each.content.name == f"{name}/{tin}"), None)
    known = campaign(name)
    if found is None or known is None:
        abort(404)
    return render_template(
        "tai-lieu-tin.html",
        campaign=known,
        content=found.content,
        channels=[
            (each, [(file, _words(found.folder / file)) for file in product_order(files)])
            for each in CHANNELS
            if (files := found.channels.get(each.id))
        ],
        whole=found.is_whole,
        texting=Texting.id,
        versions=tuple(versions(found.content)),
        board=Notice.id,
        running=running(found.content),
        screens=["\n".join(each) for each in screens(found.content)],
    )


@blueprint.get("/ket-qua/tai-lieu/<name>/<tin>/<file>")
def product(name: str, tin: str, file: str) -> Response:
    """A file that the kit's list names."""
    folder = desk().folder.output / sitemap.KITS / name / tin
    if file not in listed(folder):
        abort(404)
    answer = send_file(folder / file, mimetype=media.content_type(file), download_name=file)
    if file.endswith(".html"):
        answer.headers["Content-Security-Policy"] = POLICY  # the page brings its own style
    return answer


def _shelves() -> tuple[Shelf, ...]:
    return () if problems() else shelves(desk().project, desk().folder.output)


def _words(path: Path) -> str:
    """What a text says; "" for what is no text to copy, or is gone."""
    if not path.name.endswith(WORDS):
        return ""
    try:
        return path.read_text("utf-8-sig")
    except OSError:
        return ""
