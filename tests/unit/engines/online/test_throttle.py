from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pipeline.engines.online.clock import Clock
from pipeline.engines.online.throttle import Throttle


@given(
    st.lists(st.floats(0, 3), min_size=1, max_size=20),
    st.floats(0, 1, exclude_max=True),
    st.floats(0.01, 2),
)
def test_turns_are_a_gap_apart_but_not_two(pauses: list[float], chance: float, gap: float) -> None:
    now = 0.0

    def sleep(seconds: float) -> None:
        nonlocal now
        now += seconds

    throttle = Throttle(gap, Clock(lambda: now, sleep, lambda: chance))
    turns = []
    for pause in pauses:
        sleep(pause)
        came = now
        throttle.wait()
        turns.append(now)
        assert now - came <= 1.5 * gap * 1.000001
    assert turns[0] == pauses[0]
    for before, after in pairwise(turns):
        assert after - before >= gap * 0.999999
