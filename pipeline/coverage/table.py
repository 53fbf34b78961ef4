"""The table made: campaigns against messages, counts and products."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from ..model import Campaign, Message, Subject
from ..playlog import Count
from ..publish.papers.wording import order
from .channels import Service, services
from .counts import WHOLE, Counts
from .record import CampaignLine, ChannelLine, Means, MessageLine, Products, TaskLine, Verdict


@dataclass(frozen=True)
class Known:
    """What campaigns are held against. What is None was not asked for, and is not told."""

    verdicts: Mapping[Subject, Verdict] = field(default_factory=dict)
    ahead: Counts | None = None  # what a week's plan holds
    count: Counts | None = None  # what was published in a span, and what became of it
    made: Mapping[tuple[str, str], Collection[str]] | None = None
    """Campaign and message -> channels of the kit whose products lie there, made of what is
    approved now."""


def cover(campaign: Campaign, known: Known, notes: Iterable[str] = ()) -> CampaignLine:
    """The tasks and channels of one campaign's directive, in the order of the letter."""
    directive = campaign.directive
    return CampaignLine(
        id=campaign.id,
        title=campaign.title,
        directive=order(directive),
        subject=directive.subject,
        tasks=tuple(
            TaskLine(
                id=task.id,
                text=task.text,
                messages=tuple(
                    MessageLine(id=each.id, title=each.title, verdict=_verdict(each, known))
                    for each in campaign.messages
                    if each.topic == task.id
                ),
                ahead=_count(known.ahead, campaign, task.id),
                count=_count(known.count, campaign, task.id),
            )
            for task in directive.tasks
        ),
        channels=tuple(
            ChannelLine(
                text=text,
                served=tuple(_means(service, campaign, known) for service in services(text)),
            )
            for text in directive.channels
        ),
        others=directive.others,
        notes=tuple(notes),
    )


def _means(service: Service, campaign: Campaign, known: Known) -> Means:
    if not service.channels:
        return Means(
            title=service.title,
            ahead=_count(known.ahead, campaign, WHOLE),
            count=_count(known.count, campaign, WHOLE),
        )
    call = known.verdicts.get(Subject(campaign=campaign.id), Verdict())
    spoken = campaign.messages
    approved = [each for each in spoken if call.approved and _verdict(each, known).approved]
    sample = call.sample or any(_verdict(each, known).sample for each in approved)
    return Means(
        title=service.title,
        products=Products(
            of=len(spoken),
            approved=len(approved),
            sample=bool(approved) and sample,
            made=None
            if known.made is None
            else sum(
                set(service.channels) <= set(known.made.get((campaign.id, each.id), ()))
                for each in approved
            ),
        ),
    )


def _verdict(message: Message, known: Known) -> Verdict:
    return known.verdicts.get(Subject(campaign=message.campaign, message=message.id), Verdict())


def _count(counts: Counts | None, campaign: Campaign, task: str) -> Count | None:
    return None if counts is None else counts.get((campaign.id, task), Count())
