"""What is outside its limits is not published, and is refused by the name of its part."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from pipeline.audio import mp3
from pipeline.audio.pcm import Pcm
from pipeline.plan.plan import ElementKind
from pipeline.publish import publish
from pipeline.publish.judgement import Judge
from pipeline.publish.levels import Meters
from pipeline.stages.meter import meter
from pipeline.store import MemoryStore
from pipeline.testing import RATE, pip
from tests.unit.publish import kit

PLAN = kit.make_plan(kit.station(0), days=2)


def levelled(sound: Pcm, loudness: float = -16.0) -> bytes:
    return mp3.encode_at(sound, 96, loudness, -1.0)


def too_quiet() -> bytes:
    return levelled(pip(550, 3), -30.0)


def too_loud() -> bytes:
    return levelled(pip(880, 3), -13.0)


def clipped_flat() -> bytes:
    """As a recording that was turned up until its tops were cut off."""
    square = np.clip(pip(200, 3, level=10.0).samples, -1, 1)
    return mp3.encode(Pcm(square, RATE), 320)


def a_long_gap() -> bytes:
    half, gap = pip(550, 2).samples, np.zeros(round(2.4 * RATE), np.float32)
    return levelled(Pcm(np.concatenate([half, gap, half]), RATE))


def nothing() -> bytes:
    return mp3.encode(Pcm(np.zeros(2 * RATE, np.float32), RATE), 96)


def stocked(kind: ElementKind, piece: bytes, longer: float = 0.0) -> MemoryStore:
    """A store in which this is the first bulletin's part of that kind."""
    store = MemoryStore()
    kit.stock(PLAN, store, longer)
    changed = next(each for each in PLAN.bulletins[0].rundown if each.kind == kind)
    store.put(changed.meter, meter(piece), "{}", (), "đo")
    return store


@pytest.mark.parametrize(
    ("kind", "made", "told"),
    [
        ("item", too_quiet, "đoạn “Việc nhẹ, lương cao” nhỏ hơn lời đọc chuẩn 14,"),
        ("item", too_loud, "đoạn “Việc nhẹ, lương cao” to hơn lời đọc chuẩn 3,0 LU"),
        ("sting", too_loud, "đoạn “sting” to hơn lời đọc chuẩn 3,0 LU"),
        ("item", clipped_flat, "đoạn “Việc nhẹ, lương cao” bị xén đỉnh"),
        ("item", a_long_gap, "có khoảng lặng dài 2,4 giây"),
        ("item", nothing, "đoạn “Việc nhẹ, lương cao” không có tiếng"),
    ],
)
def test_each_violation_is_refused_by_name(
    tmp_path: Path, kind: ElementKind, made: Callable[[], bytes], told: str
) -> None:
    release = publish(PLAN, stocked(kind, made()), tmp_path)
    bulletin = PLAN.bulletins[0]
    reason = release.failed[bulletin.id]
    assert reason.startswith("âm thanh không đạt: ")
    assert told in reason
    assert not list(tmp_path.rglob(bulletin.file))


def test_only_bulletins_that_hold_the_bad_part_are_refused(tmp_path: Path) -> None:
    release = publish(PLAN, stocked("item", too_quiet()), tmp_path)
    assert release.failed.keys() == {PLAN.bulletins[0].id}
    assert list(tmp_path.rglob(PLAN.bulletins[1].file))


def test_music_may_be_softer_than_speech() -> None:
    softer = stocked("sting", levelled(pip(880, 1.5), -22.0), longer=8.0)
    meters = Meters(softer)
    bulletin = PLAN.bulletins[0]
    assert Judge(meters).faults(bulletin, meters.levels(bulletin), "usb") == []


def test_the_part_that_makes_a_bulletin_too_soft_is_named() -> None:
    """A long soft sting: nobody would look for it behind the level of the whole."""
    meters = Meters(stocked("sting", levelled(pip(880, 4), -19.0), longer=8.0))
    bulletin = PLAN.bulletins[0]
    levels = meters.levels(bulletin).but(loudness=-16.6)
    (fault,) = Judge(meters).faults(bulletin, levels, "usb")
    assert fault.startswith("độ to −16,60 LUFS, phải từ −16,3 đến −15,7 LUFS, nhất là vì đoạn")
    assert fault.endswith("“sting” dài 4 giây nhỏ hơn lời đọc chuẩn 3,0 LU")


def test_direct_current_is_told() -> None:
    meters = Meters(stocked("item", levelled(pip(550, 3))))
    levels = meters.levels(PLAN.bulletins[0]).but(offset=0.01)
    faults = Judge(meters).faults(PLAN.bulletins[0], levels, "usb")
    assert [fault for fault in faults if "lệch một chiều −40 dB" in fault]
