"""Who said that something may be broadcast, and of what exactly it was said."""

from datetime import datetime
from typing import Literal

from .record import Record

Verdict = Literal["approved", "withdrawn"]


class Subject(Record, order=True):
    """What is approved as one: a message, a campaign's call to action, or the frame of all."""

    campaign: str = ""  # id; "": the frame, that is opening, closing and music
    message: str = ""  # id; "": the campaign's call to action


FRAME = Subject()


class Approval(Record):
    """One word of one person. The last word on a subject counts."""

    subject: Subject
    verdict: Verdict = "approved"
    by: str  # name
    role: str  # chức vụ
    at: datetime  # with its zone
    heard: tuple[str, ...] = ()  # SHA-256 of every way in which stations say it
    printed: str = ""  # SHA-256 of what is printed of it; "": books of before did not ask
    despite: str = ""  # why it was approved although lint had found faults
    note: str = ""
    sample: bool = False  # of sample content: nobody has really approved it
