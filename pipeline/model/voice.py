"""Who speaks: voices, and the engines that can lend them."""

from .record import Record

Setting = str | int | float


class VoiceChoice(Record):
    """One way to get a voice: an engine, that engine's own voice name, and its settings."""

    engine: str  # name of an entry point in the group "truyenthanh.engines"
    voice: str = ""  # the engine's own name for the voice; a recording's SHA-256 for `recorded`
    settings: dict[str, Setting] = {}
    syllables_per_second: float = 3.5  # measured speaking rate without pauses, for estimates
    mark_pause: float = 0.25  # s the voice itself rests at a comma, for estimates


class Voice(Record):
    """A voice of the project: choices in order of preference."""

    id: str
    name: str  # for people, Vietnamese
    language: str = "vi"
    choices: tuple[VoiceChoice, ...]
