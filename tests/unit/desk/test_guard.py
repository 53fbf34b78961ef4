"""Who may come in to the desk."""

import pytest
from werkzeug.test import Client
from werkzeug.wrappers import Response

from pipeline.desk import Guard

HOST = "127.0.0.1:8765"
OURS = {"Host": HOST, "Origin": f"http://{HOST}", "Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def client() -> Client:
    guard = Guard(Response("bên trong"), "khóa-thật")
    guard.port = 8765
    return Client(guard)


@pytest.fixture
def inside(client: Client) -> Client:
    assert client.get("/?khoa=khóa-thật", headers={"Host": HOST}).status_code == 303
    return client


def test_the_printed_address_opens_and_hides_the_key(client: Client) -> None:
    came = client.get("/duyet?khoa=khóa-thật", headers={"Host": HOST})
    assert came.status_code == 303
    assert came.headers["Location"] == "/duyet"
    cookie = came.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert client.get("/", headers={"Host": HOST}).text == "bên trong"


@pytest.mark.parametrize("address", ["/", "/?khoa=", "/?khoa=khóa", "/?khoa=khóa-thật1"])
def test_without_the_key_nothing_is_shown(client: Client, address: str) -> None:
    came = client.get(address, headers={"Host": HOST})
    assert came.status_code == 403
    assert "make desk" in came.text


@pytest.mark.parametrize(
    "host",
    ["ke-xau.example:8765", "127.0.0.1", "127.0.0.1:80", "127.0.0.1:8765.ke-xau.example", ""],
)
def test_another_name_for_this_machine_is_refused(inside: Client, host: str) -> None:
    assert inside.get("/", headers={"Host": host}).status_code == 403
    assert inside.get("/?khoa=khóa-thật", headers={"Host": host}).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://ke-xau.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Origin": "https://127.0.0.1:8765"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {},
    ],
)
def test_another_page_changes_nothing(inside: Client, headers: dict[str, str]) -> None:
    assert inside.post("/lam", headers={"Host": HOST, **headers}).status_code == 403


def test_another_page_reads_and_embeds_nothing(inside: Client) -> None:
    for mode in ("no-cors", "cors"):
        headers = {"Host": HOST, "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": mode}
        assert inside.get("/nghe", headers=headers).status_code == 403
    came = inside.get("/", headers={"Host": HOST})
    assert "frame-ancestors 'none'" in came.headers["Content-Security-Policy"]
    assert came.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in came.headers


def test_our_own_pages_may_write(inside: Client) -> None:
    assert inside.post("/lam", headers=OURS).text == "bên trong"


def test_two_desks_on_one_machine_have_two_keys(inside: Client) -> None:
    other = Guard(Response("bàn kia"), "khóa-khác")
    other.port = 8766
    cookie = inside.get_cookie("ban-lam-viec-8765", domain="127.0.0.1")
    assert cookie is not None
    headers = {"Host": "127.0.0.1:8766", "Cookie": f"{cookie.key}={cookie.value}"}
    assert Client(other).get("/", headers=headers).status_code == 403
