"""A release keeps the same promises wherever it is brought."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.model import Destination
from tests.loopback import s3

from .publishing_contract import Ground, PublishingContract, states

__all__ = ["states"]
BUCKET, PREFIX = "kho", "tinh/bac-ninh"


class Shelf:
    """A folder."""

    def __init__(self, root: Path) -> None:
        self.to = Destination(to=str(root))
        self._root = root

    def addresses(self) -> set[str]:
        found = (path for path in self._root.rglob("*") if path.is_file())
        return {path.relative_to(self._root).as_posix() for path in found}

    def read(self, address: str) -> bytes:
        return (self._root / address).read_bytes()

    def put(self, address: str, content: bytes) -> None:
        path = self._root / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


class Bucket:
    """A prefix in a bucket."""

    def __init__(self, store: s3.S3) -> None:
        store.make(BUCKET)
        self.to = Destination(to=f"s3://{BUCKET}/{PREFIX}", endpoint=store.url)
        self._store = store

    def addresses(self) -> set[str]:
        return {key.removeprefix(f"{PREFIX}/") for key in self._store.keys(BUCKET)}

    def read(self, address: str) -> bytes:
        return self._store.get(BUCKET, f"{PREFIX}/{address}").content

    def put(self, address: str, content: bytes) -> None:
        self._store.put(BUCKET, f"{PREFIX}/{address}", content)


class TestFolder(PublishingContract):
    @pytest.fixture
    def ground(self, tmp_path: Path) -> Ground:
        return Shelf(tmp_path / "nơi đến")


class TestS3(PublishingContract):
    @pytest.fixture
    def ground(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ground]:
        s3.sign_in(monkeypatch)
        with s3.store() as store:
            yield Bucket(store)
