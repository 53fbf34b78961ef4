"""The digest of exactly what will be printed: the other half of what an approval is given for.

Two texts may sound the same ("111", "một một một") and a title is never spoken, but leaflets,
boards, pictures, short messages, the portal, schedules and tags show both. The sender's own
letterhead (the project's name, addresses, stations) is no part of a message and stays outside, as
do templates. Line breaks within a paragraph are the writer's and are not printed.
"""

import hashlib

import msgspec

from ..model import Campaign, Directive, Paragraph, PartialDate, Project, Record, Subject

SCHEMA = 1  # raise it when the same content gives another digest: every approval is then void
Digest = str  # 64 hexadecimal digits


class _Line(Record):
    """A paragraph on one line, and whose it is."""

    role: str
    text: str


class _Order(Record):
    """The letter that is named beneath what is printed."""

    number: str | None
    symbol: str
    issuer: str
    date: PartialDate


class _Printed(Record):
    """Everything an eye can tell apart."""

    schema: int = SCHEMA
    title: str = ""
    written: tuple[_Line, ...]
    hotline: str = ""
    order: _Order | None = None


def printed(project: Project) -> dict[Subject, Digest]:
    """Of everything there is to approve. It is the same at every station."""
    rundown = project.rundown
    prints = {Subject(): _Printed(written=_lines(rundown.opening, rundown.closing))}
    for campaign in project.campaigns:
        prints[Subject(campaign=campaign.id)] = _call(campaign)
        for message in campaign.messages:
            prints[Subject(campaign=campaign.id, message=message.id)] = _Printed(
                title=message.title, written=_lines(*message.paragraphs)
            )
    return {subject: _digest(each) for subject, each in prints.items()}


def _call(campaign: Campaign) -> _Printed:
    """The call with what stands beside it on everything a campaign prints."""
    return _Printed(
        title=campaign.title,
        written=_lines(campaign.call_to_action),
        hotline=campaign.hotline,
        order=_order(campaign.directive),
    )


def _order(directive: Directive) -> _Order:
    return _Order(
        number=directive.number,
        symbol=directive.symbol,
        issuer=directive.issuer,
        date=directive.date,
    )


def _lines(*paragraphs: Paragraph) -> tuple[_Line, ...]:
    return tuple(_Line(role=each.role, text=" ".join(each.text.split())) for each in paragraphs)


def _digest(print_: _Printed) -> Digest:
    return hashlib.sha256(msgspec.json.encode(print_, order="deterministic")).hexdigest()
