import socket
import time
from collections.abc import Iterator

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
