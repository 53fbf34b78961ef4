"""Airings of a task: by broadcast, from plans and from what was published."""

from datetime import date, time

from pipeline.coverage.counts import WHOLE, of_broadcasts, of_plan, orphans, together
from pipeline.model import Slot
from pipeline.plan import Week
from pipeline.playlog import Broadcast, Count
from pipeline.playlog.planned import Part
from pipeline.publish.manifest import StationEntry
from tests.unit.publish import kit

TOPICS = {("a", "x"): "mot", ("a", "y"): "mot", ("a", "z"): "hai"}
STATION = StationEntry(code="07288", name="xã Yên Thế", unit="", province="", sample=True)


def broadcast(*messages: str) -> Broadcast:
    return Broadcast(
        station=STATION,
        week=Week(year=2026, number=49),
        slot=Slot(day=date(2026, 11, 30), at=time(5, 45)),
        code="T2S",
        title="Tin",
        seconds=300.0,
        campaigns={"a": Part(title="A", seconds=100.0)},
        messages={("a", each): 20.0 for each in messages},
    )


def test_two_messages_on_a_task_are_one_broadcast() -> None:
    found = of_broadcasts([broadcast("x", "y"), broadcast("x", "z")], TOPICS)
    assert found["a", "mot"] == Count(planned=2, planned_seconds=60.0)
    assert found["a", "hai"] == Count(planned=1, planned_seconds=20.0)
    assert found["a", WHOLE] == Count(planned=2, planned_seconds=200.0)


def test_what_serves_no_task_now_is_told_apart() -> None:
    aired = [broadcast("x", "mất rồi")]
    assert set(orphans(aired, TOPICS)) == {("a", "mất rồi")}
    assert set(of_broadcasts(aired, TOPICS)) == {("a", "mot"), ("a", WHOLE)}


def test_a_plan_counts_its_times() -> None:
    plan = kit.make_plan()
    named = {
        (element.campaign, element.message): "mot"
        for bulletin in plan.bulletins
        for element in bulletin.rundown
        if element.message
    }
    ((campaign, _), *_) = named
    times = sum(len(bulletin.slots) for bulletin in plan.bulletins)
    found = of_plan(plan.bundles, named)
    assert found[campaign, "mot"].planned == found[campaign, WHOLE].planned == times
    assert together(found, found)[campaign, "mot"].planned == 2 * times
