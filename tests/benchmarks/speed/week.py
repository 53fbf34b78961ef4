"""A week of many stations, each figure from a process of its own: `python -m … week DEED FOLDER N`.

Prints one line of JSON: wall and CPU seconds, and the most memory held, in MB.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from pipeline.api import Folder, Run, Week, bulletins, preview
from pipeline.build import Done, Event
from pipeline.model import Project
from pipeline.plan import Casting, plan
from pipeline.project import load
from pipeline.publish import refresh
from pipeline.testing import approved

from . import nation
from .clock import cpu, memory

WEEK = Week(year=2026, number=49)
CASTING = Casting(revisions={"tone": "1", "recorded": "1"})
ORDINALS = ("", " Hai", " Ba", " Tư")
Figures = dict[str, float]


def apart(deed: str, folder: Path, stations: int) -> Figures:
    """The figures of one deed, done in a new process."""
    command = [sys.executable, "-m", __name__, deed, str(folder), str(stations)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def reading(folder: Path, stations: int) -> Figures:
    """All files people wrote, read and checked."""
    return _timed(lambda: load(folder))


def planning(folder: Path, stations: int) -> Figures:
    """The plan alone; beyond the units there are, stations of similar names."""
    project = _many(load(folder), stations)
    return _timed(lambda: plan(project, WEEK, CASTING))


def preparing(folder: Path, stations: int) -> Figures:
    """A project whose pieces are all made, and its first release."""
    nation.write(folder, stations)
    run = _run(folder)
    nation.stock(run.folder.store, preview(run))
    return _timed(lambda: bulletins(run))


def finished(folder: Path, stations: int) -> Figures:
    """`make bulletins` where nothing is to be done, for so many of the stations."""
    run = _run(folder)
    if stations < nation.UNITS:
        codes = [code for code, _ in nation.units()][:stations]
        run = replace(run, stations=tuple(codes))
    return _timed(lambda: bulletins(run))


def pages(folder: Path, stations: int) -> Figures:
    """The part of that which looks through every station's pages for the web."""
    here, site = _run(folder).folder, load(folder).site
    ledger = here.site_ledger(here.output)
    return _timed(lambda: refresh(here.output, site, ledger=ledger))


def speaking(folder: Path, stations: int) -> Figures:
    """A cold build with the embedded voice, published; `minutes` of sound that was made."""
    nation.write(folder, stations, engine="espeak")
    run, made = _run(folder), set[str]()

    def report(event: Event) -> None:
        if isinstance(event, Done):
            made.add(event.task.key)

    figures = _timed(lambda: bulletins(run, report))
    pieces = {
        element.meter: element.seconds
        for bulletin in preview(run).bulletins
        for element in bulletin.rundown
        if element.meter in made
    }
    sound = [json.loads(run.folder.store.get(key)) for key in pieces]
    return figures | {"minutes": sum(each["samples"] / each["rate"] for each in sound) / 60}


def _run(folder: Path) -> Run:
    return Run(folder=Folder(folder), week=WEEK, offline=True)


def _many(project: Project, wanted: int) -> Project:
    stations = [
        station.but(code=f"{int(station.code) + 20_000 * turn:05d}", name=station.name + ordinal)
        for turn, ordinal in enumerate(ORDINALS)
        for station in project.stations
    ]
    return approved(project.but(stations=tuple(stations[:wanted])))


def _timed(deed: Callable[[], Any]) -> Figures:
    wall, spent = time.perf_counter(), cpu()
    deed()
    return {"wall": time.perf_counter() - wall, "cpu": cpu() - spent, "memory": memory()}


if __name__ == "__main__":
    every = (reading, planning, preparing, finished, pages, speaking)
    deeds = {each.__name__: each for each in every}
    print(json.dumps(deeds[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))))
