"""Who may speak: which engines there are, which are out, which bulletins have left one behind."""

from collections.abc import Iterable

from ..errors import EngineUnavailable
from ..model import Project, Record, Station, Voice, VoiceChoice


class Casting(Record):
    """What is known about engines when a plan is made."""

    revisions: dict[str, str]  # engine -> revision, of every engine that may be asked
    out: dict[str, str] = {}  # engine -> why nobody may ask it in this run (Vietnamese)
    moved: dict[str, dict[str, str]] = {}  # bulletin id -> engine it has left -> why

    def without(self, bulletin: str) -> dict[str, str]:
        """Engines this bulletin must do without, and why."""
        return {**self.out, **self.moved.get(bulletin, {})}

    def moving(self, bulletins: Iterable[str], engine: str, reason: str) -> "Casting":
        """The same casting, with these bulletins moved away from `engine`."""
        moved = dict(self.moved)
        for bulletin in bulletins:
            moved[bulletin] = {**moved.get(bulletin, {}), engine: reason}
        return Casting(revisions=self.revisions, out=self.out, moved=moved)


Cast = dict[str, VoiceChoice]


def cast(
    project: Project, station: Station, casting: Casting, bulletin: str
) -> tuple[Cast, dict[str, str]]:
    """Who speaks each role of this bulletin, and which engines were passed over and why.

    Every role takes the first choice whose engine is not out. Raises EngineUnavailable when a
    voice has no choice left.
    """
    without = casting.without(bulletin)
    chosen: Cast = {}
    passed: dict[str, str] = {}
    for role, default in project.roles.items():
        voice = project.voices[station.voices.get(role, default)]
        chosen[role] = _first(voice, casting, without, passed)
    return chosen, passed


def _first(
    voice: Voice, casting: Casting, without: dict[str, str], passed: dict[str, str]
) -> VoiceChoice:
    for choice in voice.choices:
        if choice.engine in casting.revisions and choice.engine not in without:
            return choice
        passed[choice.engine] = without.get(choice.engine, "chưa cài trên máy này")
    reasons = "; ".join(f"{engine}: {why}" for engine, why in passed.items())
    raise EngineUnavailable(voice.id, f"giọng “{voice.name}” không còn cách nào để nói ({reasons}).")
