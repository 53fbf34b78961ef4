"""Which messages on which day."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model import Campaign, Season
from pipeline.plan.programme import programme
from pipeline.testing import small_project

ANY_DAY = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1))
SEASON = Season(day=30, month=7, before=15, after=3)


def campaigns(tmp: Path, messages: int = 8) -> tuple[Campaign, ...]:
    return small_project(tmp, messages=messages, season=SEASON).campaigns


def names(chosen: tuple) -> list[str]:
    return [f"{message.campaign}/{message.id}" for message in chosen]


@settings(deadline=None)
@given(day=ANY_DAY, messages=st.integers(1, 12), budget=st.floats(0, 1000))
def test_any_day_of_any_year_has_something_to_say(
    tmp_path_factory, day: date, messages: int, budget: float
) -> None:
    all_campaigns = campaigns(tmp_path_factory.getbasetemp(), messages)
    chosen = programme(all_campaigns, day, budget, lambda _: 40.0)
    assert chosen
    assert len(set(names(chosen))) == len(chosen)
    assert len(chosen) == 1 or 40.0 * len(chosen) <= budget
    in_season = any(message.campaign == "theo-mua" for message in chosen)
    assert in_season == SEASON.holds(day)


def test_the_seasonal_campaign_leads_inside_its_window_only(tmp_path: Path) -> None:
    everything = campaigns(tmp_path)
    for year in (1999, 2026, 2040):
        for day, open_ in [((7, 14), False), ((7, 15), True), ((8, 2), True), ((8, 3), False)]:
            chosen = programme(everything, date(year, *day), 100, lambda _: 40.0)
            assert (chosen[0].campaign == "theo-mua") is open_


def test_a_window_over_the_new_year() -> None:
    season = Season(day=1, month=1, before=3, after=2)
    assert season.holds(date(2026, 12, 29))
    assert season.holds(date(2027, 1, 3))
    assert not season.holds(date(2026, 12, 28))


def test_a_window_around_a_leap_day_opens_every_year() -> None:
    season = Season(day=29, month=2, before=1, after=1)
    assert season.holds(date(2028, 2, 29))
    assert season.holds(date(2027, 2, 28))


@settings(deadline=None)
@given(messages=st.integers(2, 20), start=ANY_DAY, budget=st.floats(60, 300))
def test_everything_is_heard_in_a_few_weeks_and_neighbouring_days_differ(
    tmp_path_factory, messages: int, start: date, budget: float
) -> None:
    everything = small_project(tmp_path_factory.getbasetemp(), messages=messages).campaigns
    days = [start + timedelta(n) for n in range(3 * messages)]
    heard = [names(programme(everything, day, budget, lambda _: 40.0)) for day in days]
    assert {name for day in heard for name in day} == {
        f"quanh-nam/tin-{n}" for n in range(messages)
    }
    if len(heard[0]) < messages:
        assert all(one[0] != other[0] for one, other in pairwise(heard))
