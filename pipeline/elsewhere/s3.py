"""Storage that speaks Amazon's S3, whoever runs it, through s3fs: the extra `s3`.

Who we are is found by the AWS libraries where every program finds it: the variables AWS_…, the
files in ~/.aws, the role of the machine. An object appears whole or not at all; the server checks
what it was sent against an MD5. Nothing is kept here of what was sent: the store's own listing
tells, by size and ETag, which is the MD5 of the content (of the MD5s of its parts for a large
file). A store that encrypts with keys of its own has other ETags; there our note of the SHA-256 is
asked for.
"""

import base64
import hashlib
import re
import sys
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from ..errors import CarrierError
from ..model import Destination, Record
from ..publish import media, sitemap
from ..publish.addresses import is_near
from .base import Sent, Tell
from .delivery import deliver
from .notes import Notes
from .s3_refusal import told
from .tree import Item, Tree

PART = 16 * 1024 * 1024  # bytes; files of twice that go in parts of it
LINES = 8
TRIES = 5  # standard mode: up to 20 s between them, longer each time
CONNECT, SILENT = 10, 30  # s
MISSING = f'Gửi lên kho S3 cần cài thêm: "{sys.executable}" -m pip install s3fs'

_BUCKET = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
_PREFIX = re.compile(r"[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*")


class Mark(Record):
    """What the listing tells of an object."""

    size: int  # bytes
    etag: str


class S3Carrier:
    """Publishes to buckets, below a prefix if there is one."""

    name = "s3"
    network = True

    def publish(self, tree: Tree, to: Destination, tell: Tell) -> Sent:
        """See `Carrier`."""
        bucket, prefix = _parted(to.to)
        _permit(to.endpoint)
        notes = Notes(tree.kept / f"etags-{PART}.json" if tree.kept else None)
        try:
            return deliver(tree, S3Remote(_opened(to.endpoint), bucket, prefix, notes), tell)
        finally:
            notes.close()


class S3Remote:
    """One bucket and prefix."""

    lines = LINES

    def __init__(self, system: Any, bucket: str, prefix: str, notes: Notes) -> None:
        self._system = system
        self._notes = notes
        self._bucket = bucket
        self._root = f"{prefix}/" if prefix else ""
        self._where = f"s3://{bucket}/{prefix}".rstrip("/")

    def lying(self) -> Mapping[str, Mark]:
        """The whole listing, a thousand objects a page."""
        found = {}
        for entry in self._listed():
            address = entry["Key"].removeprefix(self._root)
            if sitemap.is_public(address):
                found[address] = Mark(size=entry["Size"], etag=entry["ETag"].strip('"'))
        return found

    def same(self, item: Item, mark: Mark) -> bool:
        """By size and ETag; our own note counts only where the ETag cannot be an MD5."""
        if mark.size != item.size:
            return False
        if mark.etag == self._notes.word(item.path, lambda: _etag(item)):
            return True
        head = self._call(item.address, "head_object", Key=self._key(item.address))
        if not head.get("ServerSideEncryption", "").startswith("aws:kms"):
            return False
        return bool(head.get("Metadata", {}).get("sha256") == item.digest())

    def reserve(self, size: int) -> None:
        """Nobody can ask a bucket."""

    def send(self, item: Item) -> None:
        """In one request, or in parts that become an object when the last has come."""
        described: dict[str, Any] = {
            "ContentType": media.content_type(item.address),
            "CacheControl": media.caching(item.address),
        }
        if item.size >= 2 * PART:
            described["Metadata"] = {"sha256": item.digest()}
            with told(self._where, item.address):
                self._system.put_file(
                    str(item.path),
                    f"{self._bucket}/{self._key(item.address)}",
                    chunksize=PART,
                    max_concurrency=2,
                    **described,
                )
            return
        content = item.read()
        described["Metadata"] = {"sha256": hashlib.sha256(content).hexdigest()}
        sum_ = base64.b64encode(_md5(content)).decode()
        key = self._key(item.address)
        self._call(item.address, "put_object", Key=key, Body=content, ContentMD5=sum_, **described)

    def remove(self, address: str) -> None:
        """Delete the object."""
        self._call(address, "delete_object", Key=self._key(address))

    def _listed(self) -> Iterator[dict[str, Any]]:
        more: dict[str, str] = {}
        while True:
            page = self._call("", "list_objects_v2", Prefix=self._root, **more)
            yield from page.get("Contents", ())
            if not page.get("IsTruncated"):
                return
            more = {"ContinuationToken": page["NextContinuationToken"]}

    def _call(self, address: str, request: str, **given: Any) -> Any:
        with told(self._where, address):
            return self._system.call_s3(request, Bucket=self._bucket, **given)

    def _key(self, address: str) -> str:
        return self._root + address


def _opened(endpoint: str) -> Any:
    try:
        from aiobotocore.session import AioSession
        from botocore.handlers import add_expect_header
        from s3fs import S3FileSystem
    except ImportError as error:
        raise CarrierError(MISSING) from error
    session = AioSession()
    # a server that is first asked whether it will listen, and then falls silent, is at times waited
    # for without end: its "go on" takes the clock of the read timeout away (aiohttp 3.14)
    session.unregister("before-call.s3", add_expect_header)
    system = S3FileSystem(
        session=session,
        endpoint_url=endpoint or None,
        use_listings_cache=False,
        skip_instance_cache=True,
        config_kwargs={
            "retries": {"mode": "standard", "total_max_attempts": TRIES},
            "connect_timeout": CONNECT,
            "read_timeout": SILENT,
            "max_pool_connections": LINES * 2,
            # newer sums than the MD5 of old are unknown to many stores that are not Amazon's
            "request_checksum_calculation": "when_required",
            "response_checksum_validation": "when_required",
        },
    )
    system.retries = 1  # its own, each of which would be TRIES again
    return system


def _parted(to: str) -> tuple[str, str]:
    """Bucket and prefix. What may hold a secret is not repeated. Raises CarrierError."""
    bucket, _, prefix = to.partition("://")[2].strip("/").partition("/")
    steps = prefix.split("/")
    if not _BUCKET.fullmatch(bucket) or (prefix and not _PREFIX.fullmatch(prefix)):
        raise CarrierError(
            "Địa chỉ kho phải có dạng s3://tên-kho hoặc s3://tên-kho/thư-mục, chữ không dấu, "
            "không kèm khóa hay mật khẩu."
        )
    if {".", ".."} & set(steps):
        raise CarrierError("Địa chỉ kho không được có “.” hay “..”.")
    return bucket, prefix


def _permit(endpoint: str) -> None:
    """Keys and files go over https, or stay within the house."""
    parts = urlsplit(endpoint)
    if parts.scheme == "http" and not is_near(parts.hostname or ""):
        raise CarrierError(
            f"{endpoint}: địa chỉ http không bảo mật, chỉ dùng được trong mạng nội bộ. "
            "Hãy dùng https://"
        )


def _etag(item: Item) -> str:
    if item.size < 2 * PART:
        return _md5(item.path.read_bytes()).hex()
    parts = []
    with item.path.open("rb") as file:
        while part := file.read(PART):
            parts.append(_md5(part))
    return f"{_md5(b''.join(parts)).hex()}-{len(parts)}"


def _md5(content: bytes) -> bytes:
    return hashlib.md5(content, usedforsecurity=False).digest()
