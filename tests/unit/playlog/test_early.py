"""Days that stay open, named as people name them."""

from datetime import UTC, date, datetime, time

import pytest

from pipeline.model import Slot
from pipeline.plan import Week
from pipeline.playlog import Broadcast, Early
from pipeline.publish.manifest import StationEntry

WEDNESDAY = datetime(2026, 12, 2, 5, 0, tzinfo=UTC)  # noon in Vietnam
STATION = StationEntry(code="07288", name="xã Yên Thế", unit="", province="", sample=True)


def broadcast(day: date, hour: int) -> Broadcast:
    return Broadcast(
        station=STATION,
        week=Week(year=2026, number=49),
        slot=Slot(day=day, at=time(hour, 15)),
        code="",
        title="Tin",
        seconds=60.0,
        campaigns={},
    )


@pytest.mark.parametrize(
    ("days", "named"),
    [
        ((2,), "thứ tư 02/12 từ 17:15 (1 lượt)"),
        ((2, 3), "thứ tư 02/12 từ 17:15, thứ năm 03/12 (2 lượt)"),
        ((3, 4, 5, 6), "từ thứ năm 03/12 đến chủ nhật 06/12 (4 lượt)"),
        ((3, 5, 6), "thứ năm 03/12, từ thứ bảy 05/12 đến chủ nhật 06/12 (3 lượt)"),
    ],
)
def test_days_that_follow_each_other_are_one_span(days: tuple[int, ...], named: str) -> None:
    early = Early(
        source="tin nhắn",
        station="07288",
        week="2026-W49",
        broadcasts=tuple(broadcast(date(2026, 12, day), 17) for day in days),
        at=WEDNESDAY,
    )
    assert str(early) == (
        f"tin nhắn: đài 07288 tuần 2026-W49, chưa nhận {named}, vì đến 12:00 ngày 02/12/2026 "
        "chưa đến giờ phát; phát xong đài báo lại"
    )


def test_a_broadcast_comes_with_its_minute_by_the_clock_of_vietnam() -> None:
    evening = broadcast(date(2026, 12, 2), 17)
    assert evening.is_to_come(datetime(2026, 12, 2, 10, 14, 59, tzinfo=UTC))
    assert not evening.is_to_come(datetime(2026, 12, 2, 10, 15, tzinfo=UTC))
