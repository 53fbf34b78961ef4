"""The outline in a hundred digits, and the second of each sentence."""

import hashlib
import json

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from pipeline.publish import publish
from pipeline.publish.outline import POINTS, heights, outline
from pipeline.store import MemoryStore
from tests.unit.publish import kit

energies = st.lists(st.floats(0, 1), min_size=1, max_size=4000).map(np.array)


@given(energies)
def test_any_sound_has_a_hundred_points(sound) -> None:
    assert len(outline(sound)) == len(heights(outline(sound))) == POINTS


def test_a_digit_is_a_decibel() -> None:
    loud = np.full(1000, 10 ** ((-16 + 0.691) / 10))
    drawn = heights(outline(np.concatenate([loud, loud / 10, np.zeros(1000)])))
    assert (drawn[5], drawn[50], drawn[95]) == (30, 20, 0)


def test_nothing_is_drawn_of_nothing() -> None:
    assert outline(np.array([])) == ""
    assert heights("z?0") == (35, 0, 0)


def test_a_bundle_tells_its_outline_its_words_and_when_they_are_heard(tmp_path) -> None:
    plan, store = kit.make_plan(), MemoryStore()
    kit.stock(plan, store)
    release = publish(plan, store, tmp_path)
    bundle = release.bundles[0].folder
    told = json.loads((bundle / "MANIFEST.JSON").read_text(encoding="utf-8"))
    for bulletin in told["bulletins"]:
        assert len(bulletin["outline"]) == POINTS
        heard = [line for each in bulletin["elements"] for line in each["lines"]]
        assert [line["text"] for line in heard][:2] == [
            "Đây là Đài truyền thanh xã Yên Thế.",
            f"{bulletin['elements'][1]['title']} ngày 30/7.",
        ]
        for each in bulletin["elements"]:
            starts = [line["start"] for line in each["lines"]]
            assert starts == sorted(starts)
            assert all(each["start"] - 0.01 <= start < each["end"] for start in starts)
    listed = json.loads((release.folder / "RELEASE.JSON").read_text(encoding="utf-8"))
    sums = (bundle / "SHA256SUMS").read_bytes()
    assert listed["stations"][0]["sums"] == hashlib.sha256(sums).hexdigest()
    assert listed["stations"][0]["bulletins"][0]["slots"][0]["date"] == "2026-11-30"
