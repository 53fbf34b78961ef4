"""Writing a message beside how it will be read, and what its page asks while somebody types."""

from urllib.parse import quote

from flask import (
    Blueprint,
    Response,
    abort,
    get_template_attribute,
    jsonify,
    render_template,
    request,
)

from ...api.writing import Changed, Written, add_word, opened, save
from ...errors import EngineError, ProjectError, TruyenThanhError
from ...model import Lexeme
from ...project.wording import message as worded
from ...project.wording import parted, values
from ...reading.guard import LETTERS
from ..reading import told
from .here import campaign, desk, is_sketch, messages, problems

blueprint = Blueprint("message", __name__)
LONGEST = 50_000  # characters of a message
SAID = LETTERS | frozenset(" .,;:?!")


@blueprint.get("/chien-dich/<name>/<tin>")
def editor(name: str, tin: str) -> str:
    """The message's page; with `?viec=`, also of one that is begun here and has no file yet."""
    file = opened(desk().folder, _file(name, tin))
    known = campaign(name)
    begun = not file.digest and "viec" in request.args
    if known is None or not (file.digest or begun):
        abort(404)
    head = {"title": request.args.get("ten", ""), "topic": request.args.get("viec", "")}
    listed = list(messages(name))
    place = next((n for n, each in enumerate(listed) if each.id == tin), len(listed))
    return render_template(
        "tin.html",
        campaign=known,
        tin=tin,
        file=file,
        sketch=is_sketch(name),
        written=_parts(file) | (head if begun else {}),
        problems=problems(file.name),
        before=listed[place - 1] if place else None,
        after=listed[place + 1] if place + 1 < len(listed) else None,
    )


@blueprint.get("/tin/<name>/<tin>")
def current(name: str, tin: str) -> Response:
    """The message as its file holds it now."""
    return jsonify(_answered(opened(desk().folder, _file(name, tin))))


@blueprint.post("/tin/<name>/<tin>")
def kept(name: str, tin: str) -> Response | tuple[Response, int]:
    """Save over what was loaded. 409 with what lies there now, when that is something else."""
    asked = request.get_json()
    text, over = str(asked["words"]), str(asked["over"])
    head = {"title": str(asked["title"]), "topic": str(asked["topic"])}
    now = opened(desk().folder, _file(name, tin))
    if not head["title"].strip():
        return _refused("Hãy đặt tên cho tin rồi lưu.")
    if not now.digest:
        head["language"] = "vi"
    try:
        if now.digest != over:
            raise Changed(now)
        saved = save(desk().folder, now.name, worded(now.text, head, text), over)
    except Changed as error:
        return jsonify(_answered(error.now) | {"error": str(error)}), 409
    except ProjectError:
        return _refused(
            "Phần đầu của tệp đang viết sai nên không biết ghi vào đâu; hãy mở tệp gốc."
        )
    except TruyenThanhError as error:
        return _refused(str(error))
    return jsonify(_answered(saved))


@blueprint.post("/doc")
def read() -> Response | tuple[Response, int]:
    """How words will be said."""
    asked = request.get_json()
    known = campaign(str(asked["campaign"]))
    if known is None:
        return _refused("Chiến dịch này không còn nữa.")
    text = str(asked["words"])[:LONGEST]
    return jsonify(told(text, desk().project, known, desk().clock().date()))


@blueprint.post("/nghe")
def heard() -> Response | tuple[Response, int]:
    """A sentence as sound."""
    asked = request.get_json()
    words, role = str(asked["words"]), str(asked.get("role", "A"))
    if not words.strip() or len(words) > 1000 or not SAID.issuperset(words):
        return _refused("Câu này còn chỗ chưa đọc được.")
    try:
        sound = desk().voicebox.hear(desk().project, words, role)
    except EngineError as error:
        return _refused(error.reason)
    except TruyenThanhError as error:
        return _refused(str(error))
    headers = {"X-Voice": quote(sound.name), "X-Stand-In": "1" if sound.stand_in else "0"}
    return Response(sound.wav, content_type="audio/wav", headers=headers)


@blueprint.post("/tu-dien/them")
def mended() -> Response | tuple[Response, int]:
    """Put how a word is said into the project's lexicon."""
    asked = request.get_json()
    lexeme = Lexeme(written=str(asked["written"]).strip(), spoken=str(asked["spoken"]))
    try:
        path = add_word(desk().folder, lexeme)
    except TruyenThanhError as error:
        return _refused(str(error))
    return jsonify(file=path.relative_to(desk().folder.root).as_posix())


def _parts(file: Written) -> dict[str, str]:
    """What the page edits of a file, and of which content of it."""
    head, words = parted(file.text)
    return {
        **values(head.replace("---", ""), ("title", "topic")),
        "words": words.rstrip("\n"),
        "digest": file.digest,
    }


def _answered(file: Written) -> dict[str, str]:
    """The same, and what is left to do there, as the page shows it."""
    lacks = get_template_attribute("phan.html", "lacks")
    return _parts(file) | {"lacks": lacks(problems(file.name)).strip()}


def _file(name: str, tin: str) -> str:
    return f"campaigns/{name}/{tin}.md"


def _refused(why: str) -> tuple[Response, int]:
    return jsonify(error=why), 422
