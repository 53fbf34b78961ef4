"""Keys: everything that changes the bytes changes the key, nothing else does."""

import subprocess
import sys

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import from_json
from pipeline.plan import Task
from pipeline.plan.jobs import Meter, Speak

texts = st.text(max_size=20)
finite = st.floats(allow_nan=False, allow_infinity=False)
speaks = st.builds(
    Speak,
    version=st.integers(1, 3),
    engine=texts,
    revision=texts,
    voice=texts,
    settings=st.dictionaries(texts, st.one_of(texts, st.integers(), finite)),
    words=texts,
)


@given(speaks, speaks)
def test_one_job_one_key(one: Speak, other: Speak) -> None:
    assert (Task(job=one).key == Task(job=other).key) == (one == other)


@given(speaks, st.data())
def test_the_order_of_settings_does_not_matter(job: Speak, data: st.DataObject) -> None:
    shuffled = dict(data.draw(st.permutations(list(job.settings.items()))))
    assert Task(job=job.but(settings=shuffled)).key == Task(job=job).key


def test_labels_stay_outside_and_inputs_inside() -> None:
    job = Meter()
    assert Task(job=job, inputs=("a",), label="x").key == Task(job=job, inputs=("a",)).key
    assert Task(job=job, inputs=("a", "b")).key != Task(job=job, inputs=("b", "a")).key


@given(speaks)
def test_a_saved_task_keeps_its_key(job: Speak) -> None:
    task = Task(job=job, inputs=("a",))
    assert from_json(msgspec.json.encode(task), Task).key == task.key


def test_the_key_is_the_same_in_another_process() -> None:
    code = """
from pipeline.plan import Task
from pipeline.plan.jobs import Speak
job = Speak(engine="e", revision="r", voice="", settings={"b": 1, "a": 2}, words="bà")
print(Task(job=job).key)
"""
    keys = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(keys) == 1
