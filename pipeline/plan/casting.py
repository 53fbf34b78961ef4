"""Who may speak: which engines there are, and which bulletins have left a source behind."""

from ..model import Project, Record, Station, Voice, VoiceChoice


class Casting(Record):
    """What is known about engines when a plan is made."""

    revisions: dict[str, str]  # engine -> revision, of every engine that may be asked
    moved: dict[str, dict[str, str]] = {}  # bulletin id -> source it has left -> why (Vietnamese)

    def leaving(self, sources: dict[str, dict[str, str]]) -> "Casting":
        """The same casting, with bulletins (by id) moved away from sources, and why."""
        moved = dict(self.moved)
        for bulletin, reasons in sources.items():
            moved[bulletin] = {**moved.get(bulletin, {}), **reasons}
        return Casting(revisions=self.revisions, moved=moved)


Cast = dict[str, VoiceChoice]


class Voiceless(Exception):
    """A voice of this bulletin has no choice left. The message says why, in Vietnamese."""


def cast(project: Project, station: Station, casting: Casting, bulletin: str) -> Cast:
    """Who speaks each role of this bulletin, and none of them from a source it has left.

    Every role takes its voice's first remaining choice. Raises Voiceless.
    """
    without = casting.moved.get(bulletin, {})
    return {
        role: _first(project.voices[station.voices.get(role, default)], casting, without)
        for role, default in project.roles.items()
    }


def _first(voice: Voice, casting: Casting, without: dict[str, str]) -> VoiceChoice:
    for choice in voice.choices:
        if choice.engine in casting.revisions and choice.source not in without:
            return choice
    reasons = "; ".join(f"{source}: {why}" for source, why in without.items())
    raise Voiceless(f"giọng “{voice.name}” không còn cách nào để nói ({reasons})")
