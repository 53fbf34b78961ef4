"""The desk's pages put together (Flask), beside the published site they lead to."""

from pathlib import Path

from flask import Flask, Response, render_template, request, send_from_directory
from werkzeug.exceptions import HTTPException
from werkzeug.middleware.dispatcher import DispatcherMiddleware

from ..errors import ProjectError, TruyenThanhError
from ..publish import DRAFTS
from ..publish.portal.assets import assets
from ..serve import App
from . import wording
from .desk import Desk
from .pages import (
    approval,
    campaign,
    fulfilled,
    letter,
    making,
    message,
    products,
    proof,
    ready,
    renewing,
    result,
    source,
    start,
    stick,
    week,
    words,
)

LARGEST = 25_000_000  # bytes of a letter with pictures in it
SITE, TRIAL = "/trang-web", "/ban-thu"  # where the published site and drafts are mounted
STATIC = Path(__file__).parent / "static"
PAGES = (
    *(start, letter, campaign, fulfilled, ready, renewing, message),
    *(week, proof, approval, making),
    *(result, products, stick, words, source),
)


def application(desk: Desk) -> DispatcherMiddleware:
    """Everything the desk answers, without its guard."""
    app = Flask(__name__, static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = LARGEST
    app.extensions["desk"] = desk
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(wording.FOR_PAGES, desk=desk, asset=_asset, site=SITE, trial=TRIAL)
    for page in PAGES:
        app.register_blueprint(page.blueprint)
    app.add_url_rule("/ban/<path:name>", "static", _static)
    app.add_url_rule("/_/<name>", "asset", _shared)
    app.register_error_handler(HTTPException, _lost)
    app.register_error_handler(ProjectError, _unreadable)
    app.register_error_handler(TruyenThanhError, _failed)
    app.after_request(_fresh)
    output = desk.folder.output
    return DispatcherMiddleware(app, {SITE: App(output), TRIAL: App(output / DRAFTS)})


def _asset(name: str) -> str:
    """Address of a file of the portal's look, which is the desk's too."""
    return f"/{assets().named[name]}"


def _shared(name: str) -> Response:
    content = assets().files.get(f"_/{name}")
    if content is None:
        return Response(status=404)
    kind = {"css": "text/css", "svg": "image/svg+xml", "woff2": "font/woff2"}
    return Response(content, content_type=kind.get(name.rpartition(".")[2], "text/plain"))


def _static(name: str) -> Response:
    return send_from_directory(STATIC, name)


def _fresh(response: Response) -> Response:
    """Pages show files, and files change: nothing is shown from memory.

    But what answers a form: going back to it would else be a browser's error, or send it again.
    """
    kept = request.method == "POST"
    response.headers.setdefault("Cache-Control", "no-cache" if kept else "no-store")
    return response


def _lost(error: HTTPException) -> tuple[str, int]:
    return render_template("loi.html", what=wording.refused(error.code)), error.code or 500


def _unreadable(error: ProjectError) -> tuple[str, int]:
    return render_template("loi.html", what="Dự án còn chỗ phải sửa.", problems=error.problems), 409


def _failed(error: TruyenThanhError) -> tuple[str, int]:
    return render_template("loi.html", what=str(error)), 409
