"""docs/performance.md, from what was measured. Its words are in page.md."""

import os
import platform
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from .nation import UNITS

Figures = Mapping[str, float]
SOME, MANY = 1_000, 10_000
BULLETIN = (  # what, its name in the figures, goal
    ("plain copy of the file (`shutil.copyfile`)", "copy", ""),
    ("plain write of its bytes from memory", "write", ""),
    ("**splice**: tag, Info header, all frames, CRC-32, written", "splice", "≤ 1.5"),
    ("**splice and zip**", "splice, zip", "≤ 2.5"),
    ("splice, zip and the bulletin's SHA-256", "splice, zip, sha256", ""),
    ("plain copy and Python's `zipfile`", "copy, zipfile", ""),
    ("encode the ten minutes (LAME, as the pieces are)", "encode", ""),
    ("open each sentence, add, export (pydub, as scripts do)", "pydub", ""),
)


def page(single: Figures, week: Mapping[str, Figures], day: date) -> str:
    """The whole page; every figure in it comes from this run."""
    rows = (
        ("read and check all files", UNITS, week["reading"], ""),
        ("plan", SOME, week["plan some"], ""),
        ("**plan**", UNITS, week["plan all"], "≤ 2 s, < 500 MB"),
        ("plan", MANY, week["plan many"], "linear"),
        ("`make bulletins`, nothing to do", SOME, week["warm some"], ""),
        ("**`make bulletins`, nothing to do**", UNITS, week["warm all"], "≤ 5 s, < 500 MB"),
        ("of which: the stations' pages for the web", UNITS, week["pages"], ""),
        ("first release, all pieces there", UNITS, week["first"], "< 500 MB"),
    )
    environment = Environment(undefined=StrictUndefined, trim_blocks=True, autoescape=False)  # noqa: S701 - Markdown
    template = environment.from_string(Path(__file__).with_suffix(".md").read_text("utf-8"))
    return template.render(
        single=single, week=week, rows=rows, bulletin=BULLETIN, units=UNITS, many=MANY,
        day=f"{day:%d/%m/%Y}", machine=machine(), load=f"{os.getloadavg()[0]:.1f}",
        cores=os.cpu_count(),
    )  # fmt: skip


def machine() -> str:
    """Processor, cores, system, Python."""
    try:
        told = Path("/proc/cpuinfo").read_text("utf-8")
        names = [line.partition(":")[2] for line in told.splitlines() if "model name" in line]
    except OSError:
        names = []
    name = names[0].strip() if names else platform.processor() or platform.machine()
    system = f"{platform.system()} {platform.release().partition('-')[0]}"
    return f"{name}, {os.cpu_count()} cores, {system}, Python {platform.python_version()}"
