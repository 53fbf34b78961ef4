import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.engines.online.retry import Patience, pause, retry_after

CHANCE = st.floats(0, 1, exclude_max=True)
TIMES = st.floats(0, 100)
PATIENCE = st.builds(Patience, tries=st.integers(1, 9), base=TIMES, cap=TIMES, total=TIMES)
SUNDAY = "Sun, 29 Nov 2026 13:00:00 GMT"


@given(PATIENCE, st.integers(1, 12), TIMES, st.none() | TIMES, CHANCE)
def test_a_wait_keeps_all_the_limits(
    patience: Patience, tried: int, spent: float, asked: float | None, chance: float
) -> None:
    wait = pause(patience, tried, spent, asked, chance)
    if wait is None:
        longest = (asked or 0) + min(patience.cap, patience.base * 2 ** (tried - 1))
        assert tried >= patience.tries or spent + longest >= patience.total
    else:
        assert tried < patience.tries
        assert spent + wait < patience.total
        assert (asked or 0) <= wait <= (asked or 0) + patience.cap


@given(PATIENCE, TIMES, st.none() | TIMES, CHANCE)
def test_it_ends(patience: Patience, spent: float, asked: float | None, chance: float) -> None:
    assert pause(patience, patience.tries, spent, asked, chance) is None


@given(st.integers(1, 3), CHANCE, CHANCE)
def test_chance_spreads_the_callers(tried: int, one: float, other: float) -> None:
    patience = Patience()
    waits = [pause(patience, tried, 0, None, chance) for chance in sorted((one, other))]
    assert waits == sorted(waits, key=float)
    assert pause(patience, tried, 0, None, 0) == 0


@pytest.mark.parametrize(
    ("value", "date", "seconds"),
    [
        (None, SUNDAY, None),
        ("0", None, 0),
        ("120", None, 120),
        ("Sun, 29 Nov 2026 13:00:30 GMT", SUNDAY, 30),
        ("Sun, 29 Nov 2026 12:00:00 GMT", SUNDAY, 0),
        ("Sun, 29 Nov 2026 13:00:30 GMT", None, None),
        ("Sun, 29 Nov 2026 13:00:30", SUNDAY, None),
        ("soon", SUNDAY, None),
        ("-5", SUNDAY, None),
        ("٣", SUNDAY, None),
        ("", SUNDAY, None),
    ],
)
def test_reads_what_a_server_asks(
    value: str | None, date: str | None, seconds: float | None
) -> None:
    assert retry_after(value, date) == seconds


@given(st.text(), st.text())
def test_reads_anything_without_falling_over(value: str, date: str) -> None:
    seconds = retry_after(value, date)
    assert seconds is None or seconds >= 0
