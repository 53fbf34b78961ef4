"""Whatever comes in, however often and whenever: each broadcast counts once, the columns add up."""

import tempfile
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.coverage.counts import WHOLE, of_broadcasts
from pipeline.model import Slot
from pipeline.plan import Week
from pipeline.plan.slotcodes import slot_codes
from pipeline.playlog import Book, Broadcast, Count, Results, outcomes, results, take_in
from pipeline.playlog.planned import Part
from pipeline.playlog.wording import cells
from pipeline.publish.manifest import StationEntry
from pipeline.zone import VIETNAM

WEEK = Week(year=2026, number=49)
STATION = StationEntry(code="07288", name="xã Yên Thế", unit="", province="", sample=True)
TOPICS = {("a", "x"): "mot"}
MONDAY = datetime.combine(WEEK.monday, time(0), VIETNAM)
OVER = MONDAY + timedelta(days=7)
CODES = slot_codes(Slot(day=day, at=at) for day in WEEK.days for at in (time(5, 45), time(17, 15)))
BROADCASTS = tuple(
    Broadcast(
        station=STATION,
        week=WEEK,
        slot=slot,
        code=code,
        title="Tin",
        seconds=60.0,
        campaigns={"a": Part(title="A", seconds=30.0)},
        messages={("a", "x"): 20.0},
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


@st.composite
def moments(draw: st.DrawFn) -> datetime:
    """Any minute from the evening before the week to the morning after it."""
    return MONDAY + timedelta(minutes=draw(st.integers(-600, 7 * 24 * 60 + 600)))


@settings(max_examples=40, deadline=None)
@given(REPORTS)
def test_reports_are_counted_by_broadcast(reports: list[dict[str, bool]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        book = Book(Path(folder))
        sources = [("tin nhắn", message(marks)) for marks in reports]
        for _ in range(2):
            taken = take_in(book, sources, BROADCASTS, OVER)
            assert (taken.refusals, taken.early) == ((), ())
        assert taken.kept == ()  # the second time
        found = results(BROADCASTS, outcomes(book, OVER), WEEK.days[0], WEEK.days[-1])
    count = found.total
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


@settings(max_examples=40, deadline=None)
@given(REPORTS, moments(), moments())
def test_only_what_has_begun_is_told_of_and_every_row_adds_up(
    reports: list[dict[str, bool]], taken_in: datetime, told: datetime
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        book = Book(Path(folder))
        for marks in reports:
            taken = take_in(book, [("tin nhắn", message(marks))], BROADCASTS, taken_in)
            kept = {play.code for log in (*taken.kept, *taken.known) for play in log.plays}
            open_ = {each.code for early in taken.early for each in early.broadcasts}
            assert kept == {code for code in marks if begins(code) <= taken_in}
            assert open_ == marks.keys() - kept
        became = outcomes(book, told)
        found = results(BROADCASTS, became, WEEK.days[0], WEEK.days[-1])
        covered = of_broadcasts(BROADCASTS, TOPICS, became)
        for count in (*counts(found), covered["a", "mot"], covered["a", WHOLE]):
            assert count.planned == count.played + count.missed + count.unreported + count.to_come
            assert min(count.unreported, count.to_come) >= 0
            assert not (count.is_silent and (count.is_to_come or count.told))
        for day in found.days:
            due = sum(each.slot.day.isoformat() == day.id for each in begun(told))
            assert day.count.to_come == day.count.planned - due
        for rows in (found.days, found.stations):
            shown = [cells(row.count) for row in rows]
            for column in (0, 5, 6):
                assert sum(int(row[column]) for row in shown) == cells(found.total)[column]
        assert {each.broadcast.code for each in found.missed} <= {each.code for each in begun(told)}

        late = take_in(book, [("tin nhắn", b"07288 W49 du")], BROADCASTS, OVER)
        assert late.early == ()
        count = results(BROADCASTS, outcomes(book, OVER), WEEK.days[0], WEEK.days[-1]).total
    assert (count.unreported, count.to_come) == (0, 0)


def begun(now: datetime) -> list[Broadcast]:
    return [each for each in BROADCASTS if begins(each.code) <= now]


def begins(code: str) -> datetime:
    (slot,) = (slot for slot, each in CODES.items() if each == code)
    return datetime.combine(slot.day, slot.at, VIETNAM)


def counts(found: Results) -> Iterator[Count]:
    yield found.total
    for rows in (found.campaigns, found.stations, found.days):
        yield from (row.count for row in rows)
