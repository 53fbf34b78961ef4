"""Every store keeps the same promises."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.store import DirectoryStore, MemoryStore, Missing, Store

KEYS = [f"{n:064x}" for n in range(3)]


@pytest.fixture(params=["directory", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    makers: dict[str, Callable[[], Store]] = {
        "directory": lambda: DirectoryStore(tmp_path / "store"),
        "memory": MemoryStore,
    }
    return makers[request.param]()


def test_what_was_put_comes_back(store: Store) -> None:
    store.put(KEYS[0], b"sound", '{"type":"meter"}', (KEYS[1],), "đo")
    assert store.has(KEYS[0])
    assert store.get(KEYS[0]) == b"sound"
    origin = store.provenance(KEYS[0])
    assert (origin.inputs, origin.label, origin.size) == ((KEYS[1],), "đo", 5)


def test_what_was_not_put_is_missing(store: Store) -> None:
    assert not store.has(KEYS[0])
    for ask in (store.get, store.provenance):
        with pytest.raises(Missing):
            ask(KEYS[0])


def test_putting_twice_is_harmless(store: Store) -> None:
    store.put(KEYS[0], b"one", "{}", (), "")
    store.put(KEYS[0], b"one", "{}", (), "")
    assert list(store.held()) == [KEYS[0]]


def test_empty_objects_are_objects(store: Store) -> None:
    store.put(KEYS[0], b"", "{}", (), "")
    assert store.has(KEYS[0])
    assert store.get(KEYS[0]) == b""


def test_held_is_sorted_and_remove_frees(store: Store) -> None:
    for key in reversed(KEYS):
        store.put(key, b"12345", "{}", (), "")
    assert list(store.held()) == KEYS
    assert store.remove(KEYS[:2]) == 10
    assert list(store.held()) == KEYS[2:]
    assert store.remove(KEYS[:2]) == 0
