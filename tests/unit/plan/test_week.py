from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.plan import Week, due

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


@given(st.dates(min_value=date(1, 1, 8), max_value=date(9999, 12, 20)))
def test_a_day_lies_in_its_week(day: date) -> None:
    week = Week.of(day)
    assert day in week.days
    assert week.monday.isoweekday() == 1
    assert Week.parse(str(week).rjust(8, "0"), day) == week


def test_words_for_weeks() -> None:
    tuesday = date(2026, 11, 24)
    assert str(Week.parse("this", tuesday)) == "2026-W48"
    assert str(Week.parse("next", tuesday)) == "2026-W49"
    assert str(Week.parse("2026w5", tuesday)) == "2026-W05"


@pytest.mark.parametrize("text", ["2025-W53", "2026-W00", "tuần sau", "", "48"])
def test_what_is_no_week_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"tuần"):
        Week.parse(text, date(2026, 1, 1))


def test_years_end() -> None:
    assert str(Week.of(date(2027, 1, 1))) == "2026-W53"


@pytest.mark.parametrize(
    ("now", "week"),
    [
        (datetime(2026, 11, 29, 19, 59, tzinfo=HANOI), "2026-W48"),  # Sunday, before the bell
        (datetime(2026, 11, 29, 20, 0, tzinfo=HANOI), "2026-W49"),
        (datetime(2026, 11, 30, 8, 0, tzinfo=HANOI), "2026-W49"),  # Monday: the missed week
        (datetime(2027, 1, 3, 20, 5, tzinfo=HANOI), "2027-W01"),
    ],
)
def test_the_week_that_is_due(now: datetime, week: str) -> None:
    assert str(due(now)) == week
