"""What lint gives back: findings with their places, and how hard a message is to listen to."""

from typing import Literal

from ..model import Place, Record, Subject

Severity = Literal["error", "warning", "note"]


class Finding(Record):
    """One thing an editor should look at. Nothing is rewritten by itself."""

    place: Place
    rule: str  # id: "phone.unknown"
    severity: Severity
    quote: str  # the words in question
    what: str  # what is wrong with them, Vietnamese
    why: str  # why listeners are worse off for it, Vietnamese
    suggestion: str = ""  # other words, where they are safe to give
    fix: str = ""  # what to do, where other words alone do not help


class Listening(Record):
    """How hard a text is to follow by ear alone: see `listening`."""

    figure: float
    level: str  # Vietnamese
    sentence: float  # syllables of a sentence, on average
    official: float  # 0…100, share of syllables in words of officials
    numbers: float  # of a sentence, on average


class Review(Record):
    """What lint has to say of one thing that is approved as one."""

    subject: Subject
    title: str
    findings: tuple[Finding, ...]
    listening: Listening

    @property
    def wrong(self) -> bool:
        """Whether something in it must not be broadcast so."""
        return any(each.severity == "error" for each in self.findings)
