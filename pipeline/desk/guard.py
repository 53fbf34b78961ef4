"""Who may come in: a browser that was given the address the command printed, and nobody else.

A page on the web can make a browser ask 127.0.0.1 for anything. So each request must name this
desk as its host (no name that somebody has pointed here: DNS rebinding), must not come from
another origin, and must carry the key that only the printed address gives.
"""

import hmac
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from werkzeug.wrappers import Request, Response

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

KEY = "khoa"  # parameter of the printed address
SAFE = ("GET", "HEAD")
OURS = ("same-origin", "none")  # of Sec-Fetch-Site: from our own pages, or typed by a person
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; media-src 'self' blob:; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
PAGE = """<!doctype html>
<html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Bàn làm việc chưa mở</title><h1>Bàn làm việc chưa mở ở đây</h1>
<p>{why}</p>
<p>Hãy mở bằng đúng địa chỉ hiện ra ở cửa sổ lệnh sau khi gõ <b>make desk</b>.</p></html>
"""


class Guard:
    """Stands before an application (WSGI)."""

    def __init__(self, app: "WSGIApplication", key: str) -> None:
        self._app = app
        self._key = key
        self.port = 0  # known once the server has one

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer one request, or refuse it."""
        request = Request(environ)
        refused = self._refusal(request)
        if refused:
            return _headed(_page(refused))(environ, start_response)
        if self._same(request.args.get(KEY, "")):
            return _headed(self._welcome(request))(environ, start_response)
        if not self._same(request.cookies.get(self._cookie, "")):
            why = "Trang này chỉ mở được từ máy đang chạy chương trình."
            return _headed(_page(why))(environ, start_response)

        def headed(status: str, headers: list[tuple[str, str]], *error: Any) -> Any:
            named = {name.lower() for name, _ in headers}
            more = [(name, value) for name, value in HEADERS.items() if name.lower() not in named]
            return start_response(status, [*headers, *more], *error)

        return self._app(environ, headed)

    @property
    def address(self) -> str:
        """Where a browser of this machine comes in."""
        return f"http://127.0.0.1:{self.port}/?{KEY}={self._key}"

    @property
    def _cookie(self) -> str:
        """Cookies do not keep ports apart: two desks on one machine have two names."""
        return f"ban-lam-viec-{self.port}"

    @property
    def _hosts(self) -> tuple[str, ...]:
        return f"127.0.0.1:{self.port}", f"localhost:{self.port}"

    def _refusal(self, request: Request) -> str:
        """Why a request is not ours, in Vietnamese; "" when it is."""
        host = request.environ.get("HTTP_HOST", "")
        if host not in self._hosts:
            return "Địa chỉ này không phải của bàn làm việc."
        origin = request.headers.get("Origin")
        if origin is not None and origin != f"http://{host}":
            return "Yêu cầu này đến từ một trang khác."
        if request.method in SAFE:
            foreign = request.headers.get("Sec-Fetch-Site", "none") not in OURS
            opening = request.headers.get("Sec-Fetch-Mode") == "navigate"  # a person's click
            return "Yêu cầu này đến từ một trang khác." if foreign and not opening else ""
        if origin is None and request.headers.get("Sec-Fetch-Site") != "same-origin":
            return "Yêu cầu này không nói đến từ đâu."
        return ""

    def _same(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), self._key.encode())

    def _welcome(self, request: Request) -> Response:
        """Give the key to the browser to keep, and take it out of the address."""
        response = Response(status=303, headers={"Location": request.path})
        response.set_cookie(self._cookie, self._key, httponly=True, samesite="Strict", path="/")
        return response


def _page(why: str) -> Response:
    return Response(PAGE.format(why=why), status=403, content_type="text/html; charset=utf-8")


def _headed(response: Response) -> Response:
    response.headers.extend(HEADERS)
    response.headers["Cache-Control"] = "no-store"
    return response
