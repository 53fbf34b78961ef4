"""The settings in docs/huong-dan-dang-tai.md, tried with the servers they are for."""

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from pipeline.model import Site
from pipeline.publish import media, publish, refresh
from pipeline.store import MemoryStore
from tests.unit.publish import kit

GUIDE = Path(__file__).parents[2] / "docs" / "huong-dan-dang-tai.md"


def block(language: str) -> str:
    text = GUIDE.read_text(encoding="utf-8")
    (found,) = re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    return found


PRIVATE = (".bi-mat", "tep-la/x.txt", "ban-thu/2026-W49/x.txt", "in-thu/x.html", "BAO-CAO_1.TXT")


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("trang")
    plan, store = kit.make_plan(), MemoryStore()
    kit.stock(plan, store)
    publish(plan, store, folder)
    refresh(folder, Site())
    for private in PRIVATE:
        (folder / private).parent.mkdir(parents=True, exist_ok=True)
        (folder / private).write_text("riêng", encoding="utf-8")
    return folder


@pytest.fixture(scope="module", params=["nginx", "caddy"])
def port(
    request: pytest.FixtureRequest, output: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[int]:
    program = shutil.which(request.param)
    if program is None:
        pytest.skip(f"no {request.param} on this machine")
    home = tmp_path_factory.mktemp(request.param)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number: int = free.getsockname()[1]
    settings = block(request.param).replace("/srv/truyenthanh", str(output))
    command = {"nginx": _nginx, "caddy": _caddy}[request.param](program, home, settings, number)
    with subprocess.Popen(
        command, env=os.environ | {"HOME": str(home)}, stderr=subprocess.DEVNULL
    ) as server:
        try:
            _wait(number)
            yield number
        finally:
            server.terminate()


def _nginx(program: str, home: Path, settings: str, port: int) -> list[str]:
    user = "user root;" if os.geteuid() == 0 else ""
    places = "".join(
        f"{name}_temp_path {home}/{name};"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    server = settings.replace("listen 80;", f"listen 127.0.0.1:{port};")
    (home / "nginx.conf").write_text(
        f"{user} daemon off; pid {home}/pid; error_log {home}/error.log;\n"
        f"events {{}}\nhttp {{ access_log off; {places}\n{server}\n}}\n",
        encoding="utf-8",
    )
    return [program, "-p", str(home), "-c", str(home / "nginx.conf")]


def _caddy(program: str, home: Path, settings: str, port: int) -> list[str]:
    site = settings.replace("truyenthanh.example.vn {", f"http://127.0.0.1:{port} {{", 1)
    file = home / "Caddyfile"
    file.write_text(f"{{\n\tadmin off\n}}\n{site}", encoding="utf-8")
    return [program, "run", "--config", str(file), "--adapter", "caddyfile"]


def _wait(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 0.2).close()
            return
        except OSError:
            time.sleep(0.05)
    pytest.fail("the server did not start")


def ask(port: int, address: str, **headers: str) -> HTTPResponse:
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("GET", address, headers={"Range": headers["Range"]} if headers else {})
    return connection.getresponse()


def test_every_file_has_its_kind_and_is_asked_for_again(port: int, output: Path) -> None:
    for path in sorted(output.rglob("*")):
        address = path.relative_to(output).as_posix()
        if path.is_dir() or address in PRIVATE:
            continue
        answer = ask(port, f"/{address}")
        wanted = media.content_type(address).partition(";")[0]
        kind, _, charset = (answer.getheader("Content-Type") or "").partition(";")
        assert (answer.status, kind) == (200, wanted), address
        if wanted in ("text/html", "text/plain", "text/csv", "text/calendar"):
            assert "utf-8" in charset.lower(), address
        caching = answer.headers.get_all("Cache-Control")
        assert caching == [media.caching(address)], address


def test_folders_show_their_page_and_parts_can_be_asked_for(port: int) -> None:
    assert b"<html" in ask(port, "/").read()
    assert b"<html" in ask(port, "/07288/").read()
    part = ask(port, "/2026-W49/07288_2026-W49.zip", Range="bytes=0-9")
    assert (part.status, len(part.read())) == (206, 10)


def test_what_is_nobodys_business_is_not_shown(port: int) -> None:
    for address in (*(f"/{private}" for private in PRIVATE), "/../etc/passwd", "/.dang-lam/"):
        assert ask(port, address).status in (400, 403, 404), address
