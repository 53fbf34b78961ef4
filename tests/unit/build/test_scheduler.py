"""The scheduler on plans of made-up tasks, with workers that can be told to fail."""

from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Future

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.build.events import Done, Event, Failed, Planned, Remade
from pipeline.build.scheduler import build
from pipeline.errors import SoundError, StoreError, TruyenThanhError
from pipeline.plan import Key, Plan, Task, Week
from pipeline.plan.book import TaskBook
from pipeline.plan.jobs import Encode, Meter, Speak
from pipeline.store import MemoryStore, Missing, Store


def words(text: str) -> Speak:
    return Speak(engine="tone", revision="1", voice="", settings={}, words=text)


def plan_of(book: TaskBook) -> Plan:
    week = Week(year=2026, number=48)
    return Plan(week=week, title="", directives={}, campaigns={}, tasks=book.tasks, bundles=())


class Hands:
    """Does tasks at once, in the order they come. `trouble` may raise for a task."""

    def __init__(self, trouble: Callable[[Task], None] = lambda task: None) -> None:
        self.done: list[Key] = []
        self._trouble = trouble

    def submit(self, task: Task, store: Store) -> Future[float]:
        future: Future[float] = Future()
        try:
            self._trouble(task)
            for key in task.inputs:
                store.get(key)
            store.put(task.key, task.label.encode(), "{}", task.inputs, task.label)
            self.done.append(task.key)
            future.set_result(0.0)
        except Exception as error:  # noqa: BLE001 - a future carries whatever happened
            future.set_exception(error)
        return future


def run(book: TaskBook, wanted: list[Key], store: Store, hands: Hands) -> list[Event]:
    return list(build(plan_of(book), wanted, store, hands))


def chain() -> tuple[TaskBook, Key, Key, Key]:
    """Two sentences, and a piece made of both."""
    book = TaskBook()
    one, two = book.add(words("một"), label="một"), book.add(words("hai"), label="hai")
    return book, one, two, book.add(Meter(), (one, two), "đo")


def test_inputs_come_first_and_a_second_run_does_nothing() -> None:
    book, one, two, piece = chain()
    store, hands = MemoryStore(), Hands()
    events = run(book, [piece], store, hands)
    assert events[0] == Planned(run=3, kept=0)
    assert hands.done == [one, two, piece]
    assert run(book, [piece], store, hands) == [Planned(run=0, kept=3)]


def test_what_is_there_needs_no_inputs() -> None:
    book, one, two, piece = chain()
    store, hands = MemoryStore(), Hands()
    run(book, [piece], store, hands)
    store.remove([one, two])
    assert run(book, [piece], store, hands) == [Planned(run=0, kept=3)]


def test_a_failure_stops_only_what_needs_it() -> None:
    book, one, two, piece = chain()
    other = book.add(Encode(rate=44_100, bitrate=96, loudness=-16, true_peak=-1), (two,), "khác")

    def refuse_one(task: Task) -> None:
        if task.key == one:
            raise SoundError("hỏng")

    hands = Hands(refuse_one)
    events = run(book, [piece, other], MemoryStore(), hands)
    assert [event.task.label for event in events if isinstance(event, Failed)] == ["một"]
    assert hands.done == [two, other]


def test_an_input_lost_on_the_way_is_made_again() -> None:
    book, one, _, piece = chain()
    store = MemoryStore()

    def lose_one(task: Task) -> None:
        if task.key == piece and one in list(store.held()) and not lost:
            lost.append(one)
            store.remove([one])

    lost: list[Key] = []
    events = run(book, [piece], store, Hands(lose_one))
    assert Remade(one) in events
    assert store.has(piece)


def test_many_inputs_lost_one_after_another_are_all_made_again() -> None:
    """A bad disk: each is found only when the piece is tried again."""
    book = TaskBook()
    inputs = tuple(book.add(words(str(number)), label=str(number)) for number in range(12))
    piece = book.add(Meter(), inputs, "đo")
    store, left = MemoryStore(), list(inputs)

    def lose_next(task: Task) -> None:
        if task.key == piece and left:
            store.remove([left[-1]])
            raise Missing(left.pop())

    events = run(book, [piece], store, Hands(lose_next))
    assert sum(isinstance(event, Remade) for event in events) == len(inputs)
    assert store.has(piece)


def test_an_input_that_never_stays_ends_in_an_error() -> None:
    book, one, _, piece = chain()
    store = MemoryStore()

    def always_lose(task: Task) -> None:
        if task.key == piece:
            store.remove([one])
            raise Missing(one)

    with pytest.raises(StoreError):
        run(book, [piece], store, Hands(always_lose))


def test_a_full_store_ends_the_run() -> None:
    book, _, _, piece = chain()

    def full(task: Task) -> None:
        raise StoreError("đầy")

    with pytest.raises(StoreError, match="đầy"):
        run(book, [piece], MemoryStore(), Hands(full))


def test_dead_workers_end_the_run_with_a_word() -> None:
    book, _, _, piece = chain()

    def die(task: Task) -> None:
        raise BrokenExecutor

    with pytest.raises(TruyenThanhError, match="chạy lại"):
        run(book, [piece], MemoryStore(), Hands(die))


@given(st.data())
def test_any_graph_is_finished_whatever_was_there_before(data: st.DataObject) -> None:
    book = TaskBook()
    keys: list[Key] = []
    for number in range(data.draw(st.integers(1, 12))):
        inputs = data.draw(st.lists(st.sampled_from(keys), unique=True)) if keys else []
        job = Meter(version=number) if inputs else words(str(number))
        keys.append(book.add(job, tuple(inputs), str(number)))
    store = MemoryStore()
    for key in data.draw(st.lists(st.sampled_from(keys), unique=True)):
        store.put(key, b"", "{}", (), "")
    wanted = data.draw(st.lists(st.sampled_from(keys), min_size=1, unique=True))
    hands = Hands()
    events = run(book, wanted, store, hands)
    assert all(store.has(key) for key in wanted)
    assert len(hands.done) == len(set(hands.done)) == sum(isinstance(e, Done) for e in events)


class Lanes:
    """Starts nothing by itself: speech waits until `free` says that sound has nothing to do."""

    def __init__(self) -> None:
        self.order: list[str] = []

    def submit(self, task: Task, store: Store) -> Future[float]:
        self.order.append(task.label)
        store.put(task.key, b"", "{}", task.inputs, task.label)
        future: Future[float] = Future()
        future.set_result(0.0)
        return future


def test_sound_does_not_wait_behind_a_long_queue_of_speech() -> None:
    """With 500 sentences to say, the first piece is measured long before the last is said."""
    book = TaskBook()
    pieces = []
    for number in range(250):
        said = tuple(book.add(words(f"{number} {part}"), label="nói") for part in "ab")
        pieces.append(book.add(Meter(), said, "đo"))
    lanes = Lanes()
    list(build(plan_of(book), pieces, MemoryStore(), lanes))
    assert lanes.order.index("đo") < 150
    assert lanes.order.count("đo") == 250
