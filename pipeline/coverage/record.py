"""The table as a value."""

from ..model import OthersTask, Record


class MessageLine(Record):
    """A message that serves a task."""

    id: str
    title: str
    standing: str = ""  # Vietnamese: whether it is approved; empty: nobody asked


class TaskLine(Record):
    """One task, what serves it, and a cell for each column."""

    id: str
    text: str
    messages: tuple[MessageLine, ...]
    cells: tuple[str, ...]


class ChannelLine(Record):
    """A way of telling people that the directive names, and what here serves it."""

    text: str
    served: tuple[str, ...]  # Vietnamese; empty: nothing here does


class CampaignLine(Record):
    """A campaign's directive and its tasks."""

    id: str
    title: str
    directive: str  # "Công văn số ……/STTTT-TTBCXB ngày …… tháng 7 năm 2023 của Sở …"
    tasks: tuple[TaskLine, ...]
    channels: tuple[ChannelLine, ...] = ()
    others: tuple[OthersTask, ...] = ()
    note: str = ""  # why it is not spoken this week

    @property
    def uncovered(self) -> tuple[TaskLine, ...]:
        """Tasks no message serves."""
        return tuple(task for task in self.tasks if not task.messages)


class Coverage(Record):
    """The whole table."""

    title: str
    columns: tuple[str, ...]
    campaigns: tuple[CampaignLine, ...]
