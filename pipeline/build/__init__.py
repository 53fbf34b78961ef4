"""Doing the work a plan asks for, on any executor, and telling what happens."""

from .crew import Crew
from .events import Bundled, Done, Event, Failed, Planned, Remade
from .forecast import Forecast
from .rounds import Outcome, produce, settle
from .scheduler import build

__all__ = [
    "Bundled",
    "Crew",
    "Done",
    "Event",
    "Failed",
    "Forecast",
    "Outcome",
    "Planned",
    "Remade",
    "build",
    "produce",
    "settle",
]
