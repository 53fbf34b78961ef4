"""S3-compatible storage as it is: what it is told, what it answers, what may go wrong."""

import logging
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from werkzeug.wrappers import Request, Response

from pipeline.elsewhere import Item, Sent, Tree, open_carrier
from pipeline.elsewhere import s3 as carrier
from pipeline.errors import CarrierError
from pipeline.model import Destination
from tests.loopback import s3
from tests.loopback.s3 import KEY, S3, SECRET

BUCKET = "kho"
MEGABYTE = 1024 * 1024


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[S3]:
    s3.sign_in(monkeypatch)
    with s3.store() as running:
        running.make(BUCKET)
        yield running


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """Files of every kind."""
    return grown(
        tmp_path,
        {
            "2026-W49/07288/01_T2S_X.MP3": b"sound",
            "2026-W49/07288/SHA256SUMS": b"sums",
            "2026-W49/07288/LICH-PHAT.PDF": b"paper",
            "2026-W49/07288_2026-W49.zip": b"zip",
            "07288/2026-W49/01_T2S_X.vtt": b"words",
            "07288/feed.xml": b"<rss/>",
            "07288/index.html": b"<p>",
            "_/portal.0123456789.css": b"p{}",
            "index.html": b"<p>",
            "stations.opml": b"<opml/>",
        },
    )


def grown(root: Path, files: dict[str, bytes]) -> Tree:
    for address, content in files.items():
        path = root / "ra" / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    items = {
        address: Item(address=address, path=root / "ra" / address, size=len(content))
        for address, content in files.items()
    }
    return Tree(items=items, bundles=frozenset({"2026-W49/07288"}), roots=(root / "ra",))


def publish(tree: Tree, endpoint: str, to: str = f"s3://{BUCKET}/a") -> Sent:
    meant = Destination(to=to, endpoint=endpoint)
    return open_carrier(to).publish(tree, meant, lambda step: None)


def told(tree: Tree, endpoint: str, to: str = f"s3://{BUCKET}/a") -> str:
    with pytest.raises(CarrierError) as error:
        publish(tree, endpoint, to)
    return str(error.value)


def test_objects_carry_their_type_and_how_long_they_may_be_kept(tree: Tree, store: S3) -> None:
    publish(tree, store.url)
    stored = {address: store.get(BUCKET, f"a/{address}") for address in tree.items}
    assert {address: each.type for address, each in stored.items()} == {
        "2026-W49/07288/01_T2S_X.MP3": "audio/mpeg",
        "2026-W49/07288/SHA256SUMS": "text/plain; charset=utf-8",
        "2026-W49/07288/LICH-PHAT.PDF": "application/pdf",
        "2026-W49/07288_2026-W49.zip": "application/zip",
        "07288/2026-W49/01_T2S_X.vtt": "text/vtt; charset=utf-8",
        "07288/feed.xml": "application/rss+xml; charset=utf-8",
        "07288/index.html": "text/html; charset=utf-8",
        "_/portal.0123456789.css": "text/css; charset=utf-8",
        "index.html": "text/html; charset=utf-8",
        "stations.opml": "text/x-opml; charset=utf-8",
    }
    lasting = stored.pop("_/portal.0123456789.css")
    assert lasting.caching == "public, max-age=31536000, immutable"
    assert {each.caching for each in stored.values()} == {"no-cache"}
    assert all(each.note == tree.items[address].digest() for address, each in stored.items())


def test_a_large_file_goes_in_parts_and_once(
    tmp_path: Path, store: S3, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carrier, "PART", 5 * MEGABYTE)  # the least S3 takes
    content = bytes(range(256)) * 4 * 1024 * 11
    tree = grown(tmp_path, {"2026-W49/07288_2026-W49.zip": content})
    publish(tree, store.url)
    assert sum("partNumber=" in path for path in store.sent()) == 3
    zip_ = store.get(BUCKET, "a/2026-W49/07288_2026-W49.zip")
    assert (zip_.content == content, zip_.type) == (True, "application/zip")
    assert publish(tree, store.url).sent == 0


def test_where_the_etag_tells_nothing_our_own_note_is_asked_for(tree: Tree, store: S3) -> None:
    publish(tree, store.url)
    store.etag = "0" * 32
    assert publish(tree, store.url).sent == len(tree.items)  # an ETag that differs is believed
    store.encryption = "aws:kms"
    assert publish(tree, store.url).sent == 0
    changed = tree.items["index.html"]
    changed.path.write_bytes(b"<b>")
    assert publish(tree, store.url).sent == 1


def test_a_long_listing_is_read_to_its_end(
    tmp_path: Path, store: S3, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.page = 7
    tree = grown(tmp_path, {f"07288/2026-W49/{n:02}_X.vtt": b"%d" % n for n in range(20)})
    publish(tree, store.url)
    assert publish(tree, store.url).kept == 20
    assert sum("continuation-token" in path for _, path in store.asked) >= 2


def test_a_server_that_stumbles_is_asked_again(tree: Tree, store: S3) -> None:
    store.fault = s3.times(2, 503, "SlowDown", lambda request: request.method == "PUT")
    assert publish(tree, store.url).sent == len(tree.items)
    assert len(store.sent()) == len(tree.items) + 2


@pytest.mark.parametrize(
    ("status", "code", "sentence"),
    [
        (403, "AccessDenied", "kho không cho phép"),
        (403, "InvalidAccessKeyId", "khóa truy cập không đúng"),
        (403, "SignatureDoesNotMatch", "khóa truy cập không đúng"),
        (403, "RequestTimeTooSkewed", "đồng hồ máy này sai"),
        (400, "ExpiredToken", "khóa truy cập không đúng hoặc đã hết hạn"),
        (400, "QuotaExceeded", "hết chỗ hoặc hết hạn mức"),
        (507, "XMinioStorageFull", "hết chỗ"),
        (507, "", "hết chỗ"),
        (500, "InternalError", "đã thử nhiều lần"),
        (418, "Odd", r"kho từ chối \(Odd\)"),
    ],
)
def test_what_the_store_answers_is_said_in_vietnamese(
    tree: Tree, store: S3, monkeypatch: pytest.MonkeyPatch, status: int, code: str, sentence: str
) -> None:
    monkeypatch.setattr(carrier, "TRIES", 1)
    store.fault = s3.times(-1, status, code, lambda request: request.method == "PUT")
    with pytest.raises(CarrierError, match=sentence) as error:
        publish(tree, store.url)
    assert str(error.value).endswith("Chạy lại lệnh này là gửi tiếp phần còn lại.")
    assert KEY not in str(error.value)


def test_a_bucket_that_is_not_there_is_told(tree: Tree, store: S3) -> None:
    assert told(tree, store.url, "s3://khong-co/a").startswith("s3://khong-co/a: không có kho này.")


def test_a_server_that_is_not_there_is_told(
    tree: Tree, store: S3, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carrier, "TRIES", 1)
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        port = nobody.getsockname()[1]
    assert "không nối được với máy chủ" in told(tree, f"http://127.0.0.1:{port}")
    assert "không tìm thấy máy chủ" in told(tree, "https://kho.invalid")


def test_a_server_that_falls_silent_is_told(
    tree: Tree, store: S3, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carrier, "TRIES", 1)
    monkeypatch.setattr(carrier, "SILENT", 0.3)
    awake = threading.Event()

    def sleep(request: Request) -> Response | None:
        if request.method == "PUT":
            awake.wait(5)
        return None

    store.fault = sleep
    began = time.monotonic()
    assert "không trả lời kịp" in told(tree, store.url)
    assert time.monotonic() - began < 5
    awake.set()


def test_without_keys_it_is_told_where_they_go(
    tree: Tree, store: S3, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    assert "chưa có khóa truy cập" in told(tree, store.url)
    assert store.asked == []


@pytest.mark.parametrize(
    "to",
    ["s3://", "s3://Kho Lớn/a", f"s3://AKI:{SECRET}@kho/a", "s3://kho/../a", "s3://kho/a b"],
)
def test_an_address_that_is_none_is_told_without_repeating_it(
    tree: Tree, store: S3, to: str
) -> None:
    assert SECRET not in told(tree, store.url, to)
    assert store.asked == []


def test_without_the_extra_it_is_told_what_to_install(
    tree: Tree, store: S3, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "s3fs", None)
    assert "-m pip install s3fs" in told(tree, store.url)


def test_keys_do_not_go_over_an_open_line(tree: Tree, store: S3) -> None:
    assert "không bảo mật" in told(tree, "http://93.184.216.34:9000")


def test_keys_are_never_told(
    tree: Tree, store: S3, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carrier, "TRIES", 1)
    failures: list[Callable[[Request], Response | None] | None] = [
        None,
        s3.times(-1, 403, "SignatureDoesNotMatch"),
        s3.times(-1, 500, "InternalError"),
    ]
    with caplog.at_level(logging.DEBUG, "truyenthanh"):
        for store.fault in failures:
            try:
                publish(tree, store.url)
            except CarrierError as error:
                assert not {KEY, SECRET} & set(str(error).split())
                assert KEY not in str(error)
    own = [record.getMessage() for record in caplog.records if "truyenthanh" in record.name]
    assert not any(KEY in line or SECRET in line for line in own)
