"""Where things lie in a project folder."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec
from filelock import FileLock, Timeout

from ..errors import Busy, StoreError, TruyenThanhError, refusal
from ..model import from_json
from ..plan import Plan, Week
from ..store import DirectoryStore, atomic

PLANS_KEPT = 8  # weeks whose sound the store keeps when it is tidied


@dataclass(frozen=True)
class Folder:
    """A project folder. What people write lies open in it, what the program keeps in one place."""

    root: Path

    @classmethod
    def around(cls, here: Path) -> "Folder":
        """The project `here` lies in: the nearest folder upwards with a project.yaml."""
        for folder in (here, *here.parents):
            if (folder / "project.yaml").is_file():
                return cls(folder)
        raise TruyenThanhError(
            f"{here} không nằm trong dự án nào (không thấy tệp project.yaml). "
            "Hãy chuyển vào thư mục dự án, hoặc tạo mới bằng: truyenthanh init THƯ-MỤC"
        )

    @property
    def kept(self) -> Path:
        """What the program keeps for itself; may be deleted, is then made again."""
        return self.root / ".truyenthanh"

    @property
    def output(self) -> Path:
        """Where releases appear."""
        return self.root / "output"

    @property
    def papers(self) -> Path:
        """Templates of the office's own, for the papers it wants to look otherwise."""
        return self.root / "papers"

    @property
    def kit_templates(self) -> Path:
        """Templates of the office's own, for products of other channels."""
        return self.root / "templates" / "kit"

    @property
    def models(self) -> Path:
        """Voice models people have added; not made by the program, so never thrown away by it."""
        return self.root / "voices" / "models"

    @property
    def store(self) -> DirectoryStore:
        """Finished work."""
        return DirectoryStore(self.kept / "store")

    def log(self, week: Week) -> Path:
        """The log of a week's runs."""
        return self.kept / "logs" / f"{week}.log"

    def ledger(self, week: Week, output: Path) -> Path:
        """Where it is remembered how a week's release in `output` lay on disk."""
        return self.kept / "releases" / f"{week}-{_place(output)}.json"

    def site_ledger(self, output: Path) -> Path:
        """Where it is remembered how the web site in `output` lay on disk."""
        return self.kept / "releases" / f"trang-{_place(output)}.sha256"

    @contextmanager
    def lock(self, wait: float = 0) -> Iterator[None]:
        """Hold the project alone; wait up to `wait` seconds for another run. Raises Busy."""
        try:
            self.kept.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self.kept / "lock", timeout=wait)
            lock.acquire()
        except Timeout:
            raise Busy(
                "Một lượt chạy khác đang làm việc trong thư mục này. "
                "Hãy đợi lượt đó xong rồi chạy lại."
            ) from None
        except OSError as error:
            raise StoreError(f"Không ghi được vào {self.kept}: {refusal(error)}") from error
        try:
            yield
        finally:
            lock.release()

    def remember(self, plan: Plan) -> None:
        """Keep a build's tasks, so that `why` can compare and the store can be tidied.

        Which station hears what is left out: it is a hundred times as much, and planned anew.
        """
        path, content = self._plan(plan.week), msgspec.json.encode(plan.but(bundles=()))
        if not (path.is_file() and path.read_bytes() == content):
            atomic.write(path, content)
        for forgotten in sorted(self._plans.glob("*.json"))[:-PLANS_KEPT]:
            forgotten.unlink(missing_ok=True)

    def remembered(self, week: Week) -> Plan | None:
        """The tasks of that week's last build; None if there are none this version can read."""
        return _read(self._plan(week))

    def needed(self) -> set[str]:
        """Keys of everything the remembered weeks are made of."""
        keys: set[str] = set()
        for path in self._plans.glob("*.json"):
            plan = _read(path)
            keys.update(plan.tasks if plan else ())
        return keys

    @property
    def _plans(self) -> Path:
        return self.kept / "plans"

    def _plan(self, week: Week) -> Path:
        return self._plans / f"{week}.json"


def _place(output: Path) -> str:
    return hashlib.sha256(str(output.resolve()).encode()).hexdigest()[:8]


def _read(path: Path) -> Plan | None:
    try:
        return from_json(path.read_bytes(), Plan)
    except (OSError, msgspec.MsgspecError):
        return None
