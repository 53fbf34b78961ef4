"""What was ordered against what is written, planned and done, as a value.

What it tells of airings comes from two sides: `ahead` is what a week's plan holds, `count` what
was published in a span of days and what stations say of it. None: not asked.
"""

from ..model import OthersTask, Record
from ..playlog import Count


class Verdict(Record):
    """Whether something may be broadcast, and in which words that is told."""

    approved: bool = False
    sample: bool = False  # approved for trying the program only
    words: str = ""  # Vietnamese; empty: nobody asked


class MessageLine(Record):
    """A message that serves a task."""

    id: str
    title: str
    verdict: Verdict = Verdict()


class TaskLine(Record):
    """One task, what serves it, and how often it was on air."""

    id: str
    text: str
    messages: tuple[MessageLine, ...]
    ahead: Count | None = None
    count: Count | None = None


class Products(Record):
    """What the kit makes for a channel, one set for each message."""

    of: int  # messages that have words
    approved: int  # of these, so that products are made of them
    sample: bool = False  # any of them for trying the program only
    made: int | None = None  # of these, all products lie there; None: not asked


class Means(Record):
    """One thing that serves a channel: broadcasts, or else products."""

    title: str
    ahead: Count | None = None
    count: Count | None = None
    products: Products | None = None


class ChannelLine(Record):
    """A way of telling people that the directive names, and what here serves it."""

    text: str
    served: tuple[Means, ...]  # empty: nothing here does


class CampaignLine(Record):
    """A campaign's directive, its tasks and channels in the order of the letter."""

    id: str
    title: str
    directive: str  # "Công văn số ……/STTTT-TTBCXB ngày …… tháng 7 năm 2023 của Sở …"; "": unknown
    subject: str = ""
    tasks: tuple[TaskLine, ...] = ()
    channels: tuple[ChannelLine, ...] = ()
    others: tuple[OthersTask, ...] = ()
    notes: tuple[str, ...] = ()  # why it is not spoken, and whatever else one should know of it

    @property
    def uncovered(self) -> tuple[TaskLine, ...]:
        """Tasks no message serves."""
        return tuple(task for task in self.tasks if not task.messages)


class Coverage(Record):
    """The whole of it."""

    title: str
    campaigns: tuple[CampaignLine, ...]
    ahead: str = ""  # which week's plan `ahead` is of: "tuần 49/2026"; "": none
    span: str = ""  # which days `count` is of: "trong kỳ"; "": none
    resting: tuple[str, ...] = ()  # campaigns left out, each with the reason (Vietnamese)
