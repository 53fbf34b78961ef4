"""What is answered to a request: a file of the site or nothing (WSGI).

Werkzeug reads the headers and answers in part, not at all, or with what has changed; which files
there are to ask for is said by `publish.sitemap` alone, so no other path is ever opened.
"""

import hashlib
import os
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from werkzeug.exceptions import HTTPException
from werkzeug.http import parse_range_header
from werkzeug.wrappers import Request, Response
from werkzeug.wsgi import wrap_file

from ..publish import media, sitemap
from ..publish.feed import located

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

HOST = re.compile(r"([A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(:[0-9]{1,5})?")
LASTLY = "Không có trang này. Hãy quay lại trang đầu và chọn đài."
PAGE = """<!doctype html>
<html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{what}</title><p>{what}<p><a href="/">Trang đầu</a></html>
"""


class App:
    """Serves the site below `root`, which calls itself `url` in its feeds ("": nothing)."""

    def __init__(self, root: Path, url: str = "") -> None:
        self._root = root.resolve()
        self._url = url

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer one request."""
        _forget_odd_ranges(environ)
        request = Request(environ)
        try:
            response = self._answer(request)
        except HTTPException as error:  # 416: a range beyond the end
            response = Response(status=error.code, headers=error.get_headers(environ))
            response.headers["Content-Type"] = "text/plain; charset=utf-8"
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Content-Security-Policy"] = "frame-ancestors 'none'; base-uri 'none'"
        return response(environ, start_response)

    def _answer(self, request: Request) -> Response:
        if request.method not in ("GET", "HEAD"):
            return Response(status=405, headers={"Allow": "GET, HEAD"})
        address = request.path.removeprefix("/")
        if address == "" or address.endswith("/"):
            address += sitemap.PAGE
        elif sitemap.is_public(f"{address}/{sitemap.PAGE}"):
            return Response(status=308, headers={"Location": f"/{address}/"})
        file = self._open(address)
        if file is None:
            return _page(404, LASTLY)
        if address.endswith((sitemap.FEED, sitemap.FEEDS)):
            response = self._feed(file, _here(request))
            size = len(response.get_data())
        else:
            response, size = _file(file, request)
        response.headers["Content-Type"] = media.content_type(address)
        response.headers["Cache-Control"] = media.caching(address)
        return response.make_conditional(request, accept_ranges=True, complete_length=size)

    def _open(self, address: str) -> BinaryIO | None:
        """The file, if the site has one there that really lies below the root."""
        if not sitemap.is_public(address):
            return None
        try:
            path = (self._root / address).resolve(strict=True)
            return path.open("rb") if path.is_relative_to(self._root) and path.is_file() else None
        except (OSError, ValueError):
            return None

    def _feed(self, file: BinaryIO, here: str) -> Response:
        """A feed, with the address at which it was asked for in place of its own."""
        with file:
            content = file.read()
        if here:
            content = located(content, self._url, here)
        response = Response(content)
        response.set_etag(hashlib.sha256(content).hexdigest()[:32])
        return response


def _file(file: BinaryIO, request: Request) -> tuple[Response, int]:
    state = os.fstat(file.fileno())
    response = Response(wrap_file(request.environ, file), direct_passthrough=True)
    response.content_length = state.st_size
    response.last_modified = datetime.fromtimestamp(state.st_mtime, UTC)
    response.set_etag(f"{state.st_ino:x}-{state.st_mtime_ns:x}-{state.st_size:x}")
    return response, state.st_size


def _page(status: int, what: str) -> Response:
    return Response(PAGE.format(what=what), status=status, content_type="text/html; charset=utf-8")


def _here(request: Request) -> str:
    """The site's address as the reader knows it; "" when that is none that anybody could know."""
    host = request.environ.get("HTTP_HOST", "")
    return f"http://{host}" if HOST.fullmatch(host) else ""


def _forget_odd_ranges(environ: "WSGIEnvironment") -> None:
    """Several ranges, or what is none, are answered with the whole (RFC 9110, 14.2)."""
    asked = environ.get("HTTP_RANGE", "")
    parsed = parse_range_header(asked) if asked else None
    if asked and (parsed is None or parsed.units != "bytes" or len(parsed.ranges) > 1):
        del environ["HTTP_RANGE"]
