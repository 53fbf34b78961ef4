"""Who speaks: voices, and the engines that can lend them."""

from .record import Record

Setting = str | int | float

# Name of an environment variable that holds a key. Long runs of digits are in keys, not in names.
VARIABLE = r"(?=[A-Z]+_)(?!.*\d{4})[A-Z][A-Z0-9_]{2,39}"


class VoiceChoice(Record):
    """One way to get a voice: an engine, that engine's own voice name, and its settings."""

    engine: str  # name of an entry point in the group "truyenthanh.engines"
    voice: str = ""  # the engine's own name for the voice; a recording's SHA-256 for `recorded`
    settings: dict[str, Setting] = {}
    syllables_per_second: float = 3.5  # measured speaking rate without pauses, for estimates
    mark_pause: float = 0.25  # s the voice itself rests at a comma, for estimates
    credit: str = ""  # whom its licence asks to name; goes into every manifest

    @property
    def source(self) -> str:
        """Who lends the voice: the engine, and the address of a service the choice names.

        What cannot speak fails as a whole, so this is what a bulletin leaves behind.
        """
        return f"{self.engine} {self.settings.get('address', '')}".rstrip()


class Voice(Record):
    """A voice of the project: choices in order of preference."""

    id: str
    name: str  # for people, Vietnamese
    language: str = "vi"
    choices: tuple[VoiceChoice, ...]
