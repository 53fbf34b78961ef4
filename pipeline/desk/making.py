"""The build in progress: one at a time, watched by any number of pages, stopped safely.

It is the run the command line makes, with the same events and under the same lock; what is shown
is a value, so a page that was reloaded shows what the others show.
"""

import threading
import time
from collections.abc import Callable, Iterator

from ..api import Run, bulletins, load
from ..api.elsewhere import Errand, automatic, follow
from ..api.journal import journal
from ..api.run import Result
from ..build import Bundled, Done, Event, Failed, Forecast, Planned
from ..build.wording import KINDS, remaining
from ..elsewhere import Sent
from ..errors import ProjectError, TruyenThanhError
from ..model import Problem
from .watched import Stage, Watched

PATIENCE = 15.0  # s for a stopped build to end
FEW = 40  # faults that a page lists


class Standing(Stage):
    """How far a build is."""

    week: str = ""
    draft: bool = False
    share: float = 0.0  # 0…1
    doing: str = ""  # Vietnamese
    left: str = ""  # time, Vietnamese
    failed: dict[str, str] = {}  # bulletin id -> why
    problems: tuple[Problem, ...] = ()
    error: str = ""  # why nothing came of it
    stations: int = 0  # whose bundles are there
    bulletins: int = 0
    unapproved: int = 0  # things that stay out of the week until somebody approves them
    unwritten: tuple[str, ...] = ()  # titles of messages without words
    moved: tuple[str, ...] = ()  # why a voice was not the one asked for first
    unsigned: str = ""
    kitless: str = ""  # why there is nothing new for other channels
    sent: dict[str, str] = {}  # place -> what came of sending it there
    stopping: bool = False


class Stopped(Exception):
    """Somebody has asked for an end."""


class Making:
    """Runs builds, one after the other, in a thread of its own."""

    def __init__(self) -> None:
        self.progress = Watched(Standing())
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def now(self) -> Standing:
        """How far it is."""
        return self.progress.now

    def start(self, run: Run) -> None:
        """Begin. Raises Busy."""
        doing = "đang đọc các tệp và xếp lịch"
        first = Standing(phase="running", week=str(run.week), draft=run.draft, doing=doing)
        self.progress.begin(first)
        self._stop.clear()
        self._thread = threading.Thread(target=self._run, args=(run,), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Ask for an end; what is finished stays in the store. Returns at once."""
        self._stop.set()
        if self.now.phase == "running":
            self.progress.tell(stopping=True)

    def close(self) -> None:
        """Stop, and wait a little for the end."""
        self.stop()
        if self._thread is not None:
            self._thread.join(PATIENCE)

    def _run(self, run: Run) -> None:
        try:
            with journal(run.folder.log(run.week)):
                result = bulletins(run, Reporter(self.progress.tell, self._stop))
                sent = {} if run.draft else dict(self._sent(run))
            self.progress.tell(**_came_of(result), sent=sent)
        except Stopped:
            self.progress.tell(phase="stopped")
        except ProjectError as error:
            self.progress.tell(phase="failed", problems=error.problems[:FEW])
        except TruyenThanhError as error:
            self.progress.tell(phase="failed", error=str(error))
        except Exception as error:
            self.progress.tell(
                phase="failed", error=f"Lỗi ngoài dự tính ({type(error).__name__}: {error})"
            )
            raise

    def _sent(self, run: Run) -> Iterator[tuple[str, str]]:
        """Send the week where the project says it goes by itself: place, what came of it."""
        project = load(run.folder.root)
        if not automatic(project):
            return
        self.progress.tell(doing="đang gửi đi", left="")
        with run.folder.lock(run.wait):
            for to, came in follow(Errand(run.folder, run.folder.output), project, run.offline):
                yield to.name, _arrival(came)


class Reporter:
    """Takes the events of a build and tells how far it is."""

    def __init__(self, tell: Callable[..., None], stop: threading.Event) -> None:
        self._tell = tell
        self._stop = stop
        self._forecast = Forecast(time.monotonic)

    def __call__(self, event: Event) -> None:
        """Take one event. Raises Stopped when somebody has asked for an end."""
        if self._stop.is_set():
            raise Stopped
        self._forecast(event)
        match event:
            case Planned():
                doing = f"còn {event.run} việc, {event.kept} việc đã có sẵn"
            case Done():
                doing = KINDS[type(event.task.job)]
            case Failed():
                doing = f"không làm được: {event.task.label}"
            case Bundled() if event.done < event.of:
                doing = f"đóng gói {event.done}/{event.of} đài"
            case Bundled():
                doing = "đã đóng gói mọi đài, đang làm tài liệu cho các kênh khác"
            case _:
                doing = "làm lại một phần hỏng trong kho"
        left = remaining(self._forecast.seconds)
        self._tell(share=self._forecast.share, doing=doing, left=left)


def _arrival(came: Sent | str | None) -> str:
    match came:
        case None:
            return "chưa gửi, vì đang không dùng mạng"
        case str():
            return f"chưa gửi được: {came}"
    return f"đã gửi {came.sent} tệp, {came.kept} tệp đã có sẵn"


def _came_of(result: Result) -> dict[str, object]:
    release = result.release
    made = sum(len(bundle.bulletins) for bundle in release.bundles)
    plan = result.outcome.plan
    moved = {why for each in plan.bulletins for why in each.moved.values()}
    return {
        "phase": "done" if made else "failed",
        "share": 1.0,
        "doing": "",
        "left": "",
        "failed": dict(list(release.failed.items())[:FEW]),
        "error": "" if made else "Không làm được bản tin nào.",
        "stations": len(release.bundles),
        "bulletins": made,
        "unapproved": 0 if plan.draft else len(plan.unapproved),
        "unwritten": tuple(plan.unwritten.values()),
        "moved": tuple(sorted(moved)),
        "unsigned": result.unsigned,
        "kitless": result.kitless,
    }
