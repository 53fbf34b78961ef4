"""How far a build is: a bar on a terminal, a few plain lines elsewhere."""

import sys
import time
from types import TracebackType
from typing import Self

import click
from rich.console import Console
from rich.progress import BarColumn, TaskProgressColumn, TextColumn
from rich.progress import Progress as Bar

from ..build import Bundled, Done, Event, Failed, Forecast, Planned, Remade
from ..build.wording import KINDS, remaining

LINES = 10  # plain lines for a whole build
FEW = 20  # bundles that are packed before a line about it could be read


class Progress:
    """Takes events, shows progress on stderr; a context manager."""

    def __init__(self) -> None:
        self._bar = _bar() if sys.stderr.isatty() else None
        self._task = self._bar.add_task("bắt đầu", total=None) if self._bar else None
        self._forecast = Forecast(time.monotonic)
        self._total = 0
        self._done = 0
        self._said = 0

    def __call__(self, event: Event) -> None:
        """Take one event."""
        self._forecast(event)
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
            case Bundled():
                self._bundled(event)

    def _begin(self, event: Planned) -> None:
        self._total, self._done, self._said = event.run, 0, 0
        if event.run == 0:
            self._say("Mọi thứ đã có sẵn, không phải làm lại gì.")
        else:
            self._say(f"Cần làm {event.run} việc, {event.kept} việc đã có sẵn.")

    def _step(self, kind: str) -> None:
        self._done += 1
        self._show(f"{self._done}/{self._total} việc", kind)

    def _bundled(self, event: Bundled) -> None:
        if event.of > FEW:
            self._said = 0 if self._done else self._said
            self._done = 0
            self._show(f"đóng gói {event.done}/{event.of} đài", "đóng gói")

    def _show(self, counted: str, kind: str) -> None:
        """The bar, or a line whenever another tenth of the work is done."""
        share, left = self._forecast.share, remaining(self._forecast.seconds)
        if self._bar is not None and self._task is not None:
            about = f"{kind}  {left}"
            self._bar.update(self._task, total=1.0, completed=share, description=about)
        elif int(share * LINES) > self._said:
            self._said = int(share * LINES)
            self._say(f"  {counted} ({100 * share:.0f} %){f', {left}' if left else ''}")

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
        TaskProgressColumn(),
        TextColumn("{task.description}"),
        console=Console(stderr=True),
        transient=True,
    )
