"""Messages that are written already: shown as they will be parted, then put into a campaign."""

from pathlib import Path

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ...api.letters import import_ready
from ...errors import LetterError, TruyenThanhError
from ...letter import Ready, Sheet, open_letter, read_pasted, ready, written_out
from ...model import Problem
from .here import campaign, desk
from .upload import uploaded

blueprint = Blueprint("ready", __name__)
NAME = "văn bản dán vào"


@blueprint.get("/tin-san/<name>")
def messages(name: str) -> str:
    """Where they are pasted."""
    return _page(name)


@blueprint.post("/tin-san/<name>")
def brought(name: str) -> Response | str | tuple[str, int]:
    """Show how the text is parted; when a person has seen that, make the messages."""
    text = request.form.get("text", "")
    try:
        if request.form.get("verdict") == "them":
            to, topic = Path("campaigns", name), request.form.get("topic", "")
            made = import_ready(read_pasted(text, NAME), desk().folder.root, to, topic)
            return redirect(url_for("campaign.campaign", name=name, them=len(made.files)), 303)
        return _page(name, sheet=_given(text))
    except TruyenThanhError as error:
        return _page(name, text=text, why=str(error)), 422


def _given(text: str) -> Sheet:
    with uploaded("tin") as file:
        if file:
            return open_letter(file)
    if not text.strip():
        raise LetterError("Chưa có gì để đọc. Hãy dán lời các tin hoặc chọn một tệp.")
    return read_pasted(text, NAME)


def _page(name: str, sheet: Sheet | None = None, text: str = "", why: str = "") -> str:
    known = campaign(name)
    if known is None:
        abort(404)
    found: tuple[Ready, ...] = ()
    remarks: tuple[Problem, ...] = ()
    if sheet:
        parted, remarks = ready(sheet)
        if not parted:
            raise LetterError(f"{sheet.name}: không thấy lời tin nào. Hãy xem lại.")
        text = written_out(parted)
        found, _ = ready(read_pasted(text))  # what is shown is what would be made of the text
    return render_template(
        "tin-san.html",
        campaign=known,
        found=found,
        remarks=remarks,
        text=text,
        topic=request.form.get("topic", ""),
        why=why,
    )
