"""The table made: campaigns against columns."""

from collections.abc import Iterable, Mapping, Sequence

from ..model import Campaign, Message, Subject
from ..publish.papers.wording import order
from .channels import channel
from .columns import Column
from .record import CampaignLine, Coverage, MessageLine, TaskLine

Standings = Mapping[Subject, str]  # of a message: whether it is approved (Vietnamese)


def cover(
    title: str,
    campaigns: Iterable[Campaign],
    columns: Sequence[Column] = (),
    *,
    standings: Standings | None = None,
    notes: Mapping[str, str] | None = None,
) -> Coverage:
    """The table. `notes`: campaign id -> what to say of it as a whole."""
    return Coverage(
        title=title,
        columns=tuple(column.title for column in columns),
        campaigns=tuple(
            _campaign(each, columns, standings or {}, (notes or {}).get(each.id, ""))
            for each in campaigns
        ),
    )


def _campaign(
    campaign: Campaign, columns: Sequence[Column], standings: Standings, note: str
) -> CampaignLine:
    directive = campaign.directive
    return CampaignLine(
        id=campaign.id,
        title=campaign.title,
        directive=order(directive),
        tasks=tuple(
            TaskLine(
                id=task.id,
                text=task.text,
                messages=tuple(_message(each, standings) for each in serving),
                cells=tuple(
                    column.cell(campaign.id, {each.id for each in serving}) for column in columns
                ),
            )
            for task in directive.tasks
            for serving in [_serving(campaign, task.id)]
        ),
        channels=tuple(map(channel, directive.channels)),
        others=directive.others,
        note=note,
    )


def _serving(campaign: Campaign, task: str) -> tuple[Message, ...]:
    """Messages on a task that have words; an empty file serves nothing."""
    return tuple(
        each
        for each in campaign.messages
        if each.topic == task and (each.paragraphs or each.recording)
    )


def _message(message: Message, standings: Standings) -> MessageLine:
    subject = Subject(campaign=message.campaign, message=message.id)
    return MessageLine(id=message.id, title=message.title, standing=standings.get(subject, ""))
