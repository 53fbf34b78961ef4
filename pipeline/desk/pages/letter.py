"""A letter pasted or uploaded becomes a sketched campaign."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ...api.letters import Imported, Known, import_letter, import_sheet
from ...errors import LetterError, TruyenThanhError
from ...letter import read_pasted
from .here import desk, is_sketch
from .upload import uploaded

blueprint = Blueprint("letter", __name__)


@blueprint.get("/cong-van")
def letter() -> str:
    """Where a letter is pasted."""
    return render_template("cong-van.html", text="", why="")


@blueprint.post("/cong-van")
def taken() -> Response | tuple[str, int]:
    """Sketch a campaign of what was given. What was pasted is shown again if that fails."""
    text = request.form.get("text", "").strip()
    try:
        made = _imported(text)
    except Known as error:
        new = 1 if is_sketch(error.campaign) else None
        to = url_for("campaign.campaign", name=error.campaign, moi=new, co=None if new else 1)
        return redirect(to, 303)
    except TruyenThanhError as error:
        return render_template("cong-van.html", text=text, why=str(error)), 422
    return redirect(url_for("campaign.campaign", name=made.folder.name, moi=1), 303)


def _imported(text: str) -> Imported:
    root = desk().folder.root
    with uploaded("cong-van") as file:
        if file:
            return import_letter(file, root)
    if not text:
        raise LetterError("Chưa có gì để đọc. Hãy dán lời công văn hoặc chọn một tệp.")
    return import_sheet(read_pasted(text), root)
