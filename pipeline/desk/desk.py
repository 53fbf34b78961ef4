"""What every page of the desk works with: the project folder as it is now, a voice, one build."""

import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from ..api import Folder
from ..model import Campaign, Problem, Project
from ..plan import Casting, Plan, Week, plan
from ..project import survey
from ..usb import sticks
from .carrying import Carrying, Sticks
from .making import Making
from .voicebox import Voicebox

READ = ("campaigns/*/*", "stations/*", "voices/*", "voices/lexicon/*", "jingles/*")
OUTLOOKS = 8  # plans kept
Asked = tuple[Week, tuple[str, ...], bool]
Stamp = tuple[tuple[str, int, int], ...]


class Desk:
    """Nothing is kept here that is not in the files: they are read again when one has changed."""

    def __init__(
        self, folder: Folder, clock: Callable[[], datetime], sticks: Sticks = sticks
    ) -> None:
        self.folder = folder
        self.clock = clock
        self.making = Making()
        self.carrying = Carrying(sticks)
        self.voicebox = Voicebox(folder)
        self._lock = threading.Lock()
        self._stamp: Stamp = ()
        self._read: tuple[Project, tuple[Problem, ...]] | None = None
        self._planned: dict[Asked, tuple[Project, Plan]] = {}

    def survey(self) -> tuple[Project, tuple[Problem, ...]]:
        """The project as far as it can be read, and what is wrong with it. Raises ProjectError."""
        with self._lock:
            stamp = tuple(_stamps(self.folder.root))
            if self._read is None or stamp != self._stamp:
                self._read, self._stamp = survey(self.folder.root), stamp
            return self._read

    @property
    def project(self) -> Project:
        """The project as far as it can be read."""
        return self.survey()[0]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What has to be mended before anything can be planned."""
        return self.survey()[1]

    @property
    def campaigns(self) -> tuple[Campaign, ...]:
        """Every campaign, those still being written among them."""
        project = self.project
        return (*project.campaigns, *(each.campaign for each in project.sketches))

    def outlook(self, week: Week, stations: tuple[str, ...] = (), everything: bool = False) -> Plan:
        """A week as it would be broadcast by what is written now. Raises ProjectError.

        No voice is asked: lengths are estimates. `stations`: codes; none: all of them.
        """
        project, asked = self.project, (week, stations, everything)
        with self._lock:
            if self._planned.get(asked, (None,))[0] is not project:
                names = {it.engine for voice in project.voices.values() for it in voice.choices}
                casting = Casting(revisions=dict.fromkeys(names | {"recorded"}, ""))
                made = plan(project, week, casting, stations, everything)
                while len(self._planned) >= OUTLOOKS:
                    del self._planned[next(iter(self._planned))]
                self._planned[asked] = project, made
            return self._planned[asked][1]

    def close(self) -> None:
        """Stop what is under way and let go of engines."""
        self.making.close()
        self.carrying.close()
        self.voicebox.close()


def _stamps(root: Path) -> Iterator[tuple[str, int, int]]:
    """Which files there are and when each was written."""
    for path in (root / "project.yaml", root / "duyet.yaml", *_files(root)):
        try:
            state = path.stat()
        except OSError:
            continue
        yield str(path), state.st_mtime_ns, state.st_size


def _files(root: Path) -> Iterator[Path]:
    for pattern in READ:
        yield from sorted(root.glob(pattern))
