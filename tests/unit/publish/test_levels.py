"""Durations and levels of a bulletin, against a full decode of the spliced file."""

import pytest

from pipeline.audio import loudness, mp3, peak
from pipeline.publish.levels import Meters
from pipeline.store import MemoryStore, Missing
from tests.unit.publish import kit


def test_pieces_add_up_to_what_the_whole_file_measures() -> None:
    """As long as real pieces are: each gives away less than a tenth of a second at its end."""
    plan, store = kit.make_plan(days=1), MemoryStore()
    bulletin = plan.bulletins[0]
    kit.stock(plan, store, longer=8.0)
    levels = Meters(store).levels(bulletin)
    whole = mp3.decode(kit.mp3_of(bulletin, store))
    assert levels.seconds == pytest.approx(whole.seconds, abs=0.03)  # less a decoder's delay
    assert levels.loudness == pytest.approx(loudness.integrated(whole), abs=0.05)


def test_the_highest_peak_of_any_piece_is_the_bulletins() -> None:
    plan, store = kit.make_plan(days=1), MemoryStore()
    kit.stock(plan, store)
    bulletin = plan.bulletins[0]
    whole = mp3.decode(kit.mp3_of(bulletin, store))
    assert Meters(store).levels(bulletin).true_peak == pytest.approx(
        peak.true_peak(whole), abs=0.05
    )


def test_elements_follow_each_other_without_a_gap() -> None:
    plan, store = kit.make_plan(), MemoryStore()
    kit.stock(plan, store)
    levels = Meters(store).levels(plan.bulletins[0])
    starts, ends = zip(*levels.spans, strict=True)
    assert len(levels.spans) == len(kit.KINDS)
    assert starts[0] == 0.0
    assert starts[1:] == ends[:-1]
    assert ends[-1] == levels.seconds
    for (_, _, planned), (start, end) in zip(kit.KINDS, levels.spans, strict=True):
        assert end - start == pytest.approx(planned, abs=0.1)


def test_what_is_not_in_the_store_is_named() -> None:
    plan = kit.make_plan()
    with pytest.raises(Missing):
        Meters(MemoryStore()).levels(plan.bulletins[0])
