"""What old operators type, and what is made of it."""

import re
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Slot
from pipeline.plan import Week
from pipeline.playlog import typed
from pipeline.playlog.entry import Entry, Refusal
from pipeline.playlog.planned import Broadcast
from pipeline.playlog.schedule import Schedule
from pipeline.publish.manifest import StationEntry

CODES = ("T2S", "T2C", "T3S", "T3C")


def station(code: str, name: str) -> StationEntry:
    return StationEntry(code=code, name=name, unit=name, province="Bắc Ninh", sample=True)


def broadcast(code: str, name: str, week: Week, at: str) -> Broadcast:
    slot = Slot(day=date(2026, 11, 30), at=time(5, 45))
    return Broadcast(
        station=station(code, name),
        week=week,
        slot=slot,
        code=at,
        title="Tin",
        seconds=60.0,
        campaigns={},
    )


SCHEDULE = Schedule(
    broadcast(code, name, Week(year=2026, number=number), at)
    for code, name in (("07288", "xã Yên Thế"), ("07840", "xã Hiệp Hòa"))
    for number in (48, 49)
    for at in CODES
)


def read(text: str) -> list[Entry | Refusal]:
    return list(typed.read(text, "tin nhắn", SCHEDULE))


def said(text: str, station: str = "07288", week: str = "2026-W48") -> dict[str, str]:
    """Code -> "+" or "-" with the reason."""
    found = read(text)
    for each in found:
        assert isinstance(each, Entry), each
        assert (each.station, each.week) == (station, week)
    return {each.code: f"{'+' if each.played else '-'}{each.note}" for each in found}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("07288 W48 T2S ok", {"T2S": "+"}),
        ("07288 w48 t2s OK.", {"T2S": "+"}),
        ("07288, tuần 48: T2S x", {"T2S": "+"}),
        ("07288 tuan48 T2S đã phát", {"T2S": "+"}),
        ("07288 2026-W48 T2S ✓", {"T2S": "+"}),
        ("7288 W48 T2S ok", {"T2S": "+"}),
        ("07288 W48 T2S T2C ok", {"T2S": "+", "T2C": "+"}),
        ("07288 W48 T2 rồi", {"T2S": "+", "T2C": "+"}),
        ("07288 W48 T2SC ok", {"T2S": "+", "T2C": "+"}),
        ("07288 W48 T2S ko mất điện, T2C ok", {"T2S": "-mất điện", "T2C": "+"}),
        ("07288 W48 T2S không phát được vì mưa to T2C x", {"T2S": "-mưa to", "T2C": "+"}),
        ("07288 W48 T2S ok trễ 5 phút", {"T2S": "+trễ 5 phút"}),
        ("07288 W48 đủ", dict.fromkeys(CODES, "+")),
        ("07288 W48 du", dict.fromkeys(CODES, "+")),
        ("07288 W48 T2S khong, con lai ok", {"T2S": "-"} | dict.fromkeys(CODES[1:], "+")),
        ("07288 W48 còn lại ok, T2S không", {"T2S": "-"} | dict.fromkeys(CODES[1:], "+")),
        ("07288 W48\nT2S ok\nT2C ko", {"T2S": "+", "T2C": "-"}),
    ],
)
def test_many_ways_to_say_it(text: str, meant: dict[str, str]) -> None:
    assert said(text) == meant


def test_several_stations_and_weeks_in_one_message() -> None:
    found = read("07288 W48 T2S ok 07840 W49 T3C ko loa hỏng")
    assert [(each.station, each.week, each.code) for each in found] == [
        ("07288", "2026-W48", "T2S"),
        ("07840", "2026-W49", "T3C"),
    ]
    assert found[1].note == "loa hỏng"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("07289 W48 T2S ok", "không đài nào có mã 07289 .* 07288 xã Yên Thế"),
        ("T2S ok", "thiếu mã đài"),
        ("07288 T2S ok", "thiếu tuần"),
        ("07288 W30 T2S ok", "không có gói nào của tuần 30"),
        ("07288 W48 T7S ok", "không có buổi T7S; các buổi: T2S, T2C, T3S, T3C"),
        ("07288 W48 T9S ok", "không có buổi nào mang mã T9S"),
        ("07288 W48 T2S", "sau T2S chưa ghi ok"),
        ("07288 W48 T2S mất điện", "sau T2S là “mất”; ghi ok .* hoặc khong"),
        ("07288 W48 chào anh", "không hiểu chữ “chào”"),
    ],
)
def test_what_cannot_be_used_is_refused_with_the_reason(text: str, why: str) -> None:
    (refusal,) = read(text)
    assert isinstance(refusal, Refusal)
    assert refusal.text == text
    assert re.search(why, refusal.why), refusal.why


def test_a_bad_line_spoils_neither_its_neighbours_nor_another_station() -> None:
    found = read("07288 W48 T2S ok T9S ok\n07288 W48 T2C ok\n99999 W48 T3S ok\nT3C ok")
    assert [type(each).__name__ for each in found] == ["Refusal", "Entry", "Refusal", "Refusal"]
    assert found[1].code == "T2C"


@given(st.text(alphabet="07288 W48T2SCokdu,;:\n-*!ồĐ\u200b", max_size=60))
def test_any_message_is_read_or_refused(text: str) -> None:
    for each in read(text):
        assert isinstance(each, Refusal) or each.code in CODES
