"""moto's object store on this machine, with a switch for what may go wrong on the way to it."""

import re
import threading
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import pytest
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.test import Client
from werkzeug.wrappers import Request, Response

KEY, SECRET = "AKIDKHOATHU00000000", "bi-mat-khong-ai-duoc-thay"
SIGNED = f"AWS4-HMAC-SHA256 Credential={KEY}/20260101/us-east-1/s3/aws4_request"
Fault = Callable[[Request], Response | None]  # None: nothing wrong with this request


@dataclass
class Stored:
    """An object as it lies there."""

    content: bytes
    type: str
    caching: str
    note: str  # our SHA-256 in its metadata


@dataclass
class S3:
    """A running store: what was asked of it, and what is to go wrong."""

    app: Any
    url: str = ""
    asked: list[tuple[str, str]] = field(default_factory=list)  # method, path with query
    fault: Fault | None = None
    etag: str = ""  # told instead of the right one, as stores do that encrypt
    encryption: str = ""
    page: int = 1000  # objects a listing tells of at once

    def __call__(self, environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        request = Request(environ)
        self.asked.append((request.method, request.full_path.rstrip("?")))
        refused = self.fault(request) if self.fault else None
        if refused is not None:
            _ = request.data  # so that the line is not cut while it still speaks
            return refused(environ, start)
        if "list-type" in request.args:
            environ["QUERY_STRING"] += f"&max-keys={self.page}"
        return self._disguised(Response.from_app(self.app, environ))(environ, start)

    def _disguised(self, answer: Response) -> Response:
        if self.etag and answer.mimetype == "application/xml":
            told = f"<ETag>{self.etag}</ETag>".encode()
            answer.data = re.sub(rb"<ETag>.*?</ETag>", told, answer.data)
        if self.encryption:
            answer.headers["x-amz-server-side-encryption"] = self.encryption
        return answer

    def sent(self) -> list[str]:
        """Paths of what was put, parts included."""
        return [path for method, path in self.asked if method == "PUT"]

    def make(self, bucket: str) -> None:
        self._ask("PUT", f"/{bucket}")

    def put(self, bucket: str, key: str, content: bytes) -> None:
        self._ask("PUT", f"/{bucket}/{key}", content)

    def get(self, bucket: str, key: str) -> Stored:
        got = self._ask("GET", f"/{bucket}/{key}")
        heads = got.headers
        return Stored(
            got.data,
            heads["Content-Type"],
            heads.get("Cache-Control", ""),
            heads.get("x-amz-meta-sha256", ""),
        )

    def keys(self, bucket: str) -> list[str]:
        listing = self._ask("GET", f"/{bucket}?list-type=2&max-keys=1000").data
        root = ET.fromstring(listing)  # noqa: S314 - our own
        assert "<IsTruncated>false" in listing.decode()
        return [each.text or "" for each in root.iter() if each.tag.endswith("}Key")]

    def reset(self) -> None:
        self._ask("POST", "/moto-api/reset")

    def _ask(self, method: str, path: str, content: bytes = b"") -> Any:
        """Ask past the network, signed as moto wants it: with anything."""
        signed = {"Host": "127.0.0.1", "Authorization": SIGNED}
        got = Client(self.app).open(
            quote(path, "/?=&"), method=method, data=content, headers=signed
        )
        assert got.status_code == 200, (method, path, got.status)
        return got


class Quiet(WSGIRequestHandler):
    """Keeps no log."""

    def log_request(self, code: object = "-", size: object = "-") -> None:
        """Nothing."""


def sign_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have keys in the environment, and nothing of this machine's own."""
    for name in ("AWS_PROFILE", "AWS_SESSION_TOKEN", "AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3"):
        monkeypatch.delenv(name, raising=False)
    for name in ("AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"):
        monkeypatch.setenv(name, "/dev/null")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", KEY)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
    monkeypatch.setenv("AWS_REGION", "us-east-1")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")


@contextmanager
def store() -> Iterator[S3]:
    """An empty store, as long as it is needed."""
    s3 = S3(DomainDispatcherApplication(create_backend_app))
    server = make_server("127.0.0.1", 0, s3, threaded=True, request_handler=Quiet)
    s3.url = f"http://127.0.0.1:{server.port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield s3
    finally:
        server.shutdown()
        thread.join(10)
        s3.reset()


def times(count: int, status: int, code: str = "", when: Callable[[Request], bool] = bool) -> Fault:
    """The first `count` requests `when` holds for are answered with an error."""
    left = [count]

    def fault(request: Request) -> Response | None:
        if left[0] == 0 or not when(request):
            return None
        left[0] -= 1
        body = f"<Error><Code>{code}</Code><Message>{KEY}</Message></Error>" if code else ""
        return Response(body, status=status, content_type="application/xml")

    return fault
