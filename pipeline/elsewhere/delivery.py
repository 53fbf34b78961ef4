"""How a tree comes to lie at a place of any kind, told by four small questions and deeds."""

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from threading import Event, Lock
from typing import Protocol, TypeVar

from ..errors import CarrierError
from ..publish import sitemap
from .base import Sent, Step, Tell
from .order import leaving, stages
from .tree import Item, Tree

Mark = TypeVar("Mark")
T = TypeVar("T")


class Remote(Protocol[Mark]):
    """A place. Its methods may be called from `lines` threads at once, and raise CarrierError."""

    lines: int

    def lying(self) -> Mapping[str, Mark]:
        """What the place tells of each file there, by address, without reading it."""

    def same(self, item: Item, mark: Mark) -> bool:
        """Whether the file there is this one to the byte. When in doubt, it is not."""

    def reserve(self, size: int) -> None:
        """Refuse in time if so many bytes have no room."""

    def send(self, item: Item) -> None:
        """Have the file there, whole or not at all, in place of what may be there."""

    def remove(self, address: str) -> None:
        """Take a file away; that it is not there any more is fine."""


def deliver(tree: Tree, remote: Remote[Mark], tell: Tell) -> Sent:
    """Send what is missing or different, stage by stage, and take away what is to go."""
    lying = remote.lying()
    _is_ours(lying)
    with ThreadPoolExecutor(remote.lines) as pool:
        work = _Work(pool, tell)
        wanted = _wanted(tree, remote, lying, pool)
        total = sum(tree.items[each].size for each in wanted)
        remote.reserve(total)

        def send(item: Item) -> Step | None:
            if item.address not in wanted:
                return None
            remote.send(item)
            return Step(deed="sent", address=item.address, bytes=item.size, of=total)

        def remove(address: str) -> Step:
            remote.remove(address)
            return Step(deed="removed", address=address)

        for stage in stages(tree):
            work.side_by_side(stage, send)
        removed = 0
        for gone in leaving(tree, lying):
            work.side_by_side(([each] for each in gone), remove)
            removed += len(gone)
    return Sent(sent=len(wanted), bytes=total, kept=len(tree.items) - len(wanted), removed=removed)


class _Work:
    """Several things at a time; the first failure stops what has not begun."""

    def __init__(self, pool: ThreadPoolExecutor, tell: Tell) -> None:
        self._pool = pool
        self._tell = tell
        self._telling = Lock()
        self._stopped = Event()

    def side_by_side(self, chains: Iterable[Iterable[T]], deed: Callable[[T], Step | None]) -> None:
        """Do every chain, link after link, many chains at once. Raises what the first raises."""

        def follow(chain: Iterable[T]) -> None:
            for link in chain:
                if self._stopped.is_set():
                    return
                done = deed(link)
                if done is not None:
                    with self._telling:
                        self._tell(done)

        waiting = [self._pool.submit(follow, chain) for chain in chains]
        try:
            for each in as_completed(waiting):
                each.result()
        except BaseException:
            self._stopped.set()
            raise


def _wanted(
    tree: Tree, remote: Remote[Mark], lying: Mapping[str, Mark], pool: ThreadPoolExecutor
) -> set[str]:
    """Addresses of what is not there, or not the same."""
    known = [item for item in tree.items.values() if item.address in lying]
    alike = pool.map(lambda item: remote.same(item, lying[item.address]), known)
    there = {item.address for item, same in zip(known, alike, strict=True) if same}
    return tree.items.keys() - there


def _is_ours(lying: Iterable[str]) -> None:
    """Refuse to write over somebody else's site: ours never has its first page before its feeds."""
    if sitemap.PAGE in lying and sitemap.FEEDS not in lying:
        raise CarrierError(
            f"Ở nơi đến đã có {sitemap.PAGE} của một trang web khác nên không gửi đè lên. "
            "Hãy chọn một thư mục hay tiền tố riêng."
        )
