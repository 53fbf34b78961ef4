"""A national project: the sample campaigns, and a station for every commune-level unit there is.

Every tenth station says one name its own way, so its items are its own: a week holds shared and
local items. Each speaks twice a day, seven days.
"""

import csv
import os
import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from pipeline.audio import mp3
from pipeline.plan import Plan
from pipeline.plan.jobs import Encode
from pipeline.stages.meter import meter
from pipeline.store import Store
from pipeline.testing import approve_all, pip

SAMPLE = Path(__file__).parents[3]
UNITS = 3_321
TONE = """\
id: {id}
name: Giọng thử
choices:
  - engine: tone
    syllables_per_second: 4.0
"""
STATION = """\
code: "{code}"
name: {name}
sample: true
windows:
  - opens: 05:30
    closes: 07:00
    limit: 45
    source: Nghị định 49/2024/NĐ-CP
  - opens: 17:00
    closes: 18:30
    limit: 45
    source: Nghị định 49/2024/NĐ-CP
times: [05:30, 17:00]
days: hằng ngày
profile: usb
"""
LOCAL = """\
lexicon:
  - written: cha mẹ
    spoken: bố mẹ
"""


def write(folder: Path, stations: int = UNITS, engine: str = "tone") -> Path:
    """A project folder with so many stations, whose voice is `engine` ("tone": made in no time)."""
    for part in ("campaigns", "jingles", "voices"):
        shutil.copytree(SAMPLE / part, folder / part)
    for name in ("project.yaml", "duyet.yaml"):
        shutil.copy(SAMPLE / name, folder)
    if engine == "tone":
        for voice in ("nu-mien-bac", "giong-thu-hai"):
            (folder / "voices" / f"{voice}.yaml").write_text(TONE.format(id=voice), "utf-8")
    (folder / "stations").mkdir()
    for number, (code, name) in zip(range(stations), units(), strict=False):
        text = STATION.format(code=code, name=name) + (LOCAL if number % 10 == 0 else "")
        (folder / "stations" / f"{code}.yaml").write_text(text, "utf-8")
    approve_all(folder)
    return folder


def units() -> Iterator[tuple[str, str]]:
    """Code and name of every unit, as a station is named: "xã Yên Thế"."""
    table = files("pipeline.project").joinpath("tables", "admin_units.csv")
    with table.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            yield row["code"], row["name"][:1].lower() + row["name"][1:]


def stock(store: Store, plan: Plan, seconds: float = 0.8) -> None:
    """Put one short piece into the store for every piece of the plan, as if all had been made.

    What a finished week costs does not depend on how long its bulletins are.
    """
    piece = mp3.encode_at(pip(660.0, seconds), 96, -16.0, -1.0)
    measure = meter(piece)
    fsync, os.fsync = os.fsync, lambda handle: None  # a benchmark may lose its store
    try:
        for key in dict.fromkeys(key for each in plan.bulletins for key in each.results):
            sound = isinstance(plan.tasks[key].job, Encode)
            store.put(key, piece if sound else measure, "{}", (), "")
    finally:
        os.fsync = fsync
