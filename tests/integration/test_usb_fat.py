"""A bundle on a FAT volume, written by Linux's own driver, read back entry by entry by mtools."""

import shutil
import subprocess
from pathlib import Path

import pytest

from pipeline.publish import names
from pipeline.usb.workshop import WORKSHOP
from tests.integration.uml import KERNEL, Machine
from tests.unit.usb.bundles import CODE, FIRST, NEIGHBOUR, SECOND, digests

TOOLS = ("mkfs.vfat", "fsck.vfat", "mdir", "mcopy")
LACKING = [each for each in TOOLS if shutil.which(each) is None] + ["uml"] * (not KERNEL)

pytestmark = pytest.mark.skipif(bool(LACKING), reason=f"not on this machine: {LACKING}")

STEPS = f"""
from itertools import cycle
from pathlib import Path
from pipeline.usb import copy
first, second, neighbour = map(Path, {[str(each) for each in (FIRST, SECOND, NEIGHBOUR)]})
stick = Path(stick)
"""


def tool(*command: object) -> str:
    done = subprocess.run(
        [str(each) for each in command], capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout


class Stick:
    """A FAT volume in a file, and a machine to plug it into."""

    def __init__(self, folder: Path, fat: int, megabytes: int) -> None:
        self.image = folder / "the.img"
        with self.image.open("wb") as file:
            file.truncate(megabytes << 20)
        tool("mkfs.vfat", "-F", fat, self.image)
        self._machine = Machine(folder, self.image)

    def run(self, steps: str) -> object:
        return self._machine.run(STEPS + steps)

    def pull(self, steps: str, after: float) -> None:
        self._machine.die(STEPS + steps, after)

    def order(self, folder: str = CODE) -> list[str]:
        """Names in the order of the folder's entries on the disk."""
        told = tool("mdir", "-i", self.image, "-b", f"::/{folder}").splitlines()
        return [line.rpartition("/")[2] for line in told if not line.endswith("/")]

    def taken_out(self, to: Path) -> Path:
        """Everything on it, as mtools reads it."""
        to.mkdir()
        tool("mcopy", "-s", "-n", "-i", self.image, "::/*", to)
        return to

    def is_sound(self) -> bool:
        """Whether the file system has no fault."""
        done = subprocess.run(["fsck.vfat", "-n", self.image], capture_output=True, check=False)
        return done.returncode == 0


@pytest.fixture(params=[pytest.param(16, marks=pytest.mark.slow), 32], ids=["FAT16", "FAT32"])
def stick(request: pytest.FixtureRequest, tmp_path: Path) -> Stick:
    return Stick(tmp_path, request.param, {16: 16, 32: 40}[request.param])


def play_order(bundle: Path) -> list[str]:
    held = {path.name for path in bundle.iterdir()}
    bulletins = sorted(name for name in held if names.is_bulletin(name))
    return [*bulletins, *(name for name in names.ORDER if name in held)]


def test_entries_lie_in_play_order_whatever_the_stick_has_been_through(
    stick: Stick, tmp_path: Path
) -> None:
    """Deleted names leave gaps of every length, in the root and in the station's folder."""
    value = stick.run("""
for number in range(24):
    (stick / f"{'ten rat dai ' * (number % 4)}{number}.txt").write_bytes(b"x")
for number in range(0, 24, 3):
    next(stick.glob(f"*{number}.txt")).unlink()
copy(first, stick)
again = copy(first, stick).changed
(stick / "07288" / "của ông Tư.txt").write_bytes(b"x")
(stick / "07288" / "PLAY.M3U").unlink()
kept = {path.name for path in stick.iterdir()}
copy(second, stick)
copy(neighbour, stick)
value = [again, sorted(kept - {path.name for path in stick.iterdir()})]
""")
    assert value == [False, []]
    assert stick.order() == [*play_order(SECOND), "của ông Tư.txt"]
    assert stick.order("07289") == play_order(NEIGHBOUR)
    assert stick.is_sound()
    found = stick.taken_out(tmp_path / "ra")
    assert digests(found / "07289") == digests(NEIGHBOUR)
    assert digests(SECOND).items() <= digests(found / CODE).items()


@pytest.mark.slow
def test_files_in_another_order_are_copied_anew(tmp_path: Path) -> None:
    """As a file browser may have copied them."""
    stick = Stick(tmp_path, 32, 40)
    value = stick.run(f"""
import shutil
(stick / "07288").mkdir()
for name in {play_order(FIRST)[::-1]}:
    shutil.copyfile(first / name, stick / "07288" / name)
value = copy(first, stick).changed
""")
    assert value is True
    assert stick.order() == play_order(FIRST)


@pytest.mark.slow
def test_a_stick_too_small_and_one_that_fills_up_on_the_way(tmp_path: Path) -> None:
    stick = Stick(tmp_path, 16, 16)
    told = stick.run("""
copy(first, stick)

def film(size):
    with (stick / "phim").open("wb", buffering=0) as file:
        try:
            for _ in range(size >> 16):
                file.write(bytes(1 << 16))
        except OSError:
            pass

def refusal(tell=lambda done, of: None):
    try:
        copy(second, stick, tell)
    except Exception as error:
        return [type(error).__name__, str(error)]

film(99 << 20)
value = [refusal()]
(stick / "phim").unlink()
value.append(refusal(lambda done, of: (stick / "phim").exists() or film(99 << 20)))
value.append(sorted(path.name for path in stick.iterdir()))
(stick / "phim").unlink()
""")
    assert isinstance(told, list)
    small, full, left = told
    assert small[0] == full[0] == "VolumeError"
    assert "chỉ còn trống" in small[1]
    assert "đã đầy" in full[1]
    assert left == [CODE, "phim"]
    assert digests(stick.taken_out(tmp_path / "ra") / CODE) == digests(FIRST)
    assert stick.is_sound()


@pytest.mark.slow
@pytest.mark.parametrize("after", [0.01, 0.05, 0.1, 0.2, 0.4])
def test_pulled_out_no_half_file_plays_and_the_next_copy_mends_it(
    tmp_path: Path, after: float
) -> None:
    stick = Stick(tmp_path, 32, 40)
    stick.pull(
        """
copy(first, stick)
(stick / "anh.jpg").write_bytes(b"x")
begin()
for each in cycle((second, first)):
    copy(each, stick)
""",
        after,
    )
    found = stick.taken_out(tmp_path / "ra")
    known = {*digests(FIRST).values(), *digests(SECOND).values()}
    played = {name: digest for name, digest in digests(found).items() if name.endswith(".MP3")}
    assert set(played.values()) <= known
    assert len(played) >= 2

    told = stick.run("""
value = ""
try:
    copy(second, stick)
except Exception as error:
    value = str(error)
""")
    if told:  # the one moment in which only a check of the volume helps, and it says so
        assert "fsck.vfat" in str(told)
        subprocess.run(["fsck.vfat", "-a", stick.image], capture_output=True, check=False)
        stick.run("copy(second, stick)")
    assert stick.order() == play_order(SECOND)
    mended = stick.taken_out(tmp_path / "lai")
    assert digests(mended / CODE) == digests(SECOND)
    assert not (mended / WORKSHOP).exists()
