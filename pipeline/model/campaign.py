"""What was ordered, and the messages that fulfil it."""

from calendar import isleap
from datetime import date, timedelta

from .lexeme import Lexeme
from .place import Place
from .record import Record


class PartialDate(Record):
    """A date as a letter gives it: what the letter leaves blank is None, never invented."""

    day: int | None = None
    month: int | None = None
    year: int | None = None


class DirectiveTask(Record):
    """One thing the directive asks stations to speak about."""

    id: str
    text: str  # Vietnamese, close to the letter's words


class OthersTask(Record):
    """One thing the directive asks somebody else to do, not the stations."""

    to: str  # whom, as the letter says
    text: str


class Directive(Record):
    """A công văn: who ordered what, when, on which bases."""

    symbol: str  # ký hiệu, e.g. "STTTT-TTBCXB"
    issuer: str
    subject: str
    number: str | None = None  # số; None where the letter leaves it blank
    date: PartialDate = PartialDate()
    signer: str | None = None
    signer_title: str | None = None  # chức vụ, as above the signature: "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC"
    source: str = ""  # file name of the letter
    addressees: tuple[str, ...] = ()  # Kính gửi
    bases: tuple[str, ...] = ()
    tasks: tuple[DirectiveTask, ...] = ()
    channels: tuple[str, ...] = ()  # hình thức: the ways of telling people that it names
    others: tuple[OthersTask, ...] = ()


class Season(Record):
    """A window of days around an anchor day that comes back every year."""

    day: int
    month: int
    before: int  # days the window opens before the anchor day
    after: int  # days it stays open after it

    def holds(self, day: date) -> bool:
        """Whether `day` lies in this year's, last year's or next year's window."""
        return any(self._open(day, year) for year in (day.year - 1, day.year, day.year + 1))

    def _open(self, day: date, year: int) -> bool:
        last = 28 if (self.month, self.day) == (2, 29) and not isleap(year) else self.day
        anchor = date(year, self.month, last)
        return anchor - timedelta(self.before) <= day <= anchor + timedelta(self.after)


class Paragraph(Record):
    """Text exactly as written, line breaks included, and where it begins."""

    text: str
    place: Place
    role: str = "A"


class Message(Record):
    """One idea as it will be said to listeners."""

    id: str  # file name without ending
    campaign: str
    title: str
    topic: str  # id of the directive's task it serves
    place: Place
    paragraphs: tuple[Paragraph, ...]
    language: str = "vi"
    recording: str | None = None  # project-relative path of a person's recording
    recording_sha256: str | None = None


class Campaign(Record):
    """A directive, its messages, and when they may be spoken."""

    id: str  # folder name
    title: str
    directive: Directive
    messages: tuple[Message, ...]  # those that have words
    call_to_action: Paragraph  # says the hotline twice
    hotline: str = "111"
    season: Season | None = None  # None: all year, every year
    priority: int = 0  # a higher one leads the bulletin
    lexicon: tuple[Lexeme, ...] = ()  # for this campaign's messages
    unwritten: tuple[Message, ...] = ()  # messages begun, without words yet: never spoken

    def speaks_on(self, day: date) -> bool:
        """Whether its messages may be spoken on `day`."""
        return self.season is None or self.season.holds(day)
