"""A file as it is, for what no form of the desk covers or what is too broken for one."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ...api.writing import Changed, Written, opened, save
from ...errors import TruyenThanhError
from .here import desk, problems

blueprint = Blueprint("source", __name__)


@blueprint.get("/tep/<path:name>")
def source(name: str) -> str:
    """The file's text."""
    return _page(opened(desk().folder, name))


def _page(file: Written, typed: str | None = None, why: str = "", clash: bool = False) -> str:
    return render_template(
        "tep.html", file=file, typed=typed, why=why, clash=clash, problems=problems(file.name)
    )


@blueprint.post("/tep/<path:name>")
def saved(name: str) -> Response | tuple[str, int]:
    """Save over what was loaded; both texts are shown when somebody else was faster."""
    text = request.form.get("text", "")
    try:
        save(desk().folder, name, text, request.form.get("over", ""))
    except Changed as error:
        return _page(error.now, text, str(error), clash=True), 409
    except TruyenThanhError as error:
        return _page(opened(desk().folder, name), text, str(error)), 422
    return redirect(url_for("source.source", name=name, da="luu"), 303)
