"""The server over real sockets: the right bytes to those who ask well, nothing to others."""

import hashlib
import http.client
import os
import socket
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from pipeline.errors import TruyenThanhError
from pipeline.serve import App, Server, addresses_of
from tests.loopback import portal
from tests.loopback.portal import LATER

MP3 = "/2026-W49/07288/01_T2SC_VIEC-NHE-LUONG.MP3"
SECRET = b"khong ai duoc doc"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    around = tmp_path_factory.mktemp("quanh")
    (around / "secret").write_bytes(SECRET)
    output = portal.site(around / "ra", weeks=(LATER,))
    for inner in ("BAO-CAO_2026-W49.TXT", ".dang-lam/secret", "tep-la/secret", "07288/secret"):
        (output / inner).parent.mkdir(exist_ok=True)
        (output / inner).write_bytes(SECRET)
    return output


@pytest.fixture(scope="module")
def site(output: Path) -> Iterator[str]:
    with portal.serving(output) as address:
        yield address


class Answer:
    def __init__(self, response: http.client.HTTPResponse) -> None:
        self.status, self.headers = response.status, response.headers
        self.body = response.read()


def ask(site: str, path: str, method: str = "GET", **headers: str) -> Answer:
    line = http.client.HTTPConnection(urlsplit(site).netloc, timeout=10)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    line.request(method, path, headers=named)
    answer = Answer(line.getresponse())
    line.close()
    return answer


def raw(site: str, request: bytes) -> bytes:
    with socket.create_connection(urlsplit(site).netloc.split(":"), timeout=10) as line:
        line.sendall(request)
        answer = b""
        try:
            while chunk := line.recv(65536):
                answer += chunk
        except ConnectionError:
            pass  # sent away in the middle of a long request
    return answer


def test_a_file_comes_whole_with_its_kind_and_a_strong_name(site, output) -> None:
    answer = ask(site, MP3)
    assert answer.status == 200
    assert answer.body == (output / MP3[1:]).read_bytes()
    assert answer.headers["Content-Type"] == "audio/mpeg"
    assert answer.headers["Content-Length"] == str(len(answer.body))
    assert answer.headers["Accept-Ranges"] == "bytes"
    assert answer.headers["ETag"].startswith('"')
    assert answer.headers["Cache-Control"] == "no-cache"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/07288/", "text/html; charset=utf-8"),
        ("/07288/feed.xml", "application/rss+xml; charset=utf-8"),
        ("/stations.opml", "text/x-opml; charset=utf-8"),
        ("/sw.js", "text/javascript; charset=utf-8"),
        ("/2026-W49/07288/SHA256SUMS", "text/plain; charset=utf-8"),
        ("/2026-W49/07288_2026-W49.zip", "application/zip"),
        ("/2026-W49/RELEASE.JSON", "application/json"),
        ("/07288/2026-W49/01_T2SC_VIEC-NHE-LUONG.vtt", "text/vtt; charset=utf-8"),
        (f"{MP3}?/2026-W49_01_T2SC_VIEC-NHE-LUONG.MP3", "audio/mpeg"),
    ],
)
def test_all_parts_of_the_site_are_served_as_what_they_are(site, path, kind) -> None:
    answer = ask(site, path)
    assert (answer.status, answer.headers["Content-Type"]) == (200, kind)


def test_what_is_named_by_its_digest_may_be_kept_for_ever(site, output) -> None:
    for path in (output / "_").iterdir():
        answer = ask(site, f"/_/{path.name}")
        assert answer.headers["Cache-Control"].endswith("immutable")
        assert answer.body == path.read_bytes()


@pytest.mark.parametrize(
    ("asked", "start", "end"), [("0-99", 0, 100), ("100-", 100, None), ("-100", -100, None)]
)
def test_a_part_is_a_part(site, output, asked, start, end) -> None:
    whole = (output / MP3[1:]).read_bytes()
    answer = ask(site, MP3, Range=f"bytes={asked}")
    assert answer.status == 206
    assert answer.body == whole[start:end]
    assert answer.headers["Content-Range"].endswith(f"/{len(whole)}")
    assert answer.headers["Content-Length"] == str(len(answer.body))


def test_a_part_beyond_the_end_is_refused_with_the_length(site, output) -> None:
    size = (output / MP3[1:]).stat().st_size
    answer = ask(site, MP3, Range=f"bytes={size}-")
    assert answer.status == 416
    assert answer.headers["Content-Range"] == f"bytes */{size}"


@pytest.mark.parametrize("asked", ["bytes=0-1,5-9", "bytes=abc", "lines=1-2", "bytes=9-1"])
def test_what_is_no_single_part_gets_the_whole(site, output, asked) -> None:
    answer = ask(site, MP3, Range=asked)
    assert answer.status == 200
    assert answer.body == (output / MP3[1:]).read_bytes()


def test_nothing_is_sent_twice(site) -> None:
    first = ask(site, MP3)
    again = ask(site, MP3, If_None_Match=first.headers["ETag"])
    assert (again.status, again.body) == (304, b"")
    since = ask(site, MP3, If_Modified_Since=first.headers["Last-Modified"])
    assert (since.status, since.body) == (304, b"")
    assert ask(site, MP3, If_None_Match='"other"').status == 200


def test_a_part_of_another_version_is_never_sent(site) -> None:
    etag = ask(site, MP3).headers["ETag"]
    assert ask(site, MP3, Range="bytes=5-9", If_Range=etag).status == 206
    assert ask(site, MP3, Range="bytes=5-9", If_Range='"former"').status == 200


def test_head_tells_the_same_and_sends_nothing(site) -> None:
    for path in (MP3, "/07288/feed.xml", "/"):
        whole, head = ask(site, path), ask(site, path, "HEAD")
        assert head.body == b""
        assert head.status == 200
        for name in ("Content-Length", "Content-Type", "ETag"):
            assert head.headers[name] == whole.headers[name]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])
def test_nothing_but_reading(site, method) -> None:
    answer = ask(site, MP3, method)
    assert answer.status == 405
    assert answer.headers["Allow"] == "GET, HEAD"


def test_a_folder_leads_to_its_page_and_is_never_listed(site) -> None:
    answer = ask(site, "/07288")
    assert (answer.status, answer.headers["Location"]) == (308, "/07288/")
    for path in ("/2026-W49", "/2026-W49/", "/2026-W49/07288/", "/_/", "/tinh/"):
        assert ask(site, path).status == 404
    assert "Không có trang này" in ask(site, "/khong-co").body.decode()


ESCAPES = [
    "/../secret",
    "/..%2fsecret",
    "/%2e%2e/secret",
    "/%2e%2e%2fsecret",
    "/..%5csecret",
    "/2026-W49/../../secret",
    "/2026-W49/07288/%2e%2e/%2e%2e/%2e%2e/secret",
    "/07288/secret",
    "/.dang-lam/secret",
    "/tep-la/secret",
    "/BAO-CAO_2026-W49.TXT",
    "//etc/passwd",
    "/etc/passwd",
    "/%00",
    "/index.html%00.MP3",
    "/index.html/",
    "/index.html/../../secret",
    "/07288/feed.xml%0d%0aX-Evil:%201",
    "/%0d%0aSet-Cookie:%20a=1",
    "/07288%0d%0aLocation:%20http://evil/",
    "/%ff%fe",
    "/%c0%ae%c0%ae/secret",
    "/C:/secret",
    "/" + "a" * 8000,
    "/" + "../" * 500 + "secret",
    "http://evil.example/../secret",
    "http://evil.example//secret",
]


@pytest.mark.parametrize("path", ESCAPES)
@pytest.mark.parametrize("version", ["1.0", "1.1"])
def test_no_path_leads_out_of_the_site(site, path, version) -> None:
    host = urlsplit(site).netloc
    request = f"GET {path} HTTP/{version}\r\nHost: {host}\r\nConnection: close\r\n\r\n"
    answer = raw(site, request.encode("latin-1"))
    head = answer.partition(b"\r\n\r\n")[0]
    assert answer.split()[1][:1] == b"4", answer[:200]
    assert SECRET not in answer
    assert b"root:" not in answer
    for injected in (b"X-Evil", b"Set-Cookie", b"Location"):
        assert injected not in head


def test_a_request_with_a_whole_address_is_answered_from_this_site(site) -> None:
    answer = raw(
        site, b"GET http://evil.example/07288/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
    )
    assert answer.startswith(b"HTTP/1.1 200")


@pytest.mark.parametrize(
    "request_line",
    [
        b"GET / HTTP/1.1\r\nHost: a\r\n" + b"X: y\r\n" * 5000 + b"\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"y" * 100_000 + b"\r\n\r\n",
        b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 999999999\r\n\r\n",
    ],
    ids=["many", "long", "address", "tls", "bare", "negative", "huge"],
)
def test_senseless_requests_are_sent_away_and_the_server_goes_on(site, request_line) -> None:
    answer = raw(site, request_line)
    assert not answer or answer.startswith(
        (b"HTTP/1.0 4", b"HTTP/1.1 4", b"HTTP/1.0 5", b"HTTP/1.1 5")
    )
    assert ask(site, "/").status == 200


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_a_link_does_not_lead_out_either(site, output) -> None:
    for name in ("2026-W49/07288/99_LINK.MP3", "07289/2026-W49/99_LINK.json"):
        (output / name).symlink_to(output.parent / "secret")
        assert ask(site, f"/{name}").status == 404
        (output / name).unlink()
    (output / "99999").symlink_to(output / "07288", target_is_directory=True)
    assert ask(site, "/99999/").status == 200  # inside: no harm
    (output / "99999").unlink()


def test_a_feed_names_the_server_it_was_fetched_from(site) -> None:
    own = ask(site, "/07288/feed.xml").body.decode()
    assert f'url="{site}2026-W49/07288/' in own
    named = ask(site, "/07288/feed.xml", Host="may-chu.local:8000").body.decode()
    assert 'url="http://may-chu.local:8000/2026-W49/07288/' in named
    assert f'xmlUrl="{site}07288/feed.xml"' in ask(site, "/stations.opml").body.decode()


@pytest.mark.parametrize("host", ['a"/><script>', "a b", "evil.example/path", "a@b", "", "x" * 300])
def test_a_strange_host_is_not_repeated(site, host) -> None:
    request = f"GET /07288/feed.xml HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
    head, _, body = raw(site, request.encode()).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200")
    root = ET.fromstring(body)  # noqa: S314 - our own
    for each in root.iter("enclosure"):
        assert each.get("url").startswith("../2026-W49/07288/")


def test_who_trickles_is_sent_away(output) -> None:
    with portal.serving(output, patience=1) as site:
        host, port = urlsplit(site).netloc.split(":")
        with socket.create_connection((host, int(port)), timeout=10) as line:
            begun = time.monotonic()
            gone = False
            for byte in b"GET / HTTP/1.1\r\nHost: " + b"a" * 200:
                try:
                    line.sendall(bytes([byte]))
                    line.settimeout(0.2)
                    gone = line.recv(1) == b""
                except TimeoutError:
                    continue
                except ConnectionError:
                    gone = True
                if gone:
                    break
            assert gone
            assert time.monotonic() - begun < 20
        assert ask(site, "/").status == 200


def test_a_bundle_arrives_as_its_sums_say(site) -> None:
    listed = ask(site, "/2026-W49/07288/SHA256SUMS").body.decode()
    for digest, name in (line.split(" *") for line in listed.splitlines()):
        body = ask(site, f"/2026-W49/07288/{name}").body
        assert hashlib.sha256(body).hexdigest() == digest


def test_a_port_in_use_is_told_in_plain_words(site, output) -> None:
    port = urlsplit(site).port
    with pytest.raises(TruyenThanhError, match=f"--port {port + 1}"):
        Server(App(output), "127.0.0.1", port)


def test_addresses_are_those_people_can_type() -> None:
    assert addresses_of("127.0.0.1", 8000) == ("http://127.0.0.1:8000/",)
    assert addresses_of("::1", 8000) == ("http://[::1]:8000/",)
    assert addresses_of("0.0.0.0", 8000)[0] == "http://localhost:8000/"  # noqa: S104
