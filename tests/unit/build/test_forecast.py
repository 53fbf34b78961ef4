"""Time left, on streams of events as builds give them: quick kinds first, slow ones later."""

from collections import Counter
from itertools import pairwise

import pytest

from pipeline.build import Bundled, Done, Event, Failed, Forecast, Planned
from pipeline.build.wording import remaining
from pipeline.errors import SoundError
from pipeline.plan import Task
from pipeline.plan.jobs import Decode, Encode, Job, Master, Meter, Speak

SPEAK = Speak(engine="tone", revision="1", voice="", settings={}, words="a")
ENCODE = Encode(rate=44_100, bitrate=96, loudness=-16, true_peak=-1)
MASTER = Master(loudness=-16, true_peak=-1)
Stream = list[tuple[float, Event]]  # when, what


def task(job: Job) -> Task:
    return Task(job=job)


def stream(costs: dict[str, float], pieces: int, cores: int) -> Stream:
    """A build of pieces of five sentences: all speech first on one lane, sound on `cores`.

    As the scheduler gives it: a piece begun is finished before the next.
    """
    jobs: dict[str, Job] = {
        "Speak": SPEAK, "Decode": Decode(source="", rate=1),
        "Master": MASTER, "Encode": ENCODE, "Meter": Meter(),
    }  # fmt: skip
    found: Stream = []
    kinds: Counter[str] = Counter()
    voice, free = 0.0, [0.0] * cores
    for _ in range(pieces):
        for _ in range(5):
            voice += costs["Speak"]
            found.append((voice, Done(task(SPEAK), costs["Speak"])))
            kinds["Speak"] += 1
        at = max(voice, min(free))
        core = free.index(min(free))
        for kind in ("Decode", "Master", "Encode", "Meter"):
            at += costs[kind]
            found.append((at, Done(task(jobs[kind]), costs[kind])))
            kinds[kind] += 1
        free[core] = at
    found.sort(key=lambda each: each[0])
    return [(0.0, Planned(run=sum(kinds.values()), kept=0, kinds=kinds)), *found]


def foretold(events: Stream) -> list[tuple[float, float, float]]:
    """For each event: share of the time passed, share of the work said, error of the end said."""
    now = [0.0]
    forecast, end, found = Forecast(lambda: now[0]), events[-1][0], []
    for at, event in events:
        now[0] = at
        forecast(event)
        if forecast.seconds is not None:
            found.append((at / end, forecast.share, abs(at + forecast.seconds - end) / end))
    return found


USUAL = {"Speak": 0.1, "Decode": 0.2, "Master": 0.8, "Encode": 1.4, "Meter": 0.4}
SLOW_ENCODER = USUAL | {"Encode": 6.0}
SLOW_VOICE = USUAL | {"Speak": 2.0}  # somebody else's computer


@pytest.mark.parametrize(
    "costs", [USUAL, SLOW_ENCODER, SLOW_VOICE], ids=["usual", "encoder", "voice"]
)
@pytest.mark.parametrize("cores", [1, 2, 8])
def test_the_end_is_foretold_within_a_quarter_from_a_third_on(
    costs: dict[str, float], cores: int
) -> None:
    told = foretold(stream(costs, 60, cores))
    assert max(error for passed, _, error in told if passed > 0.33) < 0.25
    assert max(error for passed, _, error in told if passed > 0.8) < 0.1


def test_the_share_never_goes_far_back_and_ends_at_all() -> None:
    told = [share for _, share, _ in foretold(stream(SLOW_ENCODER, 40, 2))]
    assert all(after > before - 0.05 for before, after in pairwise(told))
    assert told[-1] == 1.0


def test_counting_tasks_would_mislead() -> None:
    """The first half of all tasks is over in a small part of the time: the forecast knows."""
    costs = USUAL | {"Speak": 0.05, "Encode": 6.0}
    events = stream(costs, 60, 1)
    at, _ = events[len(events) // 3]
    told = next(share for passed, share, _ in foretold(events) if passed >= at / events[-1][0])
    assert told < 0.5 * (1 / 3) + 0.2
    assert abs(told - at / events[-1][0]) < 0.1


def test_nothing_is_said_before_anything_is_known() -> None:
    forecast = Forecast(lambda: 0.0)
    forecast(Planned(run=2, kept=0, kinds={"Speak": 2}))
    assert forecast.seconds is None
    assert forecast.share == 0.0


def test_what_failed_is_not_waited_for() -> None:
    now = [0.0]
    forecast = Forecast(lambda: now[0])
    forecast(Planned(run=2, kept=0, kinds={"Encode": 2}))
    now[0] = 4.0
    forecast(Done(task(ENCODE), 4.0))
    assert forecast.seconds == pytest.approx(4.0)
    forecast(Failed(task(ENCODE), SoundError("hỏng")))
    assert (forecast.share, forecast.seconds) == (1.0, 0.0)


def test_bundles_go_by_their_own_pace() -> None:
    now = [100.0]
    forecast = Forecast(lambda: now[0])
    forecast(Planned(run=0, kept=9))
    for step in range(1, 6):
        forecast(Bundled(done=10 * step, of=100))
        now[0] += 2.0
    now[0] -= 2.0
    assert forecast.share == 0.5
    assert forecast.seconds == pytest.approx(10.0)


def test_time_left_is_said_no_finer_than_it_is_known() -> None:
    told = [remaining(seconds) for seconds in (None, 0, 3, 44, 55, 200, 3_599, 7_500)]
    assert told == [
        "",
        "", "còn khoảng 10 giây", "còn khoảng 40 giây", "còn khoảng 1 phút", "còn khoảng 3 phút",
        "còn khoảng 1 giờ 0 phút", "còn khoảng 2 giờ 5 phút",
    ]  # fmt: skip
