"""The Python interface: each step on its own, and the whole way in one call.

    project = load(Path("."))
    week = Week.parse("next", today)
    with crew(project) as workers:
        week_plan, _ = settle(project, week, store, workers)     # what will be said
        for event in build(week_plan, results, store, workers):  # sound, kept by content
            ...
    release = publish(week_plan, store, Path("output"))          # dated bundles
    refresh(Path("output"), project.site)                        # their web site

`bulletins` does all of it under a lock; the command line and the timer call nothing else.
"""

from ..build import Crew, Outcome, build, produce, settle
from ..plan import Casting, Plan, Week, due, plan
from ..project import load
from ..publish import Release, publish, refresh, verify
from ..reading import say
from ..store import DirectoryStore, MemoryStore
from .folder import Folder
from .run import Run, bulletins, crew, preview
from .voice import speak, speak_as

__all__ = [
    "Casting",
    "Crew",
    "DirectoryStore",
    "Folder",
    "MemoryStore",
    "Outcome",
    "Plan",
    "Release",
    "Run",
    "Week",
    "build",
    "bulletins",
    "crew",
    "due",
    "load",
    "plan",
    "preview",
    "produce",
    "publish",
    "refresh",
    "say",
    "settle",
    "speak",
    "speak_as",
    "verify",
]
