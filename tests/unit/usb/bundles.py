"""Published bundles to copy: two of one station, and one of another."""

import atexit
import hashlib
import shutil
from pathlib import Path
from tempfile import mkdtemp

from pipeline.publish import publish
from pipeline.store import MemoryStore
from tests.unit.publish import kit

CODE, OTHER = "07288", "07289"


def published() -> tuple[Path, Path, Path]:
    """The first bundle, the one that replaces it, and a neighbour's."""
    root = Path(mkdtemp(prefix="truyenthanh-thu-"))
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    plan, store = kit.make_plan(), MemoryStore()
    for each in (plan, kit.edited(plan, "Bản mới")):
        kit.stock(each, store)
    first = publish(plan, store, root / "một").folder
    second = publish(kit.edited(plan, "Bản mới"), store, root / "hai").folder
    return first / CODE, second / CODE, first / OTHER


def digests(folder: Path) -> dict[str, str]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


FIRST, SECOND, NEIGHBOUR = published()
