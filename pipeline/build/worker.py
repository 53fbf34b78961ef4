"""One task, wherever it runs: read the inputs, do the job, keep the result."""

import multiprocessing
import os
import signal
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import connection

import msgspec

from ..engines.base import Engine
from ..plan import Task
from ..stages import Sources, perform
from ..store import Store


def work(task: Task, store: Store, sources: Sources, engine: Engine | None = None) -> float:
    """Do one task and keep its result; the seconds it took.

    Raises what the stage raises, Missing or Damaged for an input, StoreError when the result
    cannot be kept.
    """
    start = time.perf_counter()
    inputs = [store.get(key) for key in task.inputs]
    result = perform(task.job, inputs, sources, engine)
    job = msgspec.json.encode(task.job, order="deterministic").decode()
    store.put(task.key, result, job, task.inputs, task.label)
    return time.perf_counter() - start


def pool(jobs: int | None) -> ProcessPoolExecutor:
    """Processes of our own, one per core unless told. They end when this process ends."""
    spawn = multiprocessing.get_context("spawn")  # the same on every system, no inherited locks
    return ProcessPoolExecutor(jobs or os.cpu_count(), mp_context=spawn, initializer=_begin)


def _begin() -> None:
    """Leave Ctrl-C to the parent, and do not outlive it, even when it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
