"""What threads must not do at once: load libraries, work out what a class of JSON looks like.

Each is asked in a program of its own, for here everything is loaded already.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.publish import publish
from pipeline.store import MemoryStore
from tests.unit.publish import kit

ROOT = Path(__file__).parents[2]
WATCH = """
import sys, threading
from pathlib import Path

def heed(event, arguments):
    if event == "import" and threading.current_thread() is not threading.main_thread():
        if str(arguments[1] or "").endswith((".so", ".pyd")):
            print(arguments[0])

sys.addaudithook(heed)
from pipeline.publish import publish, verify
"""
PUBLISH = """
from pipeline.store import MemoryStore
from tests.unit.publish import kit
plan, store = kit.make_plan(), MemoryStore()
kit.stock(plan, store)
publish(plan, store, Path(sys.argv[1]))
"""
VERIFY = """
assert "scipy.signal" not in sys.modules
assert verify(Path(sys.argv[1])) == ()
"""
DECODE = """
import sys, threading
from pathlib import Path
from pipeline.publish.manifest import Manifest, read
content, together, found = Path(sys.argv[1]).read_bytes(), threading.Barrier(8), []

def decode():
    together.wait()
    found.append(read(content))

sys.setswitchinterval(1e-6)
threads = [threading.Thread(target=decode) for _ in range(8)]
for each in threads:
    each.start()
for each in threads:
    each.join()
assert found == found[:1] * 8
"""


def loaded_by_threads(doing: str, output: Path) -> list[str]:
    asked = [sys.executable, "-c", WATCH + doing, str(output)]
    told = subprocess.run(asked, cwd=ROOT, check=True, capture_output=True, text=True)
    return told.stdout.split()


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    plan, store = kit.make_plan(), MemoryStore()
    kit.stock(plan, store)
    publish(plan, store, place := tmp_path_factory.mktemp("ra"))
    return place


def test_reading_back(output: Path) -> None:
    assert loaded_by_threads(VERIFY, output) == []


def test_publishing(tmp_path: Path) -> None:
    assert loaded_by_threads(PUBLISH, tmp_path / "ra") == []


@pytest.mark.parametrize("time", range(6))
def test_reading_manifests(output: Path, time: int) -> None:
    manifest = next(output.glob("*/*/MANIFEST.JSON"))
    asked = [sys.executable, "-c", DECODE, str(manifest)]
    assert subprocess.run(asked, cwd=ROOT, check=False).returncode == 0
