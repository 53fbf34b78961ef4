"""The project's lexicon: how odd words are said."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ...api.writing import add_word
from ...errors import TruyenThanhError
from ...model import Lexeme
from .here import desk

blueprint = Blueprint("words", __name__)


@blueprint.get("/tu-dien")
def words() -> str:
    """What the office has added."""
    return _page()


def _page(why: str = "") -> str:
    return render_template(
        "tu-dien.html",
        lexemes=sorted(desk().project.lexicon, key=lambda each: each.written.lower()),
        why=why,
        written=request.form.get("written", ""),
        spoken=request.form.get("spoken", ""),
    )


@blueprint.post("/tu-dien")
def added() -> Response | tuple[str, int]:
    """Add an entry, or put it in the place of one for the same form."""
    form = request.form
    lexeme = Lexeme(written=form.get("written", "").strip(), spoken=form.get("spoken", ""))
    try:
        add_word(desk().folder, lexeme)
    except TruyenThanhError as error:
        return _page(str(error)), 422
    return redirect(url_for("words.words", da=1), 303)
