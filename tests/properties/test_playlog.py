"""Whatever comes in, however often: each broadcast is counted once, and the columns add up."""

import tempfile
from datetime import date, time
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model import Slot
from pipeline.plan import Week
from pipeline.plan.slotcodes import slot_codes
from pipeline.playlog import Book, Broadcast, results, take_in
from pipeline.publish.manifest import StationEntry

WEEK = Week(year=2026, number=49)
STATION = StationEntry(code="07288", name="xã Yên Thế", unit="", province="", sample=True)
CODES = slot_codes(Slot(day=day, at=at) for day in WEEK.days for at in (time(5, 45), time(17, 15)))
BROADCASTS = tuple(
    Broadcast(
        station=STATION,
        week=WEEK,
        slot=slot,
        code=code,
        title="Tin",
        seconds=60.0,
        campaigns={},
    )
    for slot, code in CODES.items()
)
REPORTS = st.lists(
    st.dictionaries(st.sampled_from(sorted(CODES.values())), st.booleans(), min_size=1),
    max_size=6,
)


def message(marks: dict[str, bool]) -> bytes:
    said = (f"{code} {'ok' if played else 'ko'}" for code, played in marks.items())
    return f"07288 W49 {' '.join(said)}".encode()


@settings(max_examples=40, deadline=None)
@given(REPORTS)
def test_reports_are_counted_by_broadcast(reports: list[dict[str, bool]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        book = Book(Path(folder))
        sources = [("tin nhắn", message(marks)) for marks in reports]
        for _ in range(2):
            taken = take_in(book, sources, BROADCASTS, date(2026, 12, 7))
            assert taken.refusals == ()
        assert taken.kept == ()  # the second time
        count = results(BROADCASTS, book, WEEK.days[0], WEEK.days[-1]).total
    held: dict[str, bool] = {}
    seen: list[dict[str, bool]] = []
    for marks in reports:
        if marks not in seen:
            held |= marks
            seen.append(marks)
    assert count.planned == len(BROADCASTS)
    assert (count.played, count.missed) == (
        sum(held.values()),
        sum(not played for played in held.values()),
    )
    assert count.is_silent is (not held)
