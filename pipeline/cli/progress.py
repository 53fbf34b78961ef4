"""How far a build is: a bar on a terminal, a few plain lines elsewhere."""

import sys
from types import TracebackType
from typing import Self

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from ..build import Done, Event, Failed, Planned, Remade
from ..plan.jobs import Arrange, Decode, Encode, Master, Meter, Speak

KINDS: dict[type, str] = {
    Speak: "đọc",
    Decode: "mở nhạc",
    Arrange: "ghép",
    Master: "chỉnh mức",
    Encode: "nén MP3",
    Meter: "đo",
}
LINES = 10  # plain lines for a whole build


class Progress:
    """Takes events, shows progress on stderr; a context manager."""

    def __init__(self) -> None:
        self._bar = _bar() if sys.stderr.isatty() else None
        self._task = self._bar.add_task("bắt đầu", total=None) if self._bar else None
        self._total = 0
        self._done = 0
        self._said = 0

    def __call__(self, event: Event) -> None:
        """Take one event."""
        match event:
            case Planned():
                self._begin(event)
            case Done():
                self._step(KINDS[type(event.task.job)])
            case Failed():
                self._say(f"  ✗ không làm được: {event.task.label}: {event.error}")
                self._step("")
            case Remade():
                self._say(
                    f"  • một phần trong kho bị hỏng hoặc mất, đang làm lại ({event.key[:8]})"
                )

    def _begin(self, event: Planned) -> None:
        self._total, self._done, self._said = event.run, 0, 0
        if event.run == 0:
            self._say("Mọi thứ đã có sẵn, không phải làm lại gì.")
        else:
            self._say(f"Cần làm {event.run} việc, {event.kept} việc đã có sẵn.")
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, total=event.run, completed=0)

    def _step(self, kind: str) -> None:
        self._done += 1
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=self._done, description=kind)
        elif self._done * LINES // max(self._total, 1) > self._said:
            self._said = self._done * LINES // self._total
            self._say(f"  {self._done}/{self._total} ({100 * self._done // self._total} %)")

    def _say(self, line: str) -> None:
        if self._bar is not None:
            self._bar.console.print(line, markup=False, highlight=False)
        else:
            click.echo(line, err=True)

    def __enter__(self) -> Self:
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.stop()


def _bar() -> Bar:
    return Bar(
        BarColumn(bar_width=32),
        MofNCompleteColumn(),
        TextColumn("{task.description}"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
