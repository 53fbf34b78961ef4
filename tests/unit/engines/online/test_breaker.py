import threading

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from pipeline.engines.online.breaker import Breaker

FAILURES, REST = 3, 60.0


class Callers(RuleBasedStateMachine):
    """One caller after another, and what any observer can count."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0
        self.breaker = Breaker(FAILURES, REST, lambda: self.now)
        self.row = 0  # failures told in a row
        self.shut_at = 0.0  # when the door last shut behind somebody
        self.inside = False

    @rule(seconds=st.sampled_from([1.0, 59.0, 60.0, 200.0]))
    def wait(self, seconds: float) -> None:
        self.now += seconds

    @precondition(lambda self: not self.inside)
    @rule()
    def knock(self) -> None:
        admitted = self.breaker.admits()
        assert admitted == (self.row < FAILURES or self.now - self.shut_at >= REST)
        if admitted and self.row >= FAILURES:
            self.shut_at = self.now
            assert not self.breaker.admits(), "one at a time"
        self.inside = admitted

    @precondition(lambda self: self.inside)
    @rule()
    def fail(self) -> None:
        self.breaker.failed()
        self.row += 1
        self.shut_at = self.now
        self.inside = False

    @precondition(lambda self: self.inside)
    @rule()
    def succeed(self) -> None:
        self.breaker.passed()
        self.row = 0
        self.inside = False

    @precondition(lambda self: self.inside)
    @rule()
    def leave_without_a_word(self) -> None:
        self.inside = False

    @invariant()
    def closed_until_it_has_failed_enough(self) -> None:
        if self.row < FAILURES:
            assert self.breaker.admits()


Callers.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestCallers = Callers.TestCase


def test_after_a_rest_one_of_many_threads_gets_in() -> None:
    now = 0.0
    breaker = Breaker(1, REST, lambda: now)
    breaker.failed()
    now = REST
    admitted: list[bool] = []
    start = threading.Barrier(16)

    def knock() -> None:
        start.wait()
        admitted.append(breaker.admits())

    threads = [threading.Thread(target=knock) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert admitted.count(True) == 1
