"""Whatever is sent after whatever, cut off anywhere: a reader never meets a dead link."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from threading import Lock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.elsewhere import Item, Step, Tree, tree_of
from pipeline.elsewhere.delivery import deliver
from pipeline.publish import sitemap
from tests.contracts.publishing_contract import Pulled, states
from tests.loopback.shelves import dangling

__all__ = ["states"]


@cache
def content(path: Path) -> bytes:
    return path.read_bytes()


class Table:
    """A place in memory, looked at whenever something has changed."""

    lines = 3

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self._writing = Lock()

    def lying(self) -> Mapping[str, bytes]:
        return {each: held for each, held in self.files.items() if sitemap.is_public(each)}

    def same(self, item: Item, mark: bytes) -> bool:
        return content(item.path) == mark

    def reserve(self, size: int) -> None:
        """There is room."""

    def send(self, item: Item) -> None:
        with self._writing:
            self.files = self.files | {item.address: content(item.path)}

    def remove(self, address: str) -> None:
        with self._writing:
            self.files = {each: held for each, held in self.files.items() if each != address}


@pytest.fixture(scope="module")
def trees(states: tuple[Path, Path, Path]) -> tuple[Tree, ...]:
    kept = tuple(tree_of(each, each) for each in states)
    return *kept, *(each.but(alone=True) for each in kept)


@settings(max_examples=25, deadline=None)
@given(visits=st.lists(st.tuples(st.integers(0, 5), st.integers(0, 90)), min_size=1, max_size=4))
def test_no_link_is_ever_dead(trees: tuple[Tree, ...], visits: list[tuple[int, int]]) -> None:
    table = Table()
    for which, steps in visits:
        cut = iter(range(steps))

        def look(step: Step, cut: Iterator[int] = cut) -> None:
            assert dangling(table.files) == [], step
            if next(cut, None) is None:
                raise Pulled

        try:
            deliver(trees[which], table, look)
        except Pulled:
            continue
    deliver(trees[2], table, lambda step: None)
    assert (
        table.files.items()
        >= {each: content(item.path) for each, item in trees[2].items.items()}.items()
    )
