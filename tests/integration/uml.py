"""A real Linux kernel with its FAT driver, as a program (User Mode Linux), and its sudden death.

It sees this machine's files and one block device, which is an image file of ours. Killing it is
what pulling the stick or cutting the power is to a kernel: what it had not yet written is lost.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
KERNEL = shutil.which("linux.uml")
DRIVERS = ("nls_cp437", "nls_iso8859-1", "nls_ascii", "nls_utf8", "fat", "vfat")
BOOT = 240  # s; machines that are busy are slow

INIT = """\
#!/bin/sh
export PATH=/usr/sbin:/usr/bin:/sbin:/bin PYTHONDONTWRITEBYTECODE=1 PYTHONPATH={root}
mount -t proc proc /proc && mount -t sysfs sysfs /sys
exec {python} {folder}/guest.py
"""

GUEST = """\
import ctypes, json, os, subprocess, sys, traceback
libc = ctypes.CDLL(None, use_errno=True)
said = {{"error": "the stick could not be mounted"}}
try:
    for path in {drivers}:
        with open(path, "rb") as file:
            libc.syscall(313, file.fileno(), b"", 0)  # finit_module; built in already: no matter
    subprocess.run(["mount", "-t", "vfat", "-o", "utf8", "/dev/ubda", {stick!r}], check=True)
    scope = {{"stick": {stick!r}, "begin": lambda: open({began!r}, "w").close()}}
    exec(open({steps!r}).read(), scope)
    said = {{"value": scope.get("value")}}
    subprocess.run(["umount", {stick!r}], check=True)
except BaseException:
    said = {{"error": traceback.format_exc()}}
with open({answer!r}, "w") as file:
    json.dump(said, file)
os.sync()
libc.reboot(0x4321FEDC)
"""


def drivers() -> list[str]:
    """The modules that FAT needs, in the order in which they are loaded."""
    found = {
        path.stem: str(path) for path in Path("/usr/lib/uml/modules").glob("*/kernel/fs/*/*.ko")
    }
    return [found[name] for name in DRIVERS if name in found]


class Machine:
    """A machine into which a stick (a file with a FAT volume) is plugged."""

    def __init__(self, folder: Path, image: Path) -> None:
        self._folder = folder
        self._image = image
        (folder / "the").mkdir(exist_ok=True)

    def run(self, steps: str) -> object:
        """Do steps in Python with `stick` mounted; what they leave in `value`."""
        running = self._started(steps)
        running.wait(BOOT)
        said = json.loads((self._folder / "answer.json").read_text())
        assert "error" not in said, said["error"]
        return said["value"]

    def die(self, steps: str, after: float) -> None:
        """Do the steps, and end everything so many seconds after they have called `begin`."""
        running = self._started(steps)
        while not (self._folder / "began").exists():
            assert running.poll() is None, (self._folder / "console.txt").read_text("latin-1")
            time.sleep(0.005)
        time.sleep(after)
        os.killpg(running.pid, signal.SIGKILL)
        running.wait(BOOT)

    def _started(self, steps: str) -> subprocess.Popen[bytes]:
        paths = {name: self._folder / name for name in ("began", "answer.json", "steps.py", "init")}
        for path in paths.values():
            path.unlink(missing_ok=True)
        paths["steps.py"].write_text(steps)
        guest = GUEST.format(
            drivers=drivers(),
            stick=str(self._folder / "the"),
            began=str(paths["began"]),
            steps=str(paths["steps.py"]),
            answer=str(paths["answer.json"]),
        )
        (self._folder / "guest.py").write_text(guest)
        paths["init"].write_text(INIT.format(root=ROOT, python=sys.executable, folder=self._folder))
        paths["init"].chmod(0o755)
        return subprocess.Popen(
            [*self._command(), f"init={paths['init']}"],
            stdin=subprocess.DEVNULL,
            stdout=(self._folder / "console.txt").open("wb"),
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def _command(self) -> Sequence[str]:
        assert KERNEL is not None
        root = ["mem=256M", "root=/dev/root", "rootfstype=hostfs", "rw", "quiet"]
        return [KERNEL, *root, f"ubd0={self._image}", "con=null", "con0=null,fd:1"]
