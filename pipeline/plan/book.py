"""The growing list of tasks: each distinct piece of work is written down once."""

from .jobs import Job, Key, Task


class TaskBook:
    """Tasks by key, in an order in which inputs come before what uses them."""

    def __init__(self) -> None:
        self.tasks: dict[Key, Task] = {}

    def add(self, job: Job, inputs: tuple[Key, ...] = (), label: str = "") -> Key:
        """Write a task down unless it is there already; its key."""
        task = Task(job=job, inputs=inputs, label=label)
        key = task.key
        self.tasks.setdefault(key, task)
        return key
