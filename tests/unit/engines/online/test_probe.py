import socket
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from pipeline.engines.online.probe import unreachable

URL = "https://translate.google.com/"


@pytest.fixture
def mute() -> Iterator[str]:
    """A proxy that lets everybody in and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"


def test_a_mute_proxy_is_given_up(monkeypatch: pytest.MonkeyPatch, mute: str) -> None:
    monkeypatch.setenv("https_proxy", mute)
    began = time.monotonic()
    assert unreachable(URL, 0.3) is not None
    assert time.monotonic() - began < 1


@pytest.mark.parametrize(
    ("code", "there"), [(200, True), (404, True), (405, True), (501, True), (503, False)]
)
def test_a_server_that_knows_no_such_question_is_there(code: int, there: bool) -> None:
    """Small ones made for one purpose answer 404, 405 or 501 to it."""

    class Small(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self.send_response(code)
            self.end_headers()

        def log_message(self, *_: object) -> None: ...

    with HTTPServer(("127.0.0.1", 0), Small) as server:
        Thread(target=server.handle_request, daemon=True).start()
        answer = unreachable(f"http://127.0.0.1:{server.server_port}/", 3)
    assert answer == (None if there else f"Máy chủ đang từ chối ({code}).")


def test_a_name_server_that_never_answers_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looking up a name has no time limit of its own: a dead name server holds it half a minute."""
    for name in ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)

    def dead(*_: object, **__: object) -> None:
        time.sleep(3)
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", dead)
    began = time.monotonic()
    assert unreachable(URL, 0.3) == "Không thấy máy chủ trả lời sau 0,3 giây."
    assert time.monotonic() - began < 1
