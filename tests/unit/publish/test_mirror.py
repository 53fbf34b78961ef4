"""A week fetched from its site is checked like one that lies here; a hostile site gets nowhere."""

import ssl
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
import trustme

from pipeline.errors import FetchError
from pipeline.publish import Expected, publish, verify
from pipeline.publish.addresses import permit
from pipeline.publish.mirror import mirror
from pipeline.signing import SecretKey
from pipeline.store import MemoryStore
from tests.loopback.site import Trick, site
from tests.unit.publish import kit

SECRET = SecretKey.make()
FIRST = "01_T2SC_VIEC-NHE-LUONG.MP3"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    plan, store = kit.make_plan(), MemoryStore()
    kit.stock(plan, store)
    folder = tmp_path_factory.mktemp("trang")
    publish(plan, store, folder, signer=SECRET)
    return folder


@pytest.fixture
def address(output: Path) -> Iterator[str]:
    with site(output) as url:
        yield url


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.mark.parametrize("end", ["", "/"])
def test_a_week_arrives_whole(address: str, output: Path, tmp_path: Path, end: str) -> None:
    week = mirror(f"{address}/2026-W49{end}", tmp_path)
    proved = ("RELEASE.JSON", "RELEASE.JSON.minisig")
    assert files(week) == {
        name: content
        for name, content in files(output / "2026-W49").items()
        if name in proved or "/" in name or name.endswith(".zip")  # the rest is for people
    }
    assert verify(week, Expected(key=SECRET.public)) == ()


def test_a_bundle_a_zip_and_a_station_of_a_week(address: str, tmp_path: Path) -> None:
    expected = Expected(key=SECRET.public, station="07288", week="2026-W49")
    for number, (where, station) in enumerate(
        [("07288/", None), ("07288_2026-W49.zip", None), ("", "07288")]
    ):
        found = mirror(f"{address}/2026-W49/{where}", tmp_path / str(number), station)
        assert verify(found, expected) == ()


def test_what_the_site_lacks_is_a_fault_and_not_an_error(
    address: str, output: Path, tmp_path: Path
) -> None:
    def lacking(request: BaseHTTPRequestHandler) -> bool:
        if request.path.endswith(FIRST):
            request.send_error(404)
            return True
        return False

    with site(output, lacking) as url:
        faults = verify(mirror(f"{url}/2026-W49/07288", tmp_path))
    assert any(FIRST in str(each) and "thiếu" in str(each) for each in faults)


def test_nothing_there_says_so(address: str, tmp_path: Path) -> None:
    for where in ("/2026-W01/", "/2026-W49/99999", "/2026-W49/07288_2026-W01.zip"):
        with pytest.raises(FetchError, match="kiểm tra lại địa chỉ"):
            mirror(address + where, tmp_path)
    with pytest.raises(FetchError, match="không có gói của đài 99999"):
        mirror(f"{address}/2026-W49", tmp_path, "99999")


def redirect(to: str) -> Trick:
    def trick(request: BaseHTTPRequestHandler) -> bool:
        request.send_response(302)
        request.send_header("Location", to)
        request.send_header("Content-Length", "0")
        request.end_headers()
        return True

    return trick


def answer(status: int, body: bytes, **headers: str) -> Trick:
    def trick(request: BaseHTTPRequestHandler) -> bool:
        request.send_response(status)
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)
        return True

    return trick


RELEASE = b'{"kind":"truyenthanh/release","schema":1,"week":"%s","title":"x","stations":[]}'


@pytest.mark.parametrize(
    ("trick", "told"),
    [
        (redirect("file:///etc/passwd"), "không phải địa chỉ trang"),
        (redirect("ftp://127.0.0.1/x"), "không phải địa chỉ trang"),
        (redirect("http://93.184.216.34/x"), "không bảo mật"),
        (redirect("/again"), "quá nhiều lần"),
        (answer(500, b""), "trả lời 500"),
        (answer(200, b"<html>"), "không đọc được"),
        (answer(200, RELEASE % b"../../x"), "không nói là tuần nào"),
        (answer(200, b"\x1f\x8b", Content_Encoding="gzip"), "nén lại"),
    ],
)
def test_a_hostile_site_gets_nowhere(tmp_path: Path, trick: Trick, told: str) -> None:
    (tmp_path / "trang").mkdir()
    with site(tmp_path / "trang", trick) as url, pytest.raises(FetchError, match=told):
        mirror(f"{url}/2026-W49", tmp_path / "tạm")
    assert not files(tmp_path)


def test_a_site_that_never_ends_is_cut_off(tmp_path: Path) -> None:
    def endless(request: BaseHTTPRequestHandler) -> bool:
        request.send_response(200)
        request.end_headers()
        try:
            while True:
                request.wfile.write(bytes(1 << 20))
        except OSError:
            return True

    with site(tmp_path, endless) as url, pytest.raises(FetchError, match="lớn quá mức"):
        mirror(f"{url}/2026-W49", tmp_path)


def test_names_in_a_list_lead_nowhere_else(output: Path, tmp_path: Path) -> None:
    asked = []

    def spying(request: BaseHTTPRequestHandler) -> bool:
        asked.append(request.path)
        if request.path.endswith("RELEASE.JSON"):
            request.send_error(404)
            return True
        listed = "".join(f"{'0' * 64} *{name}\n" for name in ("../../x", "/etc/x", "http://h/x"))
        return answer(200, listed.encode())(request)

    with site(output, spying) as url:
        mirror(f"{url}/goi", tmp_path / "a" / "b")
    assert asked == [f"/goi/{n}" for n in ("RELEASE.JSON", "SHA256SUMS", "SHA256SUMS.minisig")]
    assert set(files(tmp_path)) == {f"a/b/goi/{n}" for n in ("SHA256SUMS", "SHA256SUMS.minisig")}


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://x/y", "http://93.184.216.34/", "https://", "x", "http:///a"],
)
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(FetchError):
        permit(url)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def secure(authority: trustme.CA, name: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    return context


Trust = Callable[[trustme.CA], None]


@pytest.fixture
def trust(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Trust:
    def believe(authority: trustme.CA) -> None:
        path = tmp_path / "ca.pem"
        authority.cert_pem.write_to_path(str(path))
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(path))

    return believe


def test_https_is_checked(
    output: Path, tmp_path: Path, authority: trustme.CA, trust: Trust
) -> None:
    with site(output, tls=secure(authority, "localhost")) as url:
        with pytest.raises(FetchError, match="chứng chỉ"):
            mirror(f"{url}/2026-W49", tmp_path / "a")
        trust(authority)
        assert verify(mirror(f"{url}/2026-W49", tmp_path / "b")) == ()
    with (
        site(output, tls=secure(authority, "other.example")) as url,
        pytest.raises(FetchError, match="chứng chỉ"),
    ):
        mirror(f"{url}/2026-W49", tmp_path / "c")


def test_https_does_not_lead_back_to_http(
    output: Path, tmp_path: Path, authority: trustme.CA, trust: Trust, address: str
) -> None:
    trust(authority)
    trick = redirect(f"{address}/2026-W49/RELEASE.JSON")
    with (
        site(output, trick, secure(authority, "localhost")) as url,
        pytest.raises(FetchError, match="không bảo mật"),
    ):
        mirror(f"{url}/2026-W49", tmp_path)
