"""Finding engines by name. Ours and other people's come through the same kind of door.

A package adds an engine with an entry point in the group "truyenthanh.engines"; nothing here needs
to know it. Our own are written down a second time below, as entry points too, so that they are
found when the program runs from a checkout nobody installed. A test holds the two lists together.
"""

from importlib.metadata import EntryPoint, entry_points

from ..errors import EngineUnavailable
from .base import Engine, Surroundings

GROUP = "truyenthanh.engines"

BUILT_IN = {
    name: EntryPoint(name, f"pipeline.engines.{name}:{name.capitalize()}", GROUP)
    for name in ("espeak", "fpt", "gtts", "http", "piper", "recorded", "tone", "viettel")
}


def known() -> tuple[str, ...]:
    """Name all engines, ours and installed ones, in alphabetical order."""
    return tuple(sorted(_doors()))


def open_engine(name: str, surroundings: Surroundings) -> Engine:
    """Make the engine of that name. Raises EngineUnavailable when there is none or it cannot load.

    Nobody is asked whether it can speak now: that is the engine's `ready()`.
    """
    door = BUILT_IN.get(name) or _doors().get(name)
    if door is None:
        reason = f"Không có bộ đọc tên này; các bộ đọc đã cài: {', '.join(known())}."
        raise EngineUnavailable(name, reason)
    try:
        make = door.load()
    except (ImportError, AttributeError) as error:
        raise EngineUnavailable(name, f"Không nạp được bộ đọc ({error}); hãy cài lại.") from error
    engine: Engine = make(surroundings)
    return engine


def _doors() -> dict[str, EntryPoint]:
    """All entry points by name. Nobody can take over the name of a built-in engine."""
    return {door.name: door for door in entry_points(group=GROUP)} | BUILT_IN
