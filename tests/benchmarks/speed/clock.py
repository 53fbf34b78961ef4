"""Timing things side by side, so that a busy machine is as unkind to one as to the other."""

import re
import resource
import statistics
import time
from collections.abc import Callable, Mapping
from pathlib import Path


def rivals(deeds: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Median seconds of each deed. In every round each has its turn, so all meet the same noise."""
    taken: dict[str, list[float]] = {name: [] for name in deeds}
    for _ in range(rounds):
        for name, deed in deeds.items():
            start = time.perf_counter()
            deed()
            taken[name].append(time.perf_counter() - start)
    return {name: statistics.median(each) for name, each in taken.items()}


def cpu() -> float:
    """CPU seconds of this process and of its children that have ended."""
    spent = 0.0
    for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
        used = resource.getrusage(who)
        spent += used.ru_utime + used.ru_stime
    return spent


def memory() -> float:
    """The most memory this process ever held, MB. `ru_maxrss` keeps that of whoever started it."""
    status = Path("/proc/self/status")
    if status.exists():
        (peak,) = re.findall(r"^VmHWM:\s+(\d+) kB", status.read_text("ascii"), re.MULTILINE)
        return int(peak) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
