"""What every carrier that brings releases elsewhere promises. A new one passes these by naming
itself in a few lines:

class TestPigeons(PublishingContract):
    @pytest.fixture
    def ground(self, tmp_path: Path) -> Ground:
        ...what lies at the other end, for the tests to see and to harm
"""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import pytest

from pipeline.elsewhere import Sent, Step, Tree, open_carrier, tree_of
from pipeline.errors import CarrierError, PublishError
from pipeline.model import Destination, Site
from pipeline.publish import names, refresh
from tests.loopback.portal import BEFORE, LATER, release
from tests.loopback.shelves import dangling
from tests.unit.publish import kit

ONE, TWO, NEW = (kit.station(number) for number in range(3))
HARMED = f"{BEFORE}/{ONE.code}/01_T2SC_VIEC-NHE-LUONG.MP3"


class Ground(Protocol):
    """The other end."""

    to: Destination

    def addresses(self) -> set[str]:
        """Of everything that lies there, whoever put it."""

    def read(self, address: str) -> bytes: ...

    def put(self, address: str, content: bytes) -> None: ...


class Pulled(Exception):
    """The cable, after some step."""


def nothing(step: Step) -> None:
    """Hear of a step."""


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    """A site; a week later, with a station more and a bundle made again; the earlier week gone."""
    first, second, third = (tmp_path_factory.mktemp("trang") / "ra" for _ in range(3))
    for output in (first, second):
        release(output, BEFORE, ONE, TWO, days=2)
    release(second, BEFORE, ONE, days=1)
    for output in (second, third):
        release(output, LATER, ONE, TWO, NEW, days=1)
    for output in (first, second, third):
        refresh(output, Site())
    return first, second, third


def held(tree: Tree) -> dict[str, bytes]:
    return {address: item.path.read_bytes() for address, item in tree.items.items()}


class PublishingContract:
    """Subclass it with a `ground`."""

    @pytest.fixture
    def trees(self, states: tuple[Path, Path, Path]) -> tuple[Tree, Tree, Tree]:
        first, second, third = states
        return tree_of(first, first), tree_of(second, second), tree_of(third, third, alone=True)

    def publish(self, tree: Tree, ground: Ground, tell: Callable[[Step], None] = nothing) -> Sent:
        return open_carrier(ground.to.to).publish(tree, ground.to, tell)

    def lying(self, ground: Ground) -> dict[str, bytes]:
        return {each: ground.read(each) for each in ground.addresses()}

    @contextmanager
    def watching(self, ground: Ground) -> Iterator[Callable[[Step], None]]:
        """Look at the place after every step as a reader would."""
        seen = self.lying(ground)
        assert dangling(seen) == []

        def look(step: Step) -> None:
            if step.deed == "sent":
                seen[step.address] = ground.read(step.address)
            else:
                seen.pop(step.address)
            assert dangling(seen) == [], step

        yield look
        assert seen == self.lying(ground)

    def test_everything_is_there(self, trees, ground) -> None:
        sent = self.publish(trees[0], ground)
        assert self.lying(ground) == held(trees[0])
        assert sent == Sent(
            sent=len(trees[0].items),
            bytes=sum(map(len, held(trees[0]).values())),
            kept=0,
            removed=0,
        )

    def test_what_is_there_is_not_sent_again(self, trees, ground) -> None:
        self.publish(trees[0], ground)
        steps: list[Step] = []
        sent = self.publish(trees[0], ground, steps.append)
        assert (sent.sent, sent.bytes, sent.kept) == (0, 0, len(trees[0].items))
        assert steps == []

    def test_only_what_differs_is_sent(self, trees, ground) -> None:
        first, second, _ = map(held, trees)
        self.publish(trees[0], ground)
        steps: list[Step] = []
        self.publish(trees[1], ground, steps.append)
        differing = {each for each, content in second.items() if first.get(each) != content}
        assert sorted(step.address for step in steps if step.deed == "sent") == sorted(differing)
        assert self.lying(ground).items() >= second.items()

    def test_no_moment_shows_a_dead_link(self, trees, ground) -> None:
        for tree in trees:
            with self.watching(ground) as look:
                self.publish(tree, ground, look)
        assert self.lying(ground) == held(trees[2])

    @pytest.mark.parametrize("share", [0.0, 0.5, 0.97])
    def test_cut_off_at_any_step_it_goes_on_there(self, trees, ground, share) -> None:
        left = [round(share * len(trees[0].items))]

        def pull(step: Step) -> None:
            left[0] -= 1
            if left[0] < 0:
                raise Pulled

        with pytest.raises(Pulled):
            self.publish(trees[0], ground, pull)
        there = self.lying(ground)
        assert there.items() <= held(trees[0]).items()
        assert dangling(there) == []
        with self.watching(ground) as look:
            sent = self.publish(trees[0], ground, look)
        assert sent.sent == len(trees[0].items) - len(there)
        assert self.lying(ground) == held(trees[0])

    def test_wrong_and_cut_files_are_replaced(self, trees, ground) -> None:
        self.publish(trees[0], ground)
        zip_ = f"{BEFORE}/{names.archive_of(ONE.code, str(BEFORE))}"
        ground.put(HARMED, bytes(len(ground.read(HARMED))))
        ground.put(zip_, ground.read(zip_)[:-1])
        steps: list[Step] = []
        self.publish(trees[0], ground, steps.append)
        assert {step.address for step in steps} == {HARMED, zip_}
        assert self.lying(ground) == held(trees[0])

    def test_earlier_weeks_stay_until_told(self, trees, ground) -> None:
        first, _, third = trees
        self.publish(first, ground)
        assert self.publish(third.but(alone=False), ground).removed == 0
        assert ground.addresses() == {*first.items, *third.items}
        assert self.publish(third, ground).removed > 0
        assert ground.addresses() == set(third.items)

    def test_a_file_its_bundle_has_no_more_goes(self, trees, ground) -> None:
        self.publish(trees[0], ground)
        gone = {each for each in trees[0].items if each.startswith(f"{BEFORE}/{ONE.code}/02_")}
        sent = self.publish(trees[1], ground)
        assert gone
        assert not gone & ground.addresses()
        assert sent.removed == 3 * len(gone)  # its subtitles and chapters, too

    def test_other_peoples_files_are_left_alone(self, trees, ground) -> None:
        theirs = {"ghi-chu.txt": b"1", f"{BEFORE}/ảnh.jpg": b"2", "anh/index.html": b"3"}
        for address, content in theirs.items():
            ground.put(address, content)
        for tree in (trees[0], trees[2]):
            self.publish(tree, ground)
        assert self.lying(ground).items() >= theirs.items()

    def test_another_site_is_not_written_over(self, trees, ground) -> None:
        ground.put("index.html", b"<p>Khac")
        with pytest.raises(CarrierError, match="trang web khác"):
            self.publish(trees[0], ground)
        assert self.lying(ground) == {"index.html": b"<p>Khac"}

    def test_a_bundle_harmed_here_is_not_sent(self, trees, ground, tmp_path) -> None:
        bad = tmp_path / "hỏng.mp3"
        bad.write_bytes(bytes(trees[0].items[HARMED].size))
        harmed = trees[0].items[HARMED].but(path=bad)
        tree = trees[0].but(items=trees[0].items | {HARMED: harmed})
        with pytest.raises(PublishError, match="không còn như lúc phát hành"):
            self.publish(tree, ground)
        assert HARMED not in ground.addresses()
        assert not {"index.html", "stations.opml"} & ground.addresses()
        assert hashlib.sha256(bad.read_bytes()).hexdigest() != harmed.sha256
